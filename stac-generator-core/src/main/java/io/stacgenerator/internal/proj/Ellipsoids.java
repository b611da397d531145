package io.stacgenerator.internal.proj;

import java.util.Map;
import java.util.Optional;

/** The axes of ellipsoids in meters by the names of PROJ that the table and usual files have. */
final class Ellipsoids {

    private static final Map<String, double[]> AXES = Map.ofEntries(
            flattened("WGS84", 6_378_137, 298.257223563),
            flattened("GRS80", 6_378_137, 298.257222101),
            flattened("NAD83", 6_378_137, 298.257222101),
            flattened("bessel", 6_377_397.155, 299.1528128),
            flattened("intl", 6_378_388, 297),
            flattened("krass", 6_378_245, 298.3),
            flattened("aust_SA", 6_378_160, 298.25),
            flattened("WGS72", 6_378_135, 298.26),
            Map.entry("clrk66", new double[] {6_378_206.4, 6_356_583.8}),
            Map.entry("airy", new double[] {6_377_563.396, 6_356_256.910}));

    private Ellipsoids() {}

    static Optional<double[]> axes(String name) {
        return Optional.ofNullable(AXES.get(name)).map(double[]::clone);
    }

    private static Map.Entry<String, double[]> flattened(String name, double semiMajor, double inverseFlattening) {
        return Map.entry(name, new double[] {semiMajor, semiMajor * (1 - 1 / inverseFlattening)});
    }
}
