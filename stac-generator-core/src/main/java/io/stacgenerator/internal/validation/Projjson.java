package io.stacgenerator.internal.validation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The outermost members of a coordinate reference system in PROJJSON 0.7, by the schema of PROJ. */
final class Projjson {

    private static final Set<String> NAMED = Set.of("name");
    private static final Set<String> ON_DATUM = Set.of("name", "datum");
    private static final Set<String> DERIVED = Set.of("name", "base_crs", "conversion", "coordinate_system");

    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("BoundCRS", Set.of("source_crs", "target_crs", "transformation")),
            Map.entry("CompoundCRS", Set.of("name", "components")),
            Map.entry("DerivedEngineeringCRS", DERIVED),
            Map.entry("DerivedGeodeticCRS", DERIVED),
            Map.entry("DerivedGeographicCRS", DERIVED),
            Map.entry("DerivedParametricCRS", DERIVED),
            Map.entry("DerivedProjectedCRS", DERIVED),
            Map.entry("DerivedTemporalCRS", DERIVED),
            Map.entry("DerivedVerticalCRS", DERIVED),
            Map.entry("EngineeringCRS", ON_DATUM),
            Map.entry("GeodeticCRS", NAMED),
            Map.entry("GeographicCRS", NAMED),
            Map.entry("ParametricCRS", ON_DATUM),
            Map.entry("ProjectedCRS", DERIVED),
            Map.entry("TemporalCRS", ON_DATUM),
            Map.entry("VerticalCRS", NAMED));

    private Projjson() {}

    static void check(Object value, String pointer, Faults faults) {
        Map<?, ?> crs = (Map<?, ?>) value;
        Set<String> required = REQUIRED.get(String.valueOf(crs.get("type")));
        if (required == null) {
            faults.unexpected(
                    pointer + "/type",
                    crs.get("type"),
                    "one of " + String.join(", ", new TreeSet<>(REQUIRED.keySet())));
            return;
        }
        for (String name : new TreeSet<>(required)) {
            if (!crs.containsKey(name)) {
                faults.lacks(pointer, name, "it in a " + crs.get("type"));
            }
        }
    }
}
