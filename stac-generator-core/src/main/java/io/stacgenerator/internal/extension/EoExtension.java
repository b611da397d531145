package io.stacgenerator.internal.extension;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ColorInterpretation;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.RasterBand;
import io.stacgenerator.spi.RasterInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The electro-optical extension 2.0.0: common names of the bands of a colour picture, and the cloud cover of its tags.
 */
public final class EoExtension extends BuiltInExtension {

    private static final String CLOUD_COVER = "eo:cloud_cover";
    private static final String CLOUD_COVER_TAG = "IMAGERY:CLOUDCOVER";
    private static final Set<ColorInterpretation> COLORS =
            EnumSet.of(ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE);

    /** Creates the extension. */
    public EoExtension() {
        super("eo", "eo", "2.0.0", "1.1.0");
    }

    @Override
    public boolean needsAssets() {
        return false;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        List<AssetDraft> pictures = item.rasters().stream()
                .filter(asset -> asset.raster().filter(EoExtension::hasColors).isPresent())
                .toList();
        if (pictures.size() == 1) {
            pictures.forEach(EoExtension::writeCommonNames);
        }
        item.rasters().forEach(asset -> asset.raster().ifPresent(raster -> writeCloudCover(item, raster, context)));
    }

    /** Tells whether each of red, green and blue is there once; a common name must be unique in an Item. */
    private static boolean hasColors(RasterInfo raster) {
        List<ColorInterpretation> found = raster.bands().stream()
                .map(RasterBand::color)
                .filter(COLORS::contains)
                .toList();
        return found.size() == COLORS.size() && EnumSet.copyOf(found).equals(COLORS);
    }

    private static void writeCommonNames(AssetDraft asset) {
        asset.raster().ifPresent(raster -> {
            for (int i = 0; i < raster.bands().size(); i++) {
                ColorInterpretation color = raster.bands().get(i).color();
                if (COLORS.contains(color)) {
                    asset.bands().get(i).put("eo:common_name", color.jsonName());
                }
            }
        });
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
