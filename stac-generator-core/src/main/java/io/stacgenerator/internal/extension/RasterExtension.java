package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.BAND;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldTrait.ATOMIC;
import static io.stacgenerator.spi.field.FieldTrait.INDIVIDUAL;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.INTEGERS;
import static io.stacgenerator.spi.field.FieldType.NUMBER;
import static io.stacgenerator.spi.field.FieldType.OBJECT;
import static io.stacgenerator.spi.field.FieldType.STRING;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.PixelSize;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The raster extension 2.0.0: how the values of each band are to be read, their resolution and their distribution. */
public final class RasterExtension extends BuiltInExtension {

    private static final Set<String> OLD_STATISTICS = Set.of("minimum", "maximum", "mean", "stddev", "valid_percent");

    private static final List<Field> FIELDS = List.of(
            field("sampling", STRING).oneOf("area", "point"),
            field("bits_per_sample", INTEGER),
            field("spatial_resolution", NUMBER).above(0),
            field("scale", NUMBER),
            field("offset", NUMBER),
            field("histogram", OBJECT)
                    .with(ATOMIC, INDIVIDUAL)
                    .members(
                            Field.of("count", INTEGER).atLeast(0).with(REQUIRED),
                            Field.of("min", NUMBER).with(REQUIRED),
                            Field.of("max", NUMBER).with(REQUIRED),
                            Field.of("buckets", INTEGERS).with(REQUIRED))
                    .rule(HistogramRules::check));

    /** Creates the extension. */
    public RasterExtension() {
        super(
                "raster",
                "raster",
                "2.0.0",
                "1.1.0",
                SchemaRules.open().closed().usedAt(ITEM, ASSET, BAND).inCollections(CollectionUse.REQUIRED),
                FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("raster:" + name, type).at(ASSET, BAND).legacyBand("raster:bands", name);
    }

    @Override
    public boolean needsAssets() {
        return true;
    }

    /** The statistics of raster 1.1.0 are a closed object. */
    @Override
    public String downgrade(List<FieldHolder> item) {
        for (FieldHolder holder : item) {
            holder.members().computeIfPresent("statistics", (name, value) -> oldStatistics(value));
        }
        return super.downgrade(item);
    }

    private static @Nullable Object oldStatistics(Object value) {
        Map<String, Object> known = new LinkedHashMap<>(JsonValues.members(value));
        known.keySet().retainAll(OLD_STATISTICS);
        return known.isEmpty() ? null : known;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        for (AssetDraft asset : item.rasters()) {
            asset.raster().ifPresent(raster -> write(asset, raster));
        }
    }

    private static void write(AssetDraft asset, RasterInfo raster) {
        if (raster.transform().isPresent()) {
            asset.fields().put("raster:sampling", raster.pixelIsPoint() ? "point" : "area");
        }
        resolution(raster).ifPresent(meters -> asset.fields().put("raster:spatial_resolution", meters));
        for (int i = 0; i < raster.bands().size(); i++) {
            Map<String, Object> fields = asset.bands().get(i);
            writeBand(fields, raster.bands().get(i));
            if (i < asset.statistics().size()) {
                writeHistogram(fields, asset.statistics().get(i));
            }
        }
    }

    private static void writeBand(Map<String, Object> fields, RasterBand band) {
        if (band.bitsPerSample() > 0 && band.bitsPerSample() != band.dataType().bits()) {
            fields.put("raster:bits_per_sample", band.bitsPerSample());
        }
        // a factor of 0 would leave no values: some writers have it where there is none
        band.scale().filter(scale -> scale != 0).ifPresent(scale -> fields.put("raster:scale", scale));
        band.offset().ifPresent(offset -> fields.put("raster:offset", offset));
    }

    private static void writeHistogram(Map<String, Object> fields, BandStatistics statistics) {
        Histogram histogram = statistics.histogram().orElse(null);
        if (histogram == null) {
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", histogram.buckets().size());
        json.put("min", histogram.min());
        json.put("max", histogram.max());
        json.put("buckets", histogram.buckets());
        fields.put("raster:histogram", json);
    }

    private static OptionalDouble resolution(RasterInfo raster) {
        if (raster.transform().isEmpty() || raster.crs().isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return PixelSize.meters(
                    raster.size(),
                    raster.transform().get(),
                    ReferenceSystems.transform(raster.crs().get()));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CRS_UNSUPPORTED) {
                return OptionalDouble.empty();
            }
            throw e;
        }
    }
}
