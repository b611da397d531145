package io.stacgenerator.internal.crs;

import static io.stacgenerator.internal.crs.ProjectionParameter.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The map projections of GeoKeys: code of OGC 19-008r4 annex C, name and code of EPSG, projection of PROJ. */
enum ProjectionMethod {
    TRANSVERSE_MERCATOR(
            1,
            "Transverse Mercator",
            9807,
            "tmerc",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    HOTINE_A(
            3,
            "Hotine Oblique Mercator (variant A)",
            9812,
            "omerc +no_uoff",
            LATITUDE_OF_CENTER,
            LONGITUDE_OF_CENTER,
            AZIMUTH,
            RECTIFIED_ANGLE,
            SCALE_ON_LINE,
            FALSE_EASTING,
            FALSE_NORTHING),
    HOTINE_B(
            9815,
            "Hotine Oblique Mercator (variant B)",
            9815,
            "omerc",
            LATITUDE_OF_CENTER,
            LONGITUDE_OF_CENTER,
            AZIMUTH,
            RECTIFIED_ANGLE,
            SCALE_ON_LINE,
            EASTING_AT_CENTER,
            NORTHING_AT_CENTER),
    MERCATOR_A(
            7,
            "Mercator (variant A)",
            9804,
            "merc",
            EQUATOR,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    MERCATOR_B(
            0,
            "Mercator (variant B)",
            9805,
            "merc",
            TRUE_SCALE_PARALLEL,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    WEB_MERCATOR(
            0,
            "Popular Visualisation Pseudo Mercator",
            1024,
            "merc",
            EQUATOR,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    LAMBERT_CONFORMAL_2SP(
            8,
            "Lambert Conic Conformal (2SP)",
            9802,
            "lcc",
            LATITUDE_OF_FALSE_ORIGIN,
            LONGITUDE_OF_FALSE_ORIGIN,
            FIRST_PARALLEL,
            SECOND_PARALLEL,
            EASTING_AT_FALSE_ORIGIN,
            NORTHING_AT_FALSE_ORIGIN),
    LAMBERT_CONFORMAL_1SP(
            9,
            "Lambert Conic Conformal (1SP)",
            9801,
            "lcc",
            PARALLEL_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    LAMBERT_AZIMUTHAL(
            10,
            "Lambert Azimuthal Equal Area",
            9820,
            "laea",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    ALBERS(
            11,
            "Albers Equal Area",
            9822,
            "aea",
            LATITUDE_OF_FALSE_ORIGIN,
            LONGITUDE_OF_FALSE_ORIGIN,
            FIRST_PARALLEL,
            SECOND_PARALLEL,
            EASTING_AT_FALSE_ORIGIN,
            NORTHING_AT_FALSE_ORIGIN),
    STEREOGRAPHIC(
            14,
            "Stereographic",
            0,
            "stere",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    POLAR_STEREOGRAPHIC_A(
            0,
            "Polar Stereographic (variant A)",
            9810,
            "stere",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN_AT_POLE,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    POLAR_STEREOGRAPHIC_B(
            15,
            "Polar Stereographic (variant B)",
            9829,
            "stere",
            POLAR_PARALLEL,
            LONGITUDE_OF_POLE,
            FALSE_EASTING,
            FALSE_NORTHING),
    OBLIQUE_STEREOGRAPHIC(
            16,
            "Oblique Stereographic",
            9809,
            "sterea",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    EQUIDISTANT_CYLINDRICAL(
            17,
            "Equidistant Cylindrical",
            1028,
            "eqc",
            TRUE_SCALE_PARALLEL,
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    CASSINI(
            18,
            "Cassini-Soldner",
            9806,
            "cass",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    POLYCONIC(
            22,
            "American Polyconic",
            9818,
            "poly",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    SINUSOIDAL(24, "Sinusoidal", 0, "sinu", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    NEW_ZEALAND(
            26,
            "New Zealand Map Grid",
            9811,
            "nzmg",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    TRANSVERSE_MERCATOR_SOUTH(
            27,
            "Transverse Mercator (South Orientated)",
            9808,
            "tmerc +axis=wsu",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            SCALE_AT_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    CYLINDRICAL_EQUAL_AREA(
            28,
            "Lambert Cylindrical Equal Area",
            9835,
            "cea",
            TRUE_SCALE_PARALLEL,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    AZIMUTHAL_EQUIDISTANT(
            12,
            "Azimuthal Equidistant",
            1125,
            "aeqd",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    EQUIDISTANT_CONIC(
            13,
            "Equidistant Conic",
            1119,
            "eqdc",
            LATITUDE_OF_FALSE_ORIGIN,
            LONGITUDE_OF_FALSE_ORIGIN,
            FIRST_PARALLEL,
            SECOND_PARALLEL,
            EASTING_AT_FALSE_ORIGIN,
            NORTHING_AT_FALSE_ORIGIN),
    GNOMONIC(19, "Gnomonic", 0, "gnom", LATITUDE_OF_ORIGIN, LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    MILLER(20, "Miller Cylindrical", 0, "mill", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    ORTHOGRAPHIC(
            21, "Orthographic", 9840, "ortho", LATITUDE_OF_ORIGIN, LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    ORTHOGRAPHIC_SPHERE(
            0,
            "Orthographic (Spherical)",
            0,
            "ortho",
            LATITUDE_OF_ORIGIN,
            LONGITUDE_OF_ORIGIN,
            FALSE_EASTING,
            FALSE_NORTHING),
    ROBINSON(23, "Robinson", 0, "robin", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    VAN_DER_GRINTEN(25, "Van Der Grinten", 0, "vandg", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    MOLLWEIDE(0, "Mollweide", 0, "moll", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    ECKERT_IV(0, "Eckert IV", 0, "eck4", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    ECKERT_VI(0, "Eckert VI", 0, "eck6", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    GEOSTATIONARY_SWEEP_X(
            0,
            "Geostationary Satellite (Sweep X)",
            0,
            "geos +sweep=x",
            LONGITUDE_OF_ORIGIN,
            SATELLITE_HEIGHT,
            FALSE_EASTING,
            FALSE_NORTHING),
    GEOSTATIONARY_SWEEP_Y(
            0,
            "Geostationary Satellite (Sweep Y)",
            0,
            "geos +sweep=y",
            LONGITUDE_OF_ORIGIN,
            SATELLITE_HEIGHT,
            FALSE_EASTING,
            FALSE_NORTHING),
    KROVAK(
            0,
            "Krovak",
            9819,
            "krovak +axis=swu",
            LATITUDE_OF_CENTER,
            LONGITUDE_OF_POLE,
            COLATITUDE_OF_CONE_AXIS,
            PSEUDO_PARALLEL,
            SCALE_ON_PSEUDO_PARALLEL,
            FALSE_EASTING,
            FALSE_NORTHING),
    KROVAK_NORTH(
            0,
            "Krovak (North Orientated)",
            1041,
            "krovak",
            LATITUDE_OF_CENTER,
            LONGITUDE_OF_POLE,
            COLATITUDE_OF_CONE_AXIS,
            PSEUDO_PARALLEL,
            SCALE_ON_PSEUDO_PARALLEL,
            FALSE_EASTING,
            FALSE_NORTHING),
    EQUAL_EARTH(0, "Equal Earth", 1078, "eqearth", LONGITUDE_OF_ORIGIN, FALSE_EASTING, FALSE_NORTHING),
    TWO_POINT_EQUIDISTANT(
            0,
            "Two Point Equidistant",
            0,
            "tpeqd",
            FIRST_LATITUDE,
            FIRST_LONGITUDE,
            SECOND_LATITUDE,
            SECOND_LONGITUDE,
            FALSE_EASTING,
            FALSE_NORTHING);

    private static final int METHOD = GeoKeys.PROJECTION_METHOD;
    private static final int STANDARD_PARALLEL = 3078;

    /** What PROJ takes for web Mercator, whatever blanks and marks are in between: EPSG's name and those of ESRI. */
    private static final Pattern WEB_MERCATOR_NAME = Pattern.compile(
            "wgs[ _]?(?:19)?84[ _/]*(?:pseudo|web)[ _-]?mercator|wgs_1984_web_mercator_auxiliary_sphere",
            Pattern.CASE_INSENSITIVE);

    /** GDAL knows this one in GeoKeys. */
    private static final String GOOGLE_MERCATOR = "Google Maps Global Mercator";

    private final int geoKey;
    private final String title;
    private final int code;
    private final String proj;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<ProjectionParameter> parameters;

    ProjectionMethod(int geoKey, String title, int code, String proj, ProjectionParameter... parameters) {
        this.geoKey = geoKey;
        this.title = title;
        this.code = code;
        this.proj = proj;
        this.parameters = List.of(parameters);
    }

    /** Finds the method; empty where the keys give none or one that is not listed. */
    static Optional<ProjectionMethod> of(GeoKeys keys, String crsName) {
        int geoKey = keys.registered(METHOD);
        return Arrays.stream(values())
                .filter(method -> geoKey != 0 && method.geoKey == geoKey)
                .findFirst()
                .filter(method -> !method.isScaledBesideThePole(keys))
                .map(method -> method.variant(keys, crsName));
    }

    /** With a scale, GDAL takes the parallel for the center of the map rather than for where the scale is true. */
    private boolean isScaledBesideThePole(GeoKeys keys) {
        return this == POLAR_STEREOGRAPHIC_B
                && Math.abs(POLAR_PARALLEL.read(keys)) != 90
                && ProjectionParameter.SCALE_AT_ORIGIN.read(keys) != 1;
    }

    private ProjectionMethod variant(GeoKeys keys, String crsName) {
        if (this == MERCATOR_A && (named(crsName) == WEB_MERCATOR || crsName.equalsIgnoreCase(GOOGLE_MERCATOR))) {
            return WEB_MERCATOR;
        }
        if (this == MERCATOR_A && keys.has(STANDARD_PARALLEL)) {
            return MERCATOR_B;
        }
        return atPole(POLAR_PARALLEL.read(keys));
    }

    /** Writers give web Mercator, for which WKT 1 and GeoKeys have no method, as Mercator with its name. */
    ProjectionMethod named(String crsName) {
        boolean mercator = this == MERCATOR_A || this == MERCATOR_B;
        return mercator && WEB_MERCATOR_NAME.matcher(crsName).matches() ? WEB_MERCATOR : this;
    }

    /** Variant B of the polar stereographic with true scale at the pole itself is variant A. */
    ProjectionMethod atPole(double parallel) {
        return this == POLAR_STEREOGRAPHIC_B && Math.abs(parallel) == 90 ? POLAR_STEREOGRAPHIC_A : this;
    }

    /** Returns whether it takes the ellipsoid for a sphere of its semi-major axis. */
    boolean spherical() {
        return this == WEB_MERCATOR || this == ORTHOGRAPHIC_SPHERE;
    }

    /** Returns whether coordinates grow to the south and west. */
    boolean southWest() {
        return this == KROVAK || this == TRANSVERSE_MERCATOR_SOUTH;
    }

    /** Returns the number in GeoKey 3075, 0 where it has none. */
    int geoKey() {
        return geoKey;
    }

    String title() {
        return title;
    }

    int code() {
        return code;
    }

    String proj() {
        return "+proj=" + proj;
    }

    List<ProjectionParameter> parameters() {
        return parameters;
    }
}
