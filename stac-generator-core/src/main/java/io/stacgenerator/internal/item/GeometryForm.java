package io.stacgenerator.internal.item;

import io.stacgenerator.Fault;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

/**
 * The structure of the GeoJSON geometries that an Item may have, in any reference system (RFC 7946 section 3.1). All
 * but {@link #fault} expect a geometry without fault.
 */
public final class GeometryForm {

    private static final String COORDINATES = "/coordinates";

    /**
     * The form of a type of geometry.
     *
     * @param depth how deep the positions lie in the coordinates
     * @param least how many positions a line or ring has at least
     */
    private record Form(int depth, int least) {}

    private static final Map<String, Form> FORMS = Map.of(
            "Point", new Form(0, 1),
            "MultiPoint", new Form(1, 1),
            "LineString", new Form(1, 2),
            "MultiLineString", new Form(2, 2),
            "Polygon", new Form(2, 4),
            "MultiPolygon", new Form(3, 4));

    private GeometryForm() {}

    /**
     * Checks the form of a geometry.
     *
     * @param pointer where the value is
     * @param value any value
     * @return the first fault; empty when it is a geometry
     */
    public static Optional<Fault> fault(String pointer, @Nullable Object value) {
        Map<String, Object> geometry = JsonValues.object(value).orElse(null);
        if (geometry == null) {
            return unexpected(pointer, value, "a geometry of GeoJSON");
        }
        Form form = FORMS.get(type(geometry));
        return form == null
                ? unexpected(
                        pointer + "/type", geometry.get("type"), "Point, LineString, Polygon or a Multi form of these")
                : fault(pointer + COORDINATES, geometry.get("coordinates"), form.depth, form.least);
    }

    private static Optional<Fault> fault(String pointer, @Nullable Object value, int level, int least) {
        if (level == 0) {
            return isPosition(value)
                    ? Optional.empty()
                    : unexpected(pointer, value, "a position of two or three numbers");
        }
        List<Object> elements = JsonValues.elements(value);
        int expected = level == 1 ? least : 1;
        if (elements.size() < expected) {
            String what = level == 1 ? "at least %d positions" : "an array of at least %d element";
            return unexpected(pointer, value, what.formatted(expected));
        }
        for (int i = 0; i < elements.size(); i++) {
            if (level == 1 && isPosition(elements.get(i))) {
                continue; // there are many, and none needs its pointer
            }
            Optional<Fault> fault = fault(JsonPointer.to(pointer, i), elements.get(i), level - 1, least);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> unexpected(String pointer, @Nullable Object value, String expected) {
        return Optional.of(Fault.unexpected(pointer, value, expected));
    }

    /** Returns whether a value is a position. */
    public static boolean isPosition(@Nullable Object value) {
        List<Object> numbers = JsonValues.elements(value);
        for (Object number : numbers) {
            if (!isFinite(number)) {
                return false;
            }
        }
        return numbers.size() >= 2;
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    /** Returns the positions part by part; a geometry that is not a Multi form has one part. */
    public static List<List<List<Object>>> parts(Map<String, Object> geometry) {
        List<Object> coordinates = JsonValues.elements(geometry.get("coordinates"));
        List<Object> parts = type(geometry).startsWith("Multi") ? coordinates : List.of(coordinates);
        return parts.stream().map(GeometryForm::nested).toList();
    }

    /** Returns all positions. */
    public static List<List<Object>> positions(Map<String, Object> geometry) {
        return nested(geometry.get("coordinates"));
    }

    private static List<List<Object>> nested(@Nullable Object coordinates) {
        List<List<Object>> positions = new ArrayList<>();
        addNested(coordinates, positions);
        return positions;
    }

    private static void addNested(@Nullable Object coordinates, List<List<Object>> positions) {
        List<Object> elements = JsonValues.elements(coordinates);
        if (isPosition(elements)) {
            positions.add(elements);
        } else {
            for (Object element : elements) {
                addNested(element, positions);
            }
        }
    }

    /**
     * Returns the first position that cannot be one of WGS 84 in degrees, longitude first.
     *
     * @param farthest the greatest longitude that is allowed, east or west
     */
    public static Optional<List<Object>> outsideOfDegrees(Map<String, Object> geometry, double farthest) {
        for (List<Object> position : positions(geometry)) {
            if (Math.abs(number(position, 0)) > farthest || Math.abs(number(position, 1)) > 90) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }

    /** Returns the rings of each polygon, by pointer below the geometry; of any value, as far as it has the form. */
    public static Map<String, List<Object>> polygons(Map<String, Object> geometry) {
        List<Object> coordinates = JsonValues.elements(geometry.get("coordinates"));
        Map<String, List<Object>> polygons = new LinkedHashMap<>();
        if (type(geometry).equals("Polygon")) {
            polygons.put(COORDINATES, coordinates);
        } else if (type(geometry).equals("MultiPolygon")) {
            for (int i = 0; i < coordinates.size(); i++) {
                polygons.put(JsonPointer.to(COORDINATES, i), JsonValues.elements(coordinates.get(i)));
            }
        }
        return polygons;
    }

    /** Returns the area of a closed ring in square degrees, positive when it runs counter-clockwise. */
    public static double area(List<Object> ring) {
        Coordinate[] coordinates = ring.stream()
                .map(JsonValues::elements)
                .map(position -> new Coordinate(number(position, 0), number(position, 1)))
                .toArray(Coordinate[]::new);
        return -Area.ofRingSigned(coordinates);
    }

    private static String type(Map<String, Object> geometry) {
        return String.valueOf(geometry.get("type"));
    }

    /** Returns a number of a position or a box. */
    public static double number(List<Object> numbers, int index) {
        return ((Number) numbers.get(index)).doubleValue();
    }
}
