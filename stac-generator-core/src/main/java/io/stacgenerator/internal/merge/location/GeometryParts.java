package io.stacgenerator.internal.merge.location;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The structure of GeoJSON geometries (RFC 7946 section 3.1). */
final class GeometryParts {

    /** How deep the positions lie in the coordinates of each type that an Item may have. */
    private static final Map<String, Integer> DEPTHS =
            Map.of("Point", 0, "MultiPoint", 1, "LineString", 1, "MultiLineString", 2, "Polygon", 2, "MultiPolygon", 3);

    private GeometryParts() {}

    static boolean isWellFormed(Map<String, Object> geometry) {
        Integer depth = DEPTHS.get(type(geometry));
        return depth != null && isNested(coordinates(geometry), depth);
    }

    private static boolean isNested(@Nullable Object coordinates, int depth) {
        List<Object> elements = JsonValues.array(coordinates).orElse(List.of());
        if (depth > 0) {
            return !elements.isEmpty() && elements.stream().allMatch(element -> isNested(element, depth - 1));
        }
        return elements.size() >= 2
                && elements.stream().allMatch(number -> number instanceof Number n && Double.isFinite(n.doubleValue()));
    }

    static String type(Map<String, Object> geometry) {
        return String.valueOf(geometry.get("type"));
    }

    static Object coordinates(Map<String, Object> geometry) {
        return geometry.getOrDefault("coordinates", List.of());
    }

    /** The positions of a well-formed geometry, part by part; what is no multi-geometry has one part. */
    static List<List<List<Object>>> parts(Map<String, Object> geometry) {
        int depth = DEPTHS.getOrDefault(type(geometry), 0);
        boolean multi = type(geometry).startsWith("Multi");
        Object coordinates = coordinates(geometry);
        List<Object> parts = multi ? JsonValues.array(coordinates).orElseThrow() : List.of(coordinates);
        return parts.stream()
                .map(part -> positions(part, multi ? depth - 1 : depth).toList())
                .toList();
    }

    private static Stream<List<Object>> positions(Object coordinates, int depth) {
        List<Object> elements = JsonValues.array(coordinates).orElseThrow();
        return depth == 0 ? Stream.of(elements) : elements.stream().flatMap(element -> positions(element, depth - 1));
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
