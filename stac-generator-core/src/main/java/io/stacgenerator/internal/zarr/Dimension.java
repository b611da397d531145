package io.stacgenerator.internal.zarr;

import io.stacgenerator.internal.datetime.CfTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dimension with what is known of its coordinate.
 *
 * @param name its name
 * @param axis what it is
 * @param length the number of its values
 * @param coordinate the array of its values, or null
 * @param ends the first, the second and the last of them, or none
 * @param outerEdges the edges of the first and of the last cell, or none
 */
record Dimension(
        String name,
        Axis axis,
        long length,
        @Nullable ZarrArray coordinate,
        List<Double> ends,
        List<Double> outerEdges) {

    /** Returns the distance of values, if they are evenly spaced; negative where they fall. */
    Optional<Double> step() {
        if (ends.size() < 2) {
            return Optional.empty();
        }
        double step = (ends.get(ends.size() - 1) - ends.get(0)) / (length - 1);
        double first = ends.get(1) - ends.get(0);
        boolean even = step != 0 && Math.abs(first - step) <= 1e-3 * Math.abs(step); // floats are rounded
        return even ? Optional.of(step) : Optional.empty();
    }

    /** Returns the least and the greatest value; none where they are not known. */
    List<Double> range() {
        return ends.isEmpty() ? List.of() : ordered(ends.get(0), ends.get(ends.size() - 1));
    }

    /** Returns the outer edges; where they are not said, by the centers of evenly spaced cells; none if not known. */
    List<Double> edges() {
        if (!outerEdges.isEmpty()) {
            return List.of(Collections.min(outerEdges), Collections.max(outerEdges));
        }
        return step().map(step -> ordered(ends.get(0) - step / 2, ends.get(ends.size() - 1) + step / 2))
                .orElse(List.of());
    }

    static List<Double> ordered(double a, double b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    /**
     * Returns the members of {@code cube:dimensions}.
     *
     * @param bounds the edges of the grid, least x and y first, or none
     * @param epsg the code of its reference system
     * @return none where the extent is not known, which the extension wants
     */
    Map<String, Object> fields(List<Double> bounds, Optional<Integer> epsg) {
        Map<String, Object> members = switch (axis) {
            case X -> extent("spatial", "x", bounds.isEmpty() ? range() : List.of(bounds.get(0), bounds.get(2)));
            case Y -> extent("spatial", "y", bounds.isEmpty() ? range() : List.of(bounds.get(1), bounds.get(3)));
            case Z -> extent("spatial", "z", range());
            case T ->
                extent("temporal", "", times().stream().map(Instant::toString).toList());
            case OTHER -> extent("other", "", range());
        };
        if (members.isEmpty() || axis == Axis.T) {
            return members;
        }
        step().ifPresent(step -> members.put("step", Math.abs(step)));
        if (axis == Axis.X || axis == Axis.Y) {
            epsg.ifPresent(code -> members.put("reference_system", code));
        } else {
            Optional.ofNullable(coordinate).flatMap(ZarrArray::unit).ifPresent(unit -> members.put("unit", unit));
        }
        return members;
    }

    private static Map<String, Object> extent(String type, String axis, List<?> extent) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (!extent.isEmpty()) {
            members.put("type", type);
            if (!axis.isEmpty()) {
                members.put("axis", axis);
            }
            members.put("extent", extent);
        }
        return members;
    }

    /** Returns the first and the last time; none where they are not known. */
    List<Instant> times() {
        if (coordinate == null) {
            return List.of();
        }
        Optional<CfTime> unit = coordinate
                .text("units")
                .flatMap(units -> CfTime.of(units, coordinate.text("calendar").orElse(null)));
        try {
            return unit.map(time -> range().stream().map(time::at).toList()).orElse(List.of());
        } catch (DateTimeException | ArithmeticException e) {
            return List.of(); // a fill value, beyond all dates
        }
    }
}
