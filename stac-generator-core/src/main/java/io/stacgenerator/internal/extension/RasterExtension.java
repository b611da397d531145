package io.stacgenerator.internal.extension;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.GdalTransforms;
import io.stacgenerator.internal.geo.PixelSize;
import io.stacgenerator.internal.geo.Wgs84Transforms;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.BandStatistics;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.Histogram;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.RasterBand;
import io.stacgenerator.spi.RasterInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The raster extension 2.0.0: how the values of each band are to be read, their resolution and their distribution. */
public final class RasterExtension extends BuiltInExtension {

    /** Creates the extension. */
    public RasterExtension() {
        super("raster", "raster", "2.0.0", "1.1.0");
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
        resolution(raster).ifPresent(metres -> asset.fields().put("raster:spatial_resolution", metres));
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
        if (band.scale() != null) {
            fields.put("raster:scale", band.scale());
        }
        if (band.offset() != null) {
            fields.put("raster:offset", band.offset());
        }
    }

    private static void writeHistogram(Map<String, Object> fields, BandStatistics statistics) {
        Histogram histogram = statistics.histogram();
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
            return PixelSize.metres(
                    raster.size(),
                    raster.transform().get(),
                    Wgs84Transforms.of(raster.crs().get(), GdalTransforms::find));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CRS_UNSUPPORTED) {
                return OptionalDouble.empty();
            }
            throw e;
        }
    }
}
