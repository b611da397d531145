package io.stacgenerator.internal.validation;

import java.util.List;
import java.util.Map;

/** Where an Item lies: geometry and bounding box go together (STAC Item specification, "geometry" and "bbox"). */
final class LocationRules {

    private LocationRules() {}

    static void check(Map<String, Object> item, Faults faults) {
        if (!item.containsKey("geometry")) {
            faults.lacks("", "geometry", "a geometry, or null for an Item without a place");
        } else if (item.get("geometry") == null) {
            checkUnlocated(item, faults);
        } else {
            checkLocated(item, faults);
        }
    }

    private static void checkUnlocated(Map<String, Object> item, Faults faults) {
        if (item.containsKey("bbox")) {
            faults.unexpected("/bbox", item.get("bbox"), "no such member where geometry is null");
        }
    }

    private static void checkLocated(Map<String, Object> item, Faults faults) {
        boolean bounded = BboxRules.check(item, faults);
        boolean formed = GeometryForm.check("/geometry", item.get("geometry"), faults);
        if (formed && item.get("geometry") instanceof Map<?, ?> geometry) {
            Wgs84Rules.check(geometry, faults);
            if (bounded && item.get("bbox") instanceof List<?> box) {
                BboxRules.checkEncloses(box, GeometryForm.positions(geometry), faults);
            }
        }
    }
}
