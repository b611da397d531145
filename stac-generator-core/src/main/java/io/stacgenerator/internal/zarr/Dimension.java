package io.stacgenerator.internal.zarr;

import io.stacgenerator.internal.datetime.CfTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
