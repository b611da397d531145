package io.stacgenerator.internal.proj;

import java.util.Map;

/** The linear units of PROJ strings. */
final class LinearUnit {

    private static final Map<String, Double> METERS = Map.ofEntries(
            Map.entry("m", 1.0),
            Map.entry("km", 1000.0),
            Map.entry("dm", 0.1),
            Map.entry("cm", 0.01),
            Map.entry("mm", 0.001),
            Map.entry("ft", 0.3048),
            Map.entry("us-ft", 1200.0 / 3937),
            Map.entry("yd", 0.9144),
            Map.entry("us-yd", 3600.0 / 3937),
            Map.entry("ch", 20.1168),
            Map.entry("us-ch", 79200.0 / 3937),
            Map.entry("link", 0.201168),
            Map.entry("mi", 1609.344),
            Map.entry("us-mi", 6336000.0 / 3937),
            Map.entry("kmi", 1852.0),
            Map.entry("fath", 1.8288),
            Map.entry("ind-yd", 0.91439523),
            Map.entry("ind-ft", 0.30479841),
            Map.entry("ind-ch", 20.11669506));

    private LinearUnit() {}

    static double meters(String unit) {
        Double meters = METERS.get(unit);
        if (meters == null) {
            throw new IllegalArgumentException("unit " + unit + " is unknown, expected one of " + METERS.keySet());
        }
        return meters;
    }
}
