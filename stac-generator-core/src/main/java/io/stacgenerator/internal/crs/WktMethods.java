package io.stacgenerator.internal.crs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that well-known text has for map projections: those of EPSG, of GDAL's WKT 1 and of ESRI. */
final class WktMethods {

    private static final Map<String, ProjectionMethod> METHODS = methods();

    private WktMethods() {}

    private static Map<String, ProjectionMethod> methods() {
        Map<String, ProjectionMethod> methods = new HashMap<>();
        for (ProjectionMethod method : ProjectionMethod.values()) {
            methods.put(key(method.title()), method);
        }
        add(methods, ProjectionMethod.TRANSVERSE_MERCATOR, "Gauss_Kruger");
        add(methods, ProjectionMethod.MERCATOR_A, "Mercator_1SP");
        add(methods, ProjectionMethod.MERCATOR_B, "Mercator_2SP", "Mercator");
        add(methods, ProjectionMethod.WEB_MERCATOR, "Mercator_Auxiliary_Sphere");
        add(methods, ProjectionMethod.LAMBERT_CONFORMAL_2SP, "Lambert_Conformal_Conic_2SP", "Lambert_Conformal_Conic");
        add(methods, ProjectionMethod.LAMBERT_CONFORMAL_1SP, "Lambert_Conformal_Conic_1SP");
        add(methods, ProjectionMethod.ALBERS, "Albers_Conic_Equal_Area", "Albers");
        add(
                methods,
                ProjectionMethod.POLAR_STEREOGRAPHIC_B,
                "Polar_Stereographic",
                "Stereographic_North_Pole",
                "Stereographic_South_Pole");
        add(methods, ProjectionMethod.OBLIQUE_STEREOGRAPHIC, "Double_Stereographic");
        add(methods, ProjectionMethod.EQUIDISTANT_CYLINDRICAL, "Equirectangular", "Plate_Carree");
        add(methods, ProjectionMethod.GEOSTATIONARY_SWEEP_Y, "Geostationary_Satellite");
        add(methods, ProjectionMethod.CASSINI, "Cassini");
        add(methods, ProjectionMethod.TRANSVERSE_MERCATOR_SOUTH, "Transverse_Mercator_South_Orientated");
        add(methods, ProjectionMethod.POLYCONIC, "Polyconic");
        add(methods, ProjectionMethod.CYLINDRICAL_EQUAL_AREA, "Cylindrical_Equal_Area", "Behrmann");
        add(methods, ProjectionMethod.VAN_DER_GRINTEN, "Van_der_Grinten_I");
        add(
                methods,
                ProjectionMethod.HOTINE_A,
                "Hotine_Oblique_Mercator",
                "Hotine_Oblique_Mercator_Azimuth_Natural_Origin",
                "Rectified_Skew_Orthomorphic_Natural_Origin");
        add(
                methods,
                ProjectionMethod.HOTINE_B,
                "Hotine_Oblique_Mercator_Azimuth_Center",
                "Rectified_Skew_Orthomorphic_Center");
        return methods;
    }

    private static void add(Map<String, ProjectionMethod> methods, ProjectionMethod method, String... names) {
        Stream.of(names).forEach(name -> methods.put(key(name), method));
    }

    /** Finds the method of a name and the parameters that are given. */
    static Optional<ProjectionMethod> find(String name, Map<String, Double> given) {
        return Optional.ofNullable(METHODS.get(key(name))).map(method -> variant(method, given));
    }

    private static ProjectionMethod variant(ProjectionMethod method, Map<String, Double> given) {
        boolean two = given.containsKey(key("standard_parallel_2"));
        boolean scaled = Math.abs(given.getOrDefault(key("scale_factor"), 1.0) - 1) > 1e-12;
        return switch (method) {
            case LAMBERT_CONFORMAL_2SP ->
                two || !given.containsKey(key("standard_parallel_1")) ? method : ProjectionMethod.LAMBERT_CONFORMAL_1SP;
            case POLAR_STEREOGRAPHIC_B -> scaled ? ProjectionMethod.POLAR_STEREOGRAPHIC_A : method;
            case GEOSTATIONARY_SWEEP_Y ->
                given.remove(key("option"), 1.0) ? ProjectionMethod.GEOSTATIONARY_SWEEP_X : method;
            case KROVAK -> krovak(given);
            default -> method;
        };
    }

    /** ESRI turns Krovak's axes by these numbers; where they are others, they are left over. */
    private static ProjectionMethod krovak(Map<String, Double> given) {
        boolean turned = given.remove("xyplanerotation", 90.0);
        given.remove("xscale", turned ? -1.0 : 1.0);
        given.remove("yscale", 1.0);
        return turned ? ProjectionMethod.KROVAK_NORTH : ProjectionMethod.KROVAK;
    }

    /**
     * Finds a parameter by any of its names.
     *
     * @param given the values by normalized name, from which the one found is taken
     * @return the value, or null where it is not given
     */
    static @Nullable Double take(ProjectionParameter parameter, Map<String, Double> given) {
        Set<String> names = Stream.concat(Stream.of(parameter.title()), parameter.wktNames().stream())
                .map(WktMethods::key)
                .collect(Collectors.toSet());
        for (String name : names) {
            if (given.containsKey(name)) {
                return given.remove(name);
            }
        }
        return null;
    }

    /**
     * Returns, by its name, whether a parameter of WKT 1 is an angle, which is in the unit of the geographic system.
     */
    static boolean isAngle(String name) {
        return name.matches("(?i).*(latitude|longitude|meridian|parallel|azimuth|angle|rotation).*");
    }

    /** Normalizes a name: the flavors differ in case, blanks and underscores. */
    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.asList("latitudeofcentre", "longitudeofcentre").contains(key)
                ? key.replace("centre", "center")
                : key;
    }
}
