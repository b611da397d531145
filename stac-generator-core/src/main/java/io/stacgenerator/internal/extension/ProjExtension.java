package io.stacgenerator.internal.extension;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.CrsDefinition;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.GeoTransform;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.RasterInfo;
import io.stacgenerator.spi.RasterSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The projection extension 2.0.0: reference system, shape, transform and box of each raster; on the Item where all
 * rasters agree.
 */
public final class ProjExtension extends BuiltInExtension {

    private static final String CODE = "proj:code";

    /** Creates the extension. */
    public ProjExtension() {
        super("proj", "projection", "2.0.0", "1.1.0");
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        List<AssetDraft> rasters = item.rasters();
        List<Map<String, Object>> fields = new ArrayList<>();
        rasters.forEach(asset -> asset.raster().map(ProjExtension::fields).ifPresent(fields::add));
        Map<String, Object> shared = shared(fields);
        for (int i = 0; i < rasters.size(); i++) {
            fields.get(i).keySet().removeAll(shared.keySet());
            rasters.get(i).fields().putAll(fields.get(i));
        }
        item.properties().putAll(shared);
    }

    private static Map<String, Object> fields(RasterInfo raster) {
        Map<String, Object> fields = new LinkedHashMap<>();
        putCrs(fields, raster);
        RasterSize size = raster.size();
        raster.transform().filter(GeoTransform::invertible).ifPresent(transform -> {
            if (raster.crs().isPresent()) {
                fields.put("proj:bbox", bbox(size, transform));
            }
        });
        fields.put("proj:shape", List.of(size.height(), size.width()));
        raster.transform()
                .filter(GeoTransform::invertible)
                .ifPresent(transform -> fields.put("proj:transform", transform.toList()));
        return fields;
    }

    @SuppressWarnings("NullAway") // proj:code null says that there is no code (projection 2.0.0)
    private static void putCrs(Map<String, Object> fields, RasterInfo raster) {
        CrsDefinition crs = raster.crs().orElse(null);
        fields.put(CODE, crs == null ? null : crs.code());
        if (crs != null && crs.wkt2() != null) {
            fields.put("proj:wkt2", crs.wkt2());
        }
        if (crs != null && crs.projjson() != null) {
            fields.put("proj:projjson", crs.projjson());
        }
    }

    private static List<Object> bbox(RasterSize size, GeoTransform transform) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double column = (corner & 1) * size.width();
            double row = (corner >> 1) * size.height();
            minX = Math.min(minX, transform.x(column, row));
            maxX = Math.max(maxX, transform.x(column, row));
            minY = Math.min(minY, transform.y(column, row));
            maxY = Math.max(maxY, transform.y(column, row));
        }
        return List.of(minX, minY, maxX, maxY);
    }

    /** Returns what all rasters have in common; a raster without a field is not covered by the field of another. */
    private static Map<String, Object> shared(List<Map<String, Object>> rasters) {
        Map<String, Object> shared = new LinkedHashMap<>();
        if (rasters.isEmpty()) {
            return shared;
        }
        rasters.get(0).forEach((name, value) -> {
            if (rasters.stream().allMatch(other -> other.containsKey(name) && Objects.equals(other.get(name), value))) {
                shared.put(name, value);
            }
        });
        return shared;
    }
}
