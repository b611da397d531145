package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of the GeoJSON geometries that an Item may have, in whatever reference system (RFC 7946 section 3.1).
 *
 * @param depth how deep the positions lie in the coordinates
 * @param least how many positions a line or ring has at least
 */
public record GeometryForm(int depth, int least) {

    private static final Map<String, GeometryForm> FORMS = Map.of(
            "Point", new GeometryForm(0, 1),
            "MultiPoint", new GeometryForm(1, 1),
            "LineString", new GeometryForm(1, 2),
            "MultiLineString", new GeometryForm(2, 2),
            "Polygon", new GeometryForm(2, 4),
            "MultiPolygon", new GeometryForm(3, 4));

    /**
     * Checks the form of a geometry.
     *
     * @param value any value
     * @return the first fault, by a pointer relative to the value; none when it is a geometry
     */
    public static List<Fault> check(Object value) {
        Faults faults = new Faults();
        check("", value, faults);
        return faults.list();
    }

    /** Returns whether the value is a geometry; adds the first fault that it finds. */
    static boolean check(String pointer, @Nullable Object value, Faults faults) {
        if (!(value instanceof Map<?, ?> geometry)) {
            faults.unexpected(pointer, value, "a geometry of GeoJSON");
            return false;
        }
        GeometryForm form = FORMS.get(String.valueOf(geometry.get("type")));
        if (form == null) {
            faults.unexpected(
                    pointer + "/type", geometry.get("type"), "Point, LineString, Polygon or a Multi form of these");
            return false;
        }
        return form.checkNested(pointer + "/coordinates", geometry.get("coordinates"), form.depth, faults);
    }

    private boolean checkNested(String pointer, @Nullable Object value, int level, Faults faults) {
        if (level == 0) {
            return checkPosition(pointer, value, faults);
        }
        int expected = level == 1 ? least : 1;
        if (!(value instanceof List<?> list) || list.size() < expected) {
            String what = level == 1 ? "at least %d positions" : "an array of at least %d element";
            faults.unexpected(pointer, value, what.formatted(expected));
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            boolean valid = (level == 1 && isPosition(list.get(i)))
                    || checkNested(pointer + "/" + i, list.get(i), level - 1, faults);
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static boolean checkPosition(String pointer, @Nullable Object value, Faults faults) {
        boolean valid = isPosition(value);
        if (!valid) {
            faults.unexpected(pointer, value, "a position of two or three numbers");
        }
        return valid;
    }

    private static boolean isPosition(@Nullable Object value) {
        return value instanceof List<?> position
                && position.size() >= 2
                && position.stream().allMatch(Number.class::isInstance);
    }

    /** Returns the positions of a well-formed geometry. */
    static List<List<?>> positions(Map<?, ?> geometry) {
        List<List<?>> positions = new ArrayList<>();
        addPositions(coordinates(geometry), positions);
        return positions;
    }

    private static void addPositions(List<?> coordinates, List<List<?>> positions) {
        if (coordinates.get(0) instanceof Number) {
            positions.add(coordinates);
        } else {
            coordinates.forEach(element -> addPositions((List<?>) element, positions));
        }
    }

    static List<?> coordinates(Map<?, ?> geometry) {
        return geometry.get("coordinates") instanceof List<?> coordinates ? coordinates : List.of();
    }

    static double number(List<?> numbers, int index) {
        return ((Number) numbers.get(index)).doubleValue();
    }
}
