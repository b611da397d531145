package io.stacgenerator.internal.validation;

import static io.stacgenerator.internal.validation.GeometryForm.number;

import java.util.List;
import java.util.Map;

/** What RFC 7946 demands of well-formed geometries: positions in degrees (section 4), and rings (section 3.1.6). */
final class Wgs84Rules {

    private Wgs84Rules() {}

    static void check(Map<?, ?> geometry, Faults faults) {
        checkPositions(GeometryForm.positions(geometry), faults);
        List<?> coordinates = GeometryForm.coordinates(geometry);
        if ("Polygon".equals(geometry.get("type"))) {
            checkPolygon("/geometry/coordinates", coordinates, faults);
        } else if ("MultiPolygon".equals(geometry.get("type"))) {
            for (int i = 0; i < coordinates.size(); i++) {
                checkPolygon("/geometry/coordinates/" + i, (List<?>) coordinates.get(i), faults);
            }
        }
    }

    private static void checkPositions(List<List<?>> positions, Faults faults) {
        positions.stream()
                .filter(position -> !isInDegrees(position))
                .findFirst()
                .ifPresent(position -> faults.add(
                        "/geometry",
                        "has the position %s, expected longitudes -180 to 180 and latitudes -90 to 90 in WGS 84"
                                .formatted(position)));
    }

    private static boolean isInDegrees(List<?> position) {
        return Math.abs(number(position, 0)) <= 180 && Math.abs(number(position, 1)) <= 90;
    }

    private static void checkPolygon(String pointer, List<?> rings, Faults faults) {
        for (int i = 0; i < rings.size(); i++) {
            checkRing(pointer + "/" + i, (List<?>) rings.get(i), i == 0, faults);
        }
    }

    private static void checkRing(String pointer, List<?> ring, boolean exterior, Faults faults) {
        if (!isClosed(ring)) {
            faults.add(
                    pointer,
                    "is a ring that begins at %s and ends at %s, expected it closed"
                            .formatted(ring.get(0), ring.get(ring.size() - 1)));
            return;
        }
        double area = area(ring);
        if (area == 0) {
            faults.add(pointer, "is a ring that encloses nothing");
        } else if (exterior != area > 0) {
            faults.add(
                    pointer,
                    exterior
                            ? "is an exterior ring that runs clockwise, expected counter-clockwise"
                            : "is a hole that runs counter-clockwise, expected clockwise");
        }
    }

    private static boolean isClosed(List<?> ring) {
        List<?> first = (List<?>) ring.get(0);
        List<?> last = (List<?>) ring.get(ring.size() - 1);
        boolean closed = first.size() == last.size();
        for (int i = 0; closed && i < first.size(); i++) {
            closed = number(first, i) == number(last, i);
        }
        return closed;
    }

    /** Twice the area, positive when the ring runs counter-clockwise; relative to its first position, for precision. */
    private static double area(List<?> ring) {
        List<?> origin = (List<?>) ring.get(0);
        double area = 0;
        for (int i = 1; i < ring.size(); i++) {
            List<?> a = (List<?>) ring.get(i - 1);
            List<?> b = (List<?>) ring.get(i);
            area += (number(a, 0) - number(origin, 0)) * (number(b, 1) - number(origin, 1))
                    - (number(b, 0) - number(origin, 0)) * (number(a, 1) - number(origin, 1));
        }
        return area;
    }
}
