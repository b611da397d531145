package io.stacgenerator.internal.validation;

import static io.stacgenerator.internal.item.GeometryForm.number;

import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounding boxes by RFC 7946 section 5: west may be greater than east, where the box crosses the antimeridian. */
final class BboxRules {

    private static final String POINTER = "/bbox";

    /** A tenth of a meter: geometry and box may be rounded apart. */
    private static final double TOLERANCE = 1e-6;

    private BboxRules() {}

    /** Returns whether a located Item has a valid box. */
    static boolean check(Map<String, Object> item, Faults faults) {
        Object value = item.get("bbox");
        if (!item.containsKey("bbox")) {
            faults.lacks("", "bbox", "4 or 6 numbers, for geometry is not null");
            return false;
        }
        return check(POINTER, value, faults);
    }

    /** Returns whether an array is a valid box. */
    static boolean check(String pointer, @Nullable Object value, Faults faults) {
        List<Object> box = JsonValues.elements(value);
        if (isBox(box)) {
            return checkBox(pointer, box, faults);
        }
        faults.unexpected(pointer, value, "4 or 6 numbers");
        return false;
    }

    private static boolean checkBox(String pointer, List<Object> box, Faults faults) {
        int axes = box.size() / 2;
        if (!isInDegrees(box, axes)) {
            faults.unexpected(pointer, box, "longitudes -180 to 180 and latitudes -90 to 90");
        } else if (number(box, 1) > number(box, axes + 1)) {
            faults.unexpected(pointer, box, "its south not greater than its north");
        } else if (axes == 3 && number(box, 2) > number(box, 5)) {
            faults.unexpected(pointer, box, "its least height not greater than its greatest");
        } else {
            return true;
        }
        return false;
    }

    private static boolean isBox(List<Object> box) {
        return (box.size() == 4 || box.size() == 6) && box.stream().allMatch(Number.class::isInstance);
    }

    private static boolean isInDegrees(List<Object> box, int axes) {
        return Math.abs(number(box, 0)) <= 180
                && Math.abs(number(box, 1)) <= 90
                && Math.abs(number(box, axes)) <= 180
                && Math.abs(number(box, axes + 1)) <= 90;
    }

    static void checkEncloses(List<Object> box, Map<String, Object> geometry, Faults faults) {
        for (List<Object> position : GeometryForm.positions(geometry)) {
            if (!encloses(box, position)) {
                faults.unexpected(POINTER, box, "it to enclose the position %s of the geometry".formatted(position));
                return;
            }
        }
    }

    private static boolean encloses(List<Object> box, List<Object> position) {
        int axes = box.size() / 2;
        if (axes > position.size()) {
            return false;
        }
        for (int axis = 1; axis < axes; axis++) {
            if (!isBetween(number(box, axis), number(box, axes + axis), number(position, axis))) {
                return false;
            }
        }
        return enclosesLongitude(number(box, 0), number(box, axes), number(position, 0));
    }

    private static boolean enclosesLongitude(double west, double east, double longitude) {
        return west <= east
                ? isBetween(west, east, longitude)
                : longitude >= west - TOLERANCE || longitude <= east + TOLERANCE;
    }

    private static boolean isBetween(double low, double high, double value) {
        return value >= low - TOLERANCE && value <= high + TOLERANCE;
    }
}
