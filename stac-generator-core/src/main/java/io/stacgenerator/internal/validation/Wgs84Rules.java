package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;

/** What RFC 7946 demands of well-formed geometries: positions in degrees (section 4), and rings (section 3.1.6). */
final class Wgs84Rules {

    private Wgs84Rules() {}

    static void check(Map<String, Object> geometry, Faults faults) {
        GeometryForm.outsideOfDegrees(geometry, 180)
                .ifPresent(position -> faults.add(
                        "/geometry",
                        "has the position %s, expected longitudes -180 to 180 and latitudes -90 to 90 in WGS 84"
                                .formatted(position)));
        GeometryForm.polygons(geometry).forEach((pointer, rings) -> {
            for (int i = 0; i < rings.size(); i++) {
                checkRing(JsonPointer.to("/geometry" + pointer, i), JsonValues.elements(rings.get(i)), i == 0, faults);
            }
        });
    }

    private static void checkRing(String pointer, List<Object> ring, boolean exterior, Faults faults) {
        Object first = ring.get(0);
        Object last = ring.get(ring.size() - 1);
        double area = GeometryForm.area(ring);
        if (!JsonValues.same(first, last)) {
            faults.add(
                    pointer, "is a ring that begins at %s and ends at %s, expected it closed".formatted(first, last));
        } else if (area == 0) {
            faults.add(pointer, "is a ring that encloses nothing");
        } else if (exterior != area > 0) {
            faults.add(
                    pointer,
                    exterior
                            ? "is an exterior ring that runs clockwise, expected counter-clockwise"
                            : "is a hole that runs counter-clockwise, expected clockwise");
        }
    }
}
