package io.stacgenerator.internal.zarr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A reference system by the parameters of CF instead of text (CF 1.11, appendix F): a PROJ string. */
final class GridMapping {

    private static final Map<String, String> METHODS = Map.of(
            "albers_conical_equal_area", "aea",
            "azimuthal_equidistant", "aeqd",
            "lambert_azimuthal_equal_area", "laea",
            "lambert_conformal_conic", "lcc",
            "lambert_cylindrical_equal_area", "cea",
            "mercator", "merc",
            "polar_stereographic", "stere",
            "sinusoidal", "sinu",
            "stereographic", "stere",
            "transverse_mercator", "tmerc");

    /** Of these methods the standard parallels shape the cone; of others they are where the scale is true. */
    private static final List<String> CONIC = List.of("aea", "lcc");

    private static final Map<String, String> PARAMETERS = parameters();

    /** In meters; PROJ takes false origins in meters, whatever the unit of coordinates. */
    private static final Map<String, Double> UNITS =
            Map.of("m", 1.0, "meter", 1.0, "meters", 1.0, "metre", 1.0, "metres", 1.0, "km", 1000.0);

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
    static Optional<String> proj(Map<String, Object> mapping, String units) {
        String method = METHODS.get(String.valueOf(mapping.get("grid_mapping_name")));
        Double unit = UNITS.get(units.strip().toLowerCase(Locale.ROOT));
        String figure = figure(mapping);
        if (method == null || unit == null || figure.isEmpty() || first(mapping, "longitude_of_prime_meridian") != 0) {
            return Optional.empty();
        }
        StringBuilder proj = new StringBuilder("+proj=" + method + figure);
        PARAMETERS.forEach((name, parameter) -> add(proj, parameter, numbers(mapping, name)));
        List<Double> parallels = numbers(mapping, "standard_parallel");
        if (CONIC.contains(method)) {
            add(proj, "lat_1", parallels);
            add(proj, "lat_2", parallels.size() > 1 ? parallels.subList(1, 2) : parallels);
        } else {
            add(proj, "lat_ts", parallels);
        }
        proj.append(" +x_0=").append(first(mapping, "false_easting") * unit);
        proj.append(" +y_0=").append(first(mapping, "false_northing") * unit);
        return Optional.of(proj + (unit == 1 ? " +units=m" : " +units=km"));
    }

    private static String figure(Map<String, Object> mapping) {
        List<Double> radius = numbers(mapping, "earth_radius");
        List<Double> major = numbers(mapping, "semi_major_axis");
        List<Double> minor = numbers(mapping, "semi_minor_axis");
        List<Double> flattening = numbers(mapping, "inverse_flattening");
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
        List<Double> numbers = numbers(mapping, name);
        return numbers.isEmpty() ? 0 : numbers.get(0);
    }

    private static List<Double> numbers(Map<String, Object> mapping, String name) {
        return mapping.get(name) instanceof Number number
                ? List.of(number.doubleValue())
                : ZarrArray.numbers(mapping, name);
    }
}
