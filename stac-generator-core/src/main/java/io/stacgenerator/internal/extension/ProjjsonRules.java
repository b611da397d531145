package io.stacgenerator.internal.extension;

import io.stacgenerator.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The outermost members of a coordinate reference system in PROJJSON 0.7, by the schema of PROJ. */
final class ProjjsonRules {

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

    private ProjjsonRules() {}

    static List<Fault> check(Object value) {
        Map<?, ?> crs = (Map<?, ?>) value;
        Set<String> required = REQUIRED.get(String.valueOf(crs.get("type")));
        if (required == null) {
            String types = String.join(", ", new TreeSet<>(REQUIRED.keySet()));
            return List.of(Fault.unexpected("/type", crs.get("type"), "one of " + types));
        }
        return new TreeSet<>(required)
                .stream()
                        .filter(name -> !crs.containsKey(name))
                        .map(name -> new Fault("", "lacks %s, expected it in a %s".formatted(name, crs.get("type"))))
                        .toList();
    }
}
