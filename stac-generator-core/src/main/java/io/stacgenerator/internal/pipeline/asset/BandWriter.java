package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the common metadata of bands of STAC 1.1.0: name, data type, no-data value, unit and statistics. */
final class BandWriter {

    private BandWriter() {}

    static void write(AssetDraft asset) {
        asset.raster().ifPresent(raster -> write(asset, raster));
    }

    private static void write(AssetDraft asset, RasterInfo raster) {
        List<String> names = BandNames.of(raster.bands());
        for (int i = 0; i < raster.bands().size(); i++) {
            RasterBand band = raster.bands().get(i);
            Map<String, Object> fields = asset.bands().get(i);
            fields.put("name", names.get(i));
            putText(fields, "description", band.description());
            fields.put("data_type", band.dataType().jsonName());
            band.nodata().ifPresent(nodata -> fields.put("nodata", nodata(nodata)));
            putText(fields, "unit", band.unit());
            BandStatistics statistics =
                    i < asset.statistics().size() ? asset.statistics().get(i) : null;
            if (statistics != null) {
                putStatistics(fields, statistics);
            }
        }
    }

    private static Object nodata(Number nodata) {
        double value = nodata.doubleValue();
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return nodata;
    }

    private static void putStatistics(Map<String, Object> fields, BandStatistics statistics) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "minimum", statistics.minimum());
        put(json, "maximum", statistics.maximum());
        put(json, "mean", statistics.mean());
        put(json, "stddev", statistics.stddev());
        put(json, "count", statistics.count());
        put(json, "valid_percent", statistics.validPercent());
        if (!json.isEmpty()) {
            fields.put("statistics", json);
        }
    }

    private static void put(Map<String, Object> json, String name, Optional<? extends Number> value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static void putText(Map<String, Object> fields, String name, Optional<String> text) {
        text.filter(each -> !each.isBlank()).ifPresent(each -> fields.put(name, each));
    }
}
