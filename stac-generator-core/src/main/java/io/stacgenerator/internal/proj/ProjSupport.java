package io.stacgenerator.internal.proj;

import io.stacgenerator.internal.projection.MapProjections;
import java.util.Set;

/**
 * What of PROJ strings proj4j 1.4.1 gets right. It ignores parameters that it does not know and has projections that
 * differ from those of PROJ, so that anything not compared with PROJ is refused.
 */
final class ProjSupport {

    private static final Set<String> PROJECTIONS = Set.of(
            "longlat", "utm", "etmerc", "lcc", "aea", "laea", "stere", "sterea", "merc", "cea", "omerc", "somerc",
            "krovak", "nzmg", "cass", "aeqd", "robin", "eck4", "eck6");

    /** Versions of PROJ differ on an ellipsoid. */
    private static final Set<String> PROJECTIONS_OF_A_SPHERE = Set.of("gnom");

    private static final double BESSEL_SEMI_MAJOR = 6_377_397.155;

    private static final Set<String> ELLIPSOIDS = Set.of(
            "WGS84",
            "GRS80",
            "bessel",
            "intl",
            "clrk66",
            "clrk80",
            "krass",
            "airy",
            "mod_airy",
            "aust_SA",
            "GRS67",
            "helmert",
            "evrst30",
            "evrst48",
            "evrst56",
            "evrst69",
            "evrstSS",
            "bess_nam",
            "WGS72",
            "WGS66",
            "WGS60");
    private static final Set<String> NUMBERS = Set.of(
            "a",
            "b",
            "to_meter",
            "to_degree",
            "base",
            "lat_0",
            "lat_1",
            "lat_2",
            "lat_ts",
            "lon_0",
            "lon_1",
            "lon_2",
            "lonc",
            "alpha",
            "gamma",
            "k_0",
            "x_0",
            "y_0",
            "h",
            "h_0",
            "zone",
            "pm");
    private static final Set<String> WORDS =
            Set.of("proj", "ellps", "datum", "towgs84", "axis", "sweep", "south", "no_uoff", "R_A");
    private static final Set<String> WITHOUT_MEANING =
            Set.of("type", "no_defs", "wktext", "vunits", "vto_meter", "geoidgrids", "geoid_crs");

    private ProjSupport() {}

    /**
     * Removes what has no meaning for longitude and latitude, and checks the rest.
     *
     * @throws IllegalArgumentException naming the first parameter that proj4j cannot be trusted with
     */
    static void check(ProjString string) {
        string.parameters().keySet().removeAll(WITHOUT_MEANING);
        checkNames(string);
        checkFigure(string);
        checkProjection(string);
        checkParameters(string);
    }

    private static void checkNames(ProjString string) {
        string.parameters().forEach((name, value) -> {
            if (NUMBERS.contains(name)) {
                require(Double.isFinite(string.number(name, 0)), "parameter +" + name + "=" + value + " is not finite");
            } else {
                require(WORDS.contains(name), "parameter +" + name + " is not supported");
            }
        });
        require(string.text("axis", "enu").matches("[ew][ns]u|[ns][ew]u"), "axis order is not supported");
    }

    private static void checkFigure(ProjString string) {
        require(
                string.text("datum", "WGS84").equals("WGS84"),
                "datum " + string.text("datum", "") + " is not supported");
        require(
                ELLIPSOIDS.contains(string.text("ellps", "WGS84")),
                "ellipsoid " + string.text("ellps", "") + " is not supported");
        double a = string.number("a", 1);
        double b = string.number("b", a);
        require(a > 0 && b > 0 && b <= a, "ellipsoid of a=" + a + " and b=" + b + " is not supported");
    }

    private static void checkProjection(ProjString string) {
        String name = string.projection();
        boolean onSphere = PROJECTIONS_OF_A_SPHERE.contains(name);
        boolean own = MapProjections.isKnown(name);
        require(PROJECTIONS.contains(name) || onSphere || own, "projection " + name + " is not supported");
        require(!onSphere || string.spherical(), "projection " + name + " is supported on a sphere only");
        require(name.equals("geos") || !string.has("h"), "parameter +h is not supported with projection " + name);
        require(name.equals("col_urban") || !string.has("h_0"), "parameter +h_0 is not supported with " + name);
        require(!own || string.text("axis", "enu").equals("enu"), "parameter +axis is not supported with " + name);
        // PROJ shifts the datum of this sphere instead of that of the ellipsoid
        require(
                !string.has("R_A") || !(string.has("datum") || string.has("towgs84")),
                "parameter +R_A is not supported with a datum");
        require(OwnMap.AUTHALIC.contains(name) || !string.has("R_A"), "parameter +R_A is not supported with " + name);
        require(!own || string.number("k_0", 1) == 1, "parameter +k_0 is not supported with " + name);
    }

    /** What single projections need, and what they do not take. */
    private static void checkParameters(ProjString string) {
        switch (string.projection()) {
            case "geos" -> {
                requireZero(string, "lat_0");
                require(string.number("h", 0) > 0, "the height of a geostationary satellite is missing");
            }
            case "tpeqd" -> {
                requireZero(string, "lat_0", "lon_0");
                require(string.has("lat_1") && string.has("lat_2"), "two-point equidistant needs its points");
                // PROJ 9.1 takes the middle of such longitudes on the other side of the Earth
                require(
                        Math.abs(string.number("lon_1", 0) - string.number("lon_2", 0)) <= 180,
                        "two-point equidistant is not supported across the antimeridian");
            }
            case "eqdc" -> require(string.has("lat_1") && string.has("lat_2"), "equidistant conic needs its parallels");
            case "nzmg" ->
                require(string.has("lat_0") && string.has("x_0"), "New Zealand Map Grid needs its parameters");
            case "krovak" -> {
                require(string.has("lat_0") && string.has("lon_0") && string.has("k_0"), "Krovak needs its parameters");
                // PROJ 9.1 takes the axis of Bessel on the way there and that of the file back, up to 307 m apart
                require(
                        string.text("ellps", "").equals("bessel")
                                || Math.abs(string.number("a", 0) - BESSEL_SEMI_MAJOR) < 1,
                        "Krovak is supported on the ellipsoid of Bessel only");
                // PROJ adds false origins before it turns the axes
                if (string.has("axis")) {
                    requireZero(string, "x_0", "y_0");
                }
            }
            case "omerc" ->
                require(
                        string.has("alpha") && string.has("lonc"),
                        "oblique Mercator is supported with alpha and lonc only");
            default -> {}
        }
    }

    private static void requireZero(ProjString string, String... names) {
        for (String name : names) {
            require(
                    string.number(name, 0) == 0,
                    "parameter +" + name + " is not supported with " + string.projection());
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
