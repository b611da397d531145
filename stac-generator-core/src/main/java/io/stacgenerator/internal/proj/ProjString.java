package io.stacgenerator.internal.proj;

import io.stacgenerator.internal.projection.MapProjections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A PROJ string, rewritten into one that proj4j reads as PROJ would.
 *
 * <p>The parameters are those of the PROJ documentation; {@code to_degree}, the size of an angular unit in degrees, and
 * {@code base}, the EPSG code of the geographic system whose shifts of datum hold, are our own.
 */
final class ProjString {

    private static final double DEFAULT_SPHERE = 6_370_997;
    private static final double ALMOST_SPHERE = 1 - 1e-10;
    private static final double SEMI_MAJOR = 6_378_137;
    private static final String ALMOST_EQUATOR = "1e-8";

    private static final Set<String> OURS = Set.of("sweep", "to_degree", "base");
    private static final Set<String> OF_BASE = Set.of("ellps", "datum", "a", "b", "towgs84", "pm");
    private static final Set<String> MODERN = Set.of("", "WGS84", "GRS80");
    private static final Set<String> UNITY = Set.of("k_0", "to_meter", "to_degree");
    private static final Set<String> NOT_COMPARED = Set.of(
            "ellps",
            "datum",
            "towgs84",
            "base",
            "type",
            "no_defs",
            "wktext",
            "vunits",
            "vto_meter",
            "geoidgrids",
            "R_A");

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private ProjString(String text) {
        for (String token : text.strip().split("\\s+", -1)) {
            String[] pair = token.replaceFirst("^\\+", "").split("=", 2);
            parameters.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
    }

    /**
     * Reads a PROJ string.
     *
     * @throws IllegalArgumentException when the string is malformed, or proj4j is not known to give what PROJ gives
     */
    static ProjString parse(String text) {
        ProjString string = new ProjString(text);
        string.rewriteNames();
        string.rewriteEllipsoid();
        string.rewriteUnits();
        ProjSupport.check(string);
        string.rewriteProjection();
        return string;
    }

    /** Reads a PROJ string to compare it with others, whether proj4j can be trusted with it or not. */
    static ProjString comparable(String text) {
        ProjString string = new ProjString(text);
        string.rewriteNames();
        string.rewriteEllipsoid();
        string.rewriteUnits();
        string.rewriteZone();
        Ellipsoids.axes(string.text("ellps", string.text("datum", ""))).ifPresent(axes -> {
            string.put("a", axes[0]);
            string.put("b", axes[1]);
        });
        string.parameters.keySet().removeAll(NOT_COMPARED);
        return string;
    }

    /**
     * Returns whether two systems have the same projection, figure, meridian and unit; shifts of datum do not count.
     */
    boolean same(ProjString other, double tolerance) {
        Set<String> names = new HashSet<>(parameters.keySet());
        names.addAll(other.parameters.keySet());
        return names.stream().allMatch(name -> same(name, other, tolerance));
    }

    private boolean same(String name, ProjString other, double tolerance) {
        if (text(name, "").equals(other.text(name, ""))) {
            return true;
        }
        double otherwise = UNITY.contains(name) ? 1 : 0;
        try {
            double mine = number(name, otherwise);
            double theirs = other.number(name, otherwise);
            return Math.abs(mine - theirs) <= tolerance * Math.max(1, Math.abs(mine));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void rewriteZone() {
        if (projection().equals("utm")) {
            parameters.put("proj", "etmerc");
            put("lon_0", number("zone", Double.NaN) * 6 - 183);
            put("k_0", 0.9996);
            put("x_0", 500_000);
            put("y_0", has("south") ? 10_000_000 : 0);
            parameters.keySet().removeAll(Set.of("zone", "south"));
        }
    }

    Map<String, String> parameters() {
        return parameters;
    }

    String projection() {
        return parameters.getOrDefault("proj", "");
    }

    boolean geographic() {
        return projection().equals("longlat");
    }

    boolean spherical() {
        return has("b") && number("a", 0) == number("b", 0);
    }

    /** Returns whether the datum is one of before satellites, and nothing says how to shift it; spheres have none. */
    boolean unshifted() {
        boolean ellipsoid =
                has("b") ? number("a", 0) != SEMI_MAJOR && !spherical() : !MODERN.contains(text("ellps", ""));
        return ellipsoid && !has("towgs84") && !has("base");
    }

    double number(String key, double otherwise) {
        String value = parameters.get(key);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("parameter +" + key + "=" + value + " is not a number", e);
        }
    }

    String text(String key, String otherwise) {
        return parameters.getOrDefault(key, otherwise);
    }

    boolean has(String key) {
        return parameters.containsKey(key);
    }

    /** Tells whether a geostationary satellite sweeps along x. */
    boolean sweepsX() {
        return text("sweep", "y").equals("x");
    }

    /** Returns what proj4j computes: the base alone where the projection is one of our own. */
    String computed() {
        return MapProjections.isKnown(projection()) ? base() : proj4j();
    }

    /** Returns the geographic system below the projection, for proj4j. */
    String base() {
        return "+proj=longlat " + proj4j(OF_BASE::contains);
    }

    /** Returns the string for proj4j. */
    String proj4j() {
        return proj4j(name -> !OURS.contains(name));
    }

    private String proj4j(Predicate<String> wanted) {
        return parameters.entrySet().stream()
                .filter(p -> wanted.test(p.getKey()))
                .map(p -> "+" + p.getKey() + (p.getValue().isEmpty() ? "" : "=" + p.getValue()))
                .collect(Collectors.joining(" "));
    }

    private void rewriteNames() {
        take("k", k -> parameters.putIfAbsent("k_0", k));
        switch (projection()) {
            case "latlong", "lonlat", "latlon" -> parameters.put("proj", "longlat");
            case "tmerc" -> parameters.put("proj", "etmerc");
            default -> {}
        }
    }

    private void rewriteEllipsoid() {
        if (parameters.remove("ellps", "sphere")) {
            put("R", DEFAULT_SPHERE);
        }
        take("R", radius -> {
            parameters.put("a", radius);
            parameters.put("b", radius);
        });
        if (has("rf")) {
            put("b", number("a", Double.NaN) * (1 - 1 / number("rf", Double.NaN)));
            parameters.remove("rf");
        }
        if (parameters.remove("datum", "NAD83")) {
            parameters.put("ellps", "GRS80");
        }
        parameters.remove("nadgrids", "@null");
    }

    private void rewriteUnits() {
        take("units", units -> {
            if (!units.equals("m") && !has("to_meter")) {
                put("to_meter", LinearUnit.meters(units));
            }
        });
    }

    private void rewriteProjection() {
        switch (projection()) {
            case "merc" -> take("lat_ts", latitude -> put("k_0", scaleAt(Double.parseDouble(latitude))));
            case "stere" -> rewriteStereographic();
            case "lcc" -> parameters.putIfAbsent("lat_2", parameters.getOrDefault("lat_1", "0"));
            case "omerc" -> rewriteObliqueMercator();
            case "aea", "etmerc" -> avoidSphere();
            case "aeqd" -> moveMeridian();
            default -> {}
        }
    }

    /** proj4j takes an absent true-scale latitude for the equator, and is lost at one of zero. */
    private void rewriteStereographic() {
        parameters.putIfAbsent("lat_ts", parameters.getOrDefault("lat_0", "0"));
        if (number("lat_0", 0) == 0 && !spherical()) {
            parameters.put("lat_0", ALMOST_EQUATOR);
        }
    }

    /**
     * proj4j misplaces the center where gamma differs from alpha, so the false origin is moved there from the natural
     * one.
     */
    private void rewriteObliqueMercator() {
        parameters.putIfAbsent("gamma", parameters.getOrDefault("alpha", "0"));
        if (!has("no_uoff")) {
            parameters.put("no_uoff", "");
            double x = number("x_0", 0);
            double y = number("y_0", 0);
            put("x_0", 0);
            put("y_0", 0);
            ProjCoordinate center = center();
            put("x_0", x - center.x);
            put("y_0", y - center.y);
        }
    }

    private ProjCoordinate center() {
        ProjString metric = new ProjString(proj4j());
        metric.parameters.keySet().removeAll(Set.of("to_meter", "pm", "axis"));
        ProjCoordinate center =
                new ProjCoordinate(Math.toRadians(number("lonc", 0)), Math.toRadians(number("lat_0", 0)));
        return new CRSFactory()
                .createFromParameters("system", metric.proj4j())
                .getProjection()
                .projectRadians(center, new ProjCoordinate());
    }

    /** proj4j has these projections right on ellipsoids only, however little they differ from a sphere. */
    private void avoidSphere() {
        if (spherical()) {
            put("b", number("a", 0) * ALMOST_SPHERE);
        }
    }

    /** proj4j cuts longitudes off at half a turn from Greenwich instead of from the central meridian. */
    private void moveMeridian() {
        put("pm", number("pm", 0) + number("lon_0", 0));
        parameters.remove("lon_0");
    }

    private void take(String key, Consumer<String> then) {
        String value = parameters.remove(key);
        if (value != null) {
            then.accept(value);
        }
    }

    private void put(String key, double value) {
        parameters.put(key, Double.toString(value));
    }

    private double scaleAt(double trueScaleLatitude) {
        double sin = Math.sin(Math.toRadians(trueScaleLatitude));
        return Math.sqrt((1 - sin * sin) / (1 - eccentricitySquared() * sin * sin));
    }

    private double eccentricitySquared() {
        if (has("b")) {
            double ratio = number("b", 0) / number("a", Double.NaN);
            return 1 - ratio * ratio;
        }
        double f = 1 / ("GRS80".equals(parameters.get("ellps")) ? 298.257222101 : 298.257223563);
        return f * (2 - f);
    }
}
