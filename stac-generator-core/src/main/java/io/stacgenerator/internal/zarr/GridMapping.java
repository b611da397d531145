package io.stacgenerator.internal.zarr;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A reference system by the parameters of CF instead of text (CF 1.11, appendix F): a PROJ string. */
public final class GridMapping {

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("albers_conical_equal_area", "aea"),
            Map.entry("azimuthal_equidistant", "aeqd"),
            Map.entry("geostationary", "geos"),
            Map.entry("lambert_azimuthal_equal_area", "laea"),
            Map.entry("lambert_conformal_conic", "lcc"),
            Map.entry("lambert_cylindrical_equal_area", "cea"),
            Map.entry("mercator", "merc"),
            Map.entry("polar_stereographic", "stere"),
            Map.entry("sinusoidal", "sinu"),
            Map.entry("stereographic", "stere"),
            Map.entry("transverse_mercator", "tmerc"));

    private static final String HEIGHT = "perspective_point_height";

    private static final Map<String, String> PARAMETERS = parameters();

    /** In meters; PROJ takes false origins in meters, whatever the unit of coordinates. */
    private static final Map<String, Double> UNITS =
            Map.of("m", 1.0, "meter", 1.0, "meters", 1.0, "metre", 1.0, "metres", 1.0, "km", 1000.0);

    /** In radians: the coordinates of a view from a satellite, which PROJ has in meters at the height of it. */
    private static final Map<String, Double> ANGLES =
            Map.of("rad", 1.0, "radian", 1.0, "radians", 1.0, "microradian", 1e-6, "microradians", 1e-6);

    private GridMapping() {}

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("latitude_of_projection_origin", "lat_0");
        parameters.put("longitude_of_central_meridian", "lon_0");
        parameters.put("longitude_of_projection_origin", "lon_0");
        parameters.put("straight_vertical_longitude_from_pole", "lon_0");
        parameters.put("scale_factor_at_central_meridian", "k_0");
        parameters.put("scale_factor_at_projection_origin", "k_0");
        return parameters;
    }

    /**
     * Returns a PROJ string.
     *
     * @param mapping the attributes of a grid mapping
     * @param units the unit of the coordinates
     * @return empty where a method, a unit or a figure of the Earth is not known
     */
    public static Optional<String> proj(Map<String, Object> mapping, String units) {
        String method = METHODS.get(String.valueOf(mapping.get("grid_mapping_name")));
        Double unit = angle(mapping, units)
                .or(() -> Optional.ofNullable(UNITS.get(name(units))))
                .orElse(null);
        String figure = figure(mapping);
        boolean isLow = "geos".equals(method) && first(mapping, HEIGHT) <= 0;
        if (method == null
                || unit == null
                || isLow
                || figure.isEmpty()
                || first(mapping, "longitude_of_prime_meridian") != 0) {
            return Optional.empty();
        }
        StringBuilder proj = new StringBuilder("+proj=" + method + figure);
        PARAMETERS.forEach((name, parameter) -> add(proj, parameter, ZarrArray.numbers(mapping, name)));
        switch (method) {
            case "aea", "lcc" -> addCone(proj, ZarrArray.numbers(mapping, "standard_parallel"));
            case "geos" -> addSatellite(proj, mapping);
            default -> add(proj, "lat_ts", ZarrArray.numbers(mapping, "standard_parallel"));
        }
        addShift(proj, ZarrArray.numbers(mapping, "towgs84"));
        proj.append(" +x_0=").append(first(mapping, "false_easting") * unit);
        proj.append(" +y_0=").append(first(mapping, "false_northing") * unit);
        return Optional.of(proj + (unit == 1000 ? " +units=km" : " +units=m"));
    }

    /**
     * Returns what coordinates are multiplied by to be in meters.
     *
     * @return the height of a satellite by radians, where they are angles; else 1
     */
    static double scale(Map<String, Object> mapping, String units) {
        return angle(mapping, units).orElse(1.0);
    }

    /** The standard parallels shape the cone; with other methods they are where the scale is true. */
    private static void addCone(StringBuilder proj, List<Double> parallels) {
        add(proj, "lat_1", parallels);
        add(proj, "lat_2", parallels.size() > 1 ? parallels.subList(1, 2) : parallels);
    }

    /** Three parameters are of a shift alone; the sense of the rotations of seven is that of PROJ. */
    private static void addShift(StringBuilder proj, List<Double> parameters) {
        if (parameters.size() == 3 || parameters.size() == 7) {
            proj.append(parameters.stream().map(String::valueOf).collect(joining(",", " +towgs84=", "")));
        }
    }

    /** Of the two axes of a satellite one is fixed, and it sweeps along the other. */
    private static void addSatellite(StringBuilder proj, Map<String, Object> mapping) {
        boolean sweepsX = "x".equals(mapping.get("sweep_angle_axis")) || "y".equals(mapping.get("fixed_angle_axis"));
        add(proj, "h", ZarrArray.numbers(mapping, HEIGHT));
        proj.append(sweepsX ? " +sweep=x" : " +sweep=y");
    }

    /** Returns the meters of an angle at the height of a satellite; empty where coordinates are no angles. */
    private static Optional<Double> angle(Map<String, Object> mapping, String units) {
        return Optional.ofNullable(ANGLES.get(name(units)))
                .filter(unit -> "geostationary".equals(mapping.get("grid_mapping_name")))
                .map(unit -> unit * first(mapping, HEIGHT));
    }

    private static String name(String units) {
        return units.strip().toLowerCase(Locale.ROOT);
    }

    private static String figure(Map<String, Object> mapping) {
        List<Double> radius = ZarrArray.numbers(mapping, "earth_radius");
        List<Double> major = ZarrArray.numbers(mapping, "semi_major_axis");
        List<Double> minor = ZarrArray.numbers(mapping, "semi_minor_axis");
        List<Double> flattening = ZarrArray.numbers(mapping, "inverse_flattening");
        if (major.isEmpty()) {
            return radius.isEmpty() ? "" : " +R=" + radius.get(0);
        }
        if (!flattening.isEmpty() && flattening.get(0) > 0) {
            return " +a=" + major.get(0) + " +rf=" + flattening.get(0);
        }
        return minor.isEmpty() ? "" : " +a=" + major.get(0) + " +b=" + minor.get(0);
    }

    private static void add(StringBuilder proj, String parameter, List<Double> numbers) {
        if (!numbers.isEmpty()) {
            proj.append(" +").append(parameter).append('=').append(numbers.get(0));
        }
    }

    private static double first(Map<String, Object> mapping, String name) {
        return ZarrArray.first(mapping, name, 0);
    }
}
