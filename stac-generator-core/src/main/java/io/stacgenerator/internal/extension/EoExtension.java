package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.BAND;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldType.NUMBER;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The electro-optical extension 2.0.0: common names of bands by their descriptions or the colors of a picture, what
 * their tags give for their spectra, and the cloud cover of the file.
 */
public final class EoExtension extends BuiltInExtension {

    private static final String CLOUD_COVER = "eo:cloud_cover";
    private static final String CLOUD_COVER_TAG = "IMAGERY:CLOUDCOVER";
    private static final Set<ColorInterpretation> COLORS =
            EnumSet.of(ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE);

    private static final String BANDS = "eo:bands";
    private static final String COMMON_NAME = "eo:common_name";

    private static final List<Field> FIELDS = List.of(
            Field.of(CLOUD_COVER, NUMBER).between(0, 100).at(ITEM, ASSET).summary(FieldSummary.RANGE),
            Field.of("eo:snow_cover", NUMBER).between(0, 100).at(ITEM, ASSET).summary(FieldSummary.RANGE),
            Field.of(COMMON_NAME, STRING)
                    .oneOf(
                            "pan coastal blue green green05 yellow red rededge rededge071 rededge075 rededge078 nir nir08 nir09 cirrus swir16 swir22 lwir lwir11 lwir12"
                                    .split(" ", -1))
                    .at(ASSET, BAND)
                    .summary(FieldSummary.DISTINCT)
                    .legacyBand(BANDS, "common_name"),
            wavelength("center_wavelength").between(BandSpectrum.SHORTEST, BandSpectrum.LONGEST),
            wavelength("full_width_half_max").above(0),
            wavelength("solar_illumination").atLeast(0));

    /** The names that eo 1.1.0 lacks, and the wider ones that it has. */
    private static final Map<Object, Object> OLD_COMMON_NAMES =
            Map.of("green05", "green", "rededge071", "rededge", "rededge075", "rededge", "rededge078", "rededge");

    /** Creates the extension. */
    public EoExtension() {
        super(
                "eo",
                "eo",
                "2.0.0",
                "1.1.0",
                SchemaRules.open().closed().usedAt(ITEM, ASSET, BAND).inCollections(CollectionUse.REQUIRED),
                FIELDS);
    }

    /** What version 0.x of STAC had in this extension and now is common or of another one. */
    private static final Map<String, String> MOVED = Map.ofEntries(
            Map.entry("eo:platform", "platform"),
            Map.entry("eo:constellation", "constellation"),
            Map.entry("eo:instrument", "instruments"),
            Map.entry("eo:gsd", "gsd"),
            Map.entry("eo:epsg", "proj:epsg"),
            Map.entry("eo:azimuth", "view:azimuth"),
            Map.entry("eo:incidence_angle", "view:incidence_angle"),
            Map.entry("eo:off_nadir", "view:off_nadir"),
            Map.entry("eo:sun_azimuth", "view:sun_azimuth"),
            Map.entry("eo:sun_elevation", "view:sun_elevation"));

    private static Field wavelength(String name) {
        return Field.of("eo:" + name, NUMBER).at(ASSET, BAND).legacyBand(BANDS, name);
    }

    @Override
    public void upgrade(FieldHolder holder) {
        MOVED.forEach((old, name) -> {
            if (holder.members().containsKey(old)) {
                Object value = holder.members().remove(old);
                holder.members().putIfAbsent(name, value);
            }
        });
    }

    @Override
    public String downgrade(List<FieldHolder> item) {
        for (FieldHolder holder : item) {
            holder.members()
                    .computeIfPresent(COMMON_NAME, (name, value) -> OLD_COMMON_NAMES.getOrDefault(value, value));
        }
        return super.downgrade(item);
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        List<AssetDraft> rasters = item.rasters();
        Map<String, Long> timesNamed = rasters.stream()
                .flatMap(asset -> names(asset).stream())
                .filter(name -> !name.isEmpty())
                .collect(groupingBy(name -> name, counting()));
        for (AssetDraft asset : rasters) {
            List<String> names = names(asset);
            for (int i = 0; i < names.size(); i++) {
                if (timesNamed.getOrDefault(names.get(i), 0L) == 1) {
                    asset.bands().get(i).put(COMMON_NAME, names.get(i));
                }
            }
            asset.raster().ifPresent(raster -> {
                writeSpectra(asset, raster);
                writeCloudCover(item, raster, context);
            });
        }
    }

    /** Returns what common name each band would have, which must be unique in an Item; empty for none. */
    private static List<String> names(AssetDraft asset) {
        return asset.raster()
                .map(raster -> {
                    boolean picture = hasColors(raster);
                    return raster.bands().stream()
                            .map(band -> commonName(band, picture))
                            .toList();
                })
                .orElse(List.of());
    }

    private static String commonName(RasterBand band, boolean picture) {
        Optional<String> described = BandSpectrum.commonName(band);
        return described.orElse(
                picture && COLORS.contains(band.color()) ? band.color().jsonName() : "");
    }

    private static void writeSpectra(AssetDraft asset, RasterInfo raster) {
        for (int i = 0; i < raster.bands().size(); i++) {
            asset.bands().get(i).putAll(BandSpectrum.of(raster.bands().get(i)));
        }
    }

    /** Returns whether each of red, green and blue is there once, so that they are the colors of a picture. */
    private static boolean hasColors(RasterInfo raster) {
        List<ColorInterpretation> found = raster.bands().stream()
                .map(RasterBand::color)
                .filter(COLORS::contains)
                .toList();
        return found.size() == COLORS.size() && EnumSet.copyOf(found).equals(COLORS);
    }

    private static void writeCloudCover(ItemDraft item, RasterInfo raster, GenerationContext context) {
        String text = raster.metadata().get(CLOUD_COVER_TAG);
        if (text == null) {
            return;
        }
        try {
            double percent = Double.parseDouble(text.strip());
            if (percent >= 0 && percent <= 100) {
                item.properties().putIfAbsent(CLOUD_COVER, percent);
                return;
            }
        } catch (NumberFormatException e) {
            // said below, with the value
        }
        context.warn(new Warning(
                "out-of-range",
                "the tag %s is '%s', expected a percentage of 0 to 100: left out".formatted(CLOUD_COVER_TAG, text),
                "/properties/" + CLOUD_COVER));
    }
}
