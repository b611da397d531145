package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.model.JsonValues;
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
        GeometryForm.fault("/geometry", item.get("geometry")).ifPresentOrElse(faults::add, () -> {
            Map<String, Object> geometry = JsonValues.members(item.get("geometry"));
            Wgs84Rules.check(geometry, faults);
            if (bounded) {
                BboxRules.checkEncloses(JsonValues.elements(item.get("bbox")), geometry, faults);
            }
        });
    }
}
