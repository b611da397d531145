package io.stacgenerator.table;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;

/**
 * What the footer says of the rows, by GeoParquet 1.1.0 and stac-geoparquet 1.0.0.
 *
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
final class TableMetadata {

    private final Map<String, Map<String, Object>> collections;
    private final Set<String> geometryTypes = new TreeSet<>();
    private final LongitudeSpan longitudes = new LongitudeSpan();
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    TableMetadata(Map<String, Map<String, Object>> collections) {
        this.collections = collections;
    }

    void add(Map<String, Object> item) {
        JsonValues.object(item.get("geometry")).map(Wkb::type).ifPresent(geometryTypes::add);
        List<Object> box = JsonValues.elements(item.get("bbox"));
        int corner = box.size() / 2;
        if (corner >= 2 && box.stream().allMatch(Number.class::isInstance)) {
            longitudes.add(number(box, 0), number(box, corner));
            south = Math.min(south, number(box, 1));
            north = Math.max(north, number(box, corner + 1));
        }
    }

    private static double number(List<Object> box, int index) {
        return ((Number) box.get(index)).doubleValue();
    }

    Map<String, String> footer(MessageType schema) {
        Map<String, Object> stac = new LinkedHashMap<>();
        stac.put("version", "1.0.0");
        stac.put("collections", collections);
        return Map.of("geo", JsonText.compact(geo(schema)), "stac-geoparquet", JsonText.compact(stac));
    }

    private Map<String, Object> geo(MessageType schema) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("geometry", geometry());
        if (schema.containsField("proj:geometry")
                && schema.getType("proj:geometry").isPrimitive()
                && schema.getType("proj:geometry").getLogicalTypeAnnotation() == null) {
            columns.put("proj:geometry", projected());
        }
        Map<String, Object> geo = new LinkedHashMap<>();
        geo.put("version", "1.1.0");
        geo.put("primary_column", "geometry");
        geo.put("columns", columns);
        return geo;
    }

    private Map<String, Object> geometry() {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("encoding", "WKB");
        column.put("geometry_types", List.copyOf(geometryTypes));
        column.put("orientation", "counterclockwise");
        column.put("edges", "planar");
        if (south <= north) {
            column.put("bbox", List.of(longitudes.west(), south, longitudes.east(), north));
        }
        Map<String, Object> covering = new LinkedHashMap<>();
        ItemRows.BOX.forEach(name -> covering.put(name, List.of("bbox", name)));
        column.put("covering", Map.of("bbox", covering));
        return column;
    }

    /** Rows have different reference systems: proj:code says which. */
    @SuppressWarnings("NullAway") // a null of JSON
    private static Map<String, Object> projected() {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("encoding", "WKB");
        column.put("geometry_types", List.of());
        column.put("crs", null);
        return column;
    }
}
