package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.CrsEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figure of a geodetic datum.
 *
 * @param code its code in the EPSG register, 0 when it has none
 * @param name its name there
 * @param semiMajor the semi-major axis in meters
 * @param inverseFlattening the inverse flattening, 0 for a sphere
 */
record Ellipsoid(int code, String name, double semiMajor, double inverseFlattening) {

    private static final int CODE = 2056;
    private static final int SEMI_MINOR_AXIS = 2058;
    private static final int INVERSE_FLATTENING = 2059;
    private static final int GRS_1980 = 7019;
    private static final int WGS_84 = 7030;
    private static final double SAME_METERS = 0.01;
    private static final double NEAR_METERS = 1;
    private static final double SAME_FLATTENING = 1e-7;
    private static final double EARTH = 6_378_137;
    private static final double EARTHLY = 0.01;
    private static final List<Ellipsoid> NAMED = List.of(
            new Ellipsoid(7001, "Airy 1830", 6377563.396, 299.3249646),
            new Ellipsoid(7002, "Airy Modified 1849", 6377340.189, 299.3249646),
            new Ellipsoid(7003, "Australian National Spheroid", 6378160, 298.25),
            new Ellipsoid(7004, "Bessel 1841", 6377397.155, 299.1528128),
            ofAxes(7008, "Clarke 1866", 6378206.4, 6356583.8),
            ofAxes(7010, "Clarke 1880 (Benoit)", 6378300.789, 6356566.435),
            ofAxes(7011, "Clarke 1880 (IGN)", 6378249.2, 6356515),
            new Ellipsoid(7012, "Clarke 1880 (RGS)", 6378249.145, 293.465),
            new Ellipsoid(7013, "Clarke 1880 (Arc)", 6378249.145, 293.4663077),
            new Ellipsoid(7015, "Everest 1830 (1937 Adjustment)", 6377276.345, 300.8017),
            new Ellipsoid(7016, "Everest 1830 (1967 Definition)", 6377298.556, 300.8017),
            new Ellipsoid(7018, "Everest 1830 Modified", 6377304.063, 300.8017),
            new Ellipsoid(GRS_1980, "GRS 1980", EARTH, 298.257222101),
            new Ellipsoid(7020, "Helmert 1906", 6378200, 298.3),
            new Ellipsoid(7021, "Indonesian National Spheroid", 6378160, 298.247),
            new Ellipsoid(7022, "International 1924", 6378388, 297),
            new Ellipsoid(7024, "Krassowsky 1940", 6378245, 298.3),
            new Ellipsoid(7025, "NWL 9D", 6378145, 298.25),
            new Ellipsoid(WGS_84, "WGS 84", EARTH, 298.257223563),
            new Ellipsoid(7036, "GRS 1967", 6378160, 298.247167427),
            new Ellipsoid(7043, "WGS 72", 6378135, 298.26),
            new Ellipsoid(7048, "GRS 1980 Authalic Sphere", 6371007, 0));

    /** Reads the figure: by its code, else by its axes; empty where neither is known. */
    static Optional<Ellipsoid> of(GeoKeys keys) {
        int code = keys.registered(CODE);
        return NAMED.stream().filter(named -> named.code == code).findFirst().or(() -> ofAxes(keys));
    }

    private static Optional<Ellipsoid> ofAxes(GeoKeys keys) {
        double semiMajor = keys.positive(GeoKeys.SEMI_MAJOR_AXIS);
        double semiMinor = keys.positive(SEMI_MINOR_AXIS);
        double inverse = keys.number(INVERSE_FLATTENING).orElse(Double.NaN);
        if (semiMajor == 0 || (semiMinor == 0 && !(inverse == 0 || inverse > 1))) {
            return Optional.empty();
        }
        return Optional.of(
                semiMinor > 0 && semiMinor <= semiMajor
                        ? ofAxes(semiMajor, semiMinor)
                        : new Ellipsoid(0, "unknown", semiMajor, inverse).known());
    }

    /** Every ellipsoid of the Earth has a semi-major axis of about 6378 km; one that is not given is taken for such. */
    static boolean terrestrial(GeoKeys keys) {
        return terrestrial(keys.number(GeoKeys.SEMI_MAJOR_AXIS).orElse(EARTH));
    }

    /** Every ellipsoid of the Earth has a semi-major axis of about 6378 km. */
    static boolean terrestrial(double semiMajor) {
        return Math.abs(semiMajor / EARTH - 1) < EARTHLY;
    }

    /** Makes the figure of a listed system, whose PROJ string has axes or one of the two names in the table. */
    static Ellipsoid ofProj(CrsEntry entry) {
        Map<String, String> proj = entry.parameters();
        String name = proj.getOrDefault("ellps", "");
        if (name.isEmpty()) {
            return ofAxes(
                    Double.parseDouble(proj.getOrDefault("a", "")), Double.parseDouble(proj.getOrDefault("b", "")));
        }
        int code = name.equals("GRS80") ? GRS_1980 : WGS_84;
        return NAMED.stream().filter(named -> named.code == code).findFirst().orElseThrow();
    }

    /** Makes a figure of its axes in meters, with the name of a common one where it is the same. */
    static Ellipsoid ofAxes(double semiMajor, double semiMinor) {
        return ofAxes(0, "unknown", semiMajor, semiMinor).known();
    }

    /** Makes a figure of its semi-major axis in meters and its inverse flattening, 0 for a sphere. */
    static Ellipsoid ofFlattening(String name, double semiMajor, double inverseFlattening) {
        return new Ellipsoid(0, name, semiMajor, inverseFlattening).known();
    }

    private static Ellipsoid ofAxes(int code, String name, double semiMajor, double semiMinor) {
        double inverse = semiMajor == semiMinor ? 0 : semiMajor / (semiMajor - semiMinor);
        return new Ellipsoid(code, name, semiMajor, inverse);
    }

    private Ellipsoid known() {
        return NAMED.stream().filter(this::same).findFirst().orElse(this);
    }

    double semiMinor() {
        return inverseFlattening == 0 ? semiMajor : semiMajor * (1 - 1 / inverseFlattening);
    }

    Ellipsoid sphere() {
        return new Ellipsoid(0, name + " sphere", semiMajor, 0);
    }

    boolean same(Ellipsoid other) {
        return Math.abs(other.semiMajor - semiMajor) < SAME_METERS
                && Math.abs(other.inverseFlattening - inverseFlattening) < SAME_FLATTENING;
    }

    /** Returns whether places differ by less than a meter: files round the numbers of known figures. */
    boolean near(Ellipsoid other) {
        return Math.abs(other.semiMajor - semiMajor) < NEAR_METERS
                && Math.abs(other.semiMinor() - semiMinor()) < NEAR_METERS;
    }

    String proj() {
        return "+a=" + ProjNumber.text(semiMajor) + " +b=" + ProjNumber.text(semiMinor());
    }

    Map<String, Object> projjson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        if (inverseFlattening == 0) {
            json.put("radius", semiMajor);
        } else {
            json.put("semi_major_axis", semiMajor);
            json.put("inverse_flattening", inverseFlattening);
        }
        if (code != 0) {
            json.put("id", ProjJson.id(code));
        }
        return json;
    }
}
