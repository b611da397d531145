package io.stacgenerator.internal.validation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of single fields that the table of known fields has no words for. */
final class SpecialRules {

    private static final Map<String, Rule> RULES = Map.of(
            "file:checksum", Multihash::check,
            "processing:software", MapRules.SOFTWARE::check,
            "proj:geometry", (value, pointer, faults) -> GeometryForm.check(pointer, value, faults),
            "proj:projjson", Projjson::check,
            "raster:histogram", HistogramRules::check,
            "sat:orbit_state_vectors", MapRules.STATE_VECTORS::check,
            "storage:schemes", MapRules.SCHEMES::check);

    private SpecialRules() {}

    /** Checks a value that has the type of its field. */
    static void check(String field, @Nullable Object value, String pointer, Faults faults) {
        Rule rule = RULES.get(field);
        if (rule != null && value != null) {
            rule.check(value, pointer, faults);
        }
    }

    private interface Rule {
        void check(Object value, String pointer, Faults faults);
    }
}
