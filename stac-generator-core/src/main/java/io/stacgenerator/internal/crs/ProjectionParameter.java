package io.stacgenerator.internal.crs;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of map projections: GeoKeys by preference, the name and code of EPSG, the names of PROJ and of WKT 1.
 */
enum ProjectionParameter {
    LATITUDE_OF_ORIGIN(
            "Latitude of natural origin",
            8801,
            "lat_0",
            "latitude_of_origin latitude_of_center",
            Kind.ANGLE,
            3081,
            3085,
            3089),
    PARALLEL_OF_ORIGIN(
            "Latitude of natural origin",
            8801,
            "lat_1 lat_0",
            "latitude_of_origin standard_parallel_1",
            Kind.ANGLE,
            3081,
            3085,
            3089),
    EQUATOR("Latitude of natural origin", 8801, "", "latitude_of_origin", Kind.ANGLE, 3081, 3085, 3089) {
        @Override
        boolean allows(double value) {
            return value == 0;
        }
    },
    LONGITUDE_OF_ORIGIN(
            "Longitude of natural origin",
            8802,
            "lon_0",
            "central_meridian longitude_of_center longitude_of_origin",
            Kind.ANGLE,
            3080,
            3084,
            3088,
            3095),
    LONGITUDE_OF_ORIGIN_AT_POLE(
            "Longitude of natural origin", 8802, "lon_0", "central_meridian", Kind.ANGLE, 3095, 3080, 3084, 3088),
    SCALE_AT_ORIGIN("Scale factor at natural origin", 8805, "k", "scale_factor", Kind.SCALE, 3092, 3093),
    FALSE_EASTING("False easting", 8806, "x_0", "false_easting", Kind.LENGTH, 3082, 3090, 3086),
    FALSE_NORTHING("False northing", 8807, "y_0", "false_northing", Kind.LENGTH, 3083, 3091, 3087),
    SATELLITE_HEIGHT("Satellite Height", 0, "h", "satellite_height height", Kind.LENGTH),
    LATITUDE_OF_CENTER(
            "Latitude of projection centre", 8811, "lat_0", "latitude_of_center", Kind.ANGLE, 3089, 3081, 3085),
    LONGITUDE_OF_CENTER(
            "Longitude of projection centre", 8812, "lonc", "longitude_of_center", Kind.ANGLE, 3088, 3080, 3084),
    AZIMUTH("Azimuth of initial line", 8813, "alpha", "azimuth", Kind.REQUIRED_ANGLE, 3094),
    RECTIFIED_ANGLE(
            "Angle from Rectified to Skew Grid",
            8814,
            "gamma",
            "rectified_grid_angle xy_plane_rotation",
            Kind.REQUIRED_ANGLE,
            3096) {
        /** Files that do not give it are read by GDAL, and so written for it, as if it were 90 degrees. */
        @Override
        double read(GeoKeys geoKeys) {
            double angle = super.read(geoKeys);
            return Double.isNaN(angle) ? 90 : angle;
        }
    },
    SCALE_ON_LINE("Scale factor on initial line", 8815, "k", "scale_factor", Kind.SCALE, 3093, 3092),
    EASTING_AT_CENTER("Easting at projection centre", 8816, "x_0", "false_easting", Kind.LENGTH, 3090, 3082, 3086),
    NORTHING_AT_CENTER("Northing at projection centre", 8817, "y_0", "false_northing", Kind.LENGTH, 3091, 3083, 3087),
    LATITUDE_OF_FALSE_ORIGIN(
            "Latitude of false origin",
            8821,
            "lat_0",
            "latitude_of_origin latitude_of_center",
            Kind.ANGLE,
            3085,
            3081,
            3089),
    LONGITUDE_OF_FALSE_ORIGIN(
            "Longitude of false origin",
            8822,
            "lon_0",
            "central_meridian longitude_of_center",
            Kind.ANGLE,
            3084,
            3080,
            3088),
    FIRST_PARALLEL(
            "Latitude of 1st standard parallel", 8823, "lat_1", "standard_parallel_1", Kind.REQUIRED_ANGLE, 3078),
    SECOND_PARALLEL(
            "Latitude of 2nd standard parallel", 8824, "lat_2", "standard_parallel_2", Kind.REQUIRED_ANGLE, 3079),
    TRUE_SCALE_PARALLEL("Latitude of 1st standard parallel", 8823, "lat_ts", "standard_parallel_1", Kind.ANGLE, 3078),
    FIRST_LATITUDE("Latitude of 1st point", 0, "lat_1", "latitude_of_1st_point", Kind.REQUIRED_ANGLE),
    FIRST_LONGITUDE("Longitude of 1st point", 0, "lon_1", "longitude_of_1st_point", Kind.REQUIRED_ANGLE),
    SECOND_LATITUDE("Latitude of 2nd point", 0, "lat_2", "latitude_of_2nd_point", Kind.REQUIRED_ANGLE),
    SECOND_LONGITUDE("Longitude of 2nd point", 0, "lon_2", "longitude_of_2nd_point", Kind.REQUIRED_ANGLE),
    EASTING_AT_FALSE_ORIGIN("Easting at false origin", 8826, "x_0", "false_easting", Kind.LENGTH, 3086, 3082, 3090),
    NORTHING_AT_FALSE_ORIGIN("Northing at false origin", 8827, "y_0", "false_northing", Kind.LENGTH, 3087, 3083, 3091),
    POLAR_PARALLEL(
            "Latitude of standard parallel",
            8832,
            "lat_ts",
            "latitude_of_origin standard_parallel_1",
            Kind.REQUIRED_ANGLE,
            3081,
            3078) {
        @Override
        String proj(double value) {
            return "+lat_0=" + (value < 0 ? "-90 " : "90 ") + super.proj(value);
        }
    },
    LONGITUDE_OF_POLE(
            "Longitude of origin",
            8833,
            "lon_0",
            "central_meridian longitude_of_center",
            Kind.ANGLE,
            3095,
            3080,
            3084,
            3088),
    COLATITUDE_OF_CONE_AXIS("Co-latitude of cone axis", 1036, "alpha", "azimuth", Kind.REQUIRED_ANGLE) {
        @Override
        boolean allows(double value) {
            return Math.abs(value - CONE_OF_KROVAK) < SAME_DEGREES;
        }
    },
    PSEUDO_PARALLEL(
            "Latitude of pseudo standard parallel", 8818, "", "pseudo_standard_parallel_1", Kind.REQUIRED_ANGLE) {
        @Override
        boolean allows(double value) {
            return value == PARALLEL_OF_KROVAK;
        }
    },
    SCALE_ON_PSEUDO_PARALLEL("Scale factor on pseudo standard parallel", 8819, "k", "scale_factor", Kind.SCALE);

    /** PROJ computes Krovak's projection with this cone and parallel, whatever a definition says. */
    private static final double CONE_OF_KROVAK = 30.2881397527778;

    private static final double PARALLEL_OF_KROVAK = 78.5;
    private static final double SAME_DEGREES = 1e-9;

    /** What a value is measured in, and what it is where the file does not give it. */
    enum Kind {
        ANGLE(0),
        REQUIRED_ANGLE(Double.NaN),
        LENGTH(0),
        SCALE(1);

        private final double absent;

        Kind(double absent) {
            this.absent = absent;
        }

        /** Returns the value where none is given; not a number where one has to be. */
        double absent() {
            return absent;
        }
    }

    private final String title;
    private final int code;
    private final String projNames;
    private final String wktNames;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Integer> keys;

    ProjectionParameter(String title, int code, String projNames, String wktNames, Kind kind, Integer... keys) {
        this.title = title;
        this.code = code;
        this.projNames = projNames;
        this.wktNames = wktNames;
        this.kind = kind;
        this.keys = List.of(keys);
    }

    /** Reads the value in the units of the file; not a number where it is missing and has to be given. */
    double read(GeoKeys geoKeys) {
        return keys.stream()
                .map(geoKeys::number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .findFirst()
                .orElse(kind.absent);
    }

    /** Returns whether the parameter can have a value. */
    boolean allows(double value) {
        return Double.isFinite(value);
    }

    String title() {
        return title;
    }

    int code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the names in WKT 1. */
    List<String> wktNames() {
        return List.of(wktNames.split(" ", -1));
    }

    /** Returns the parameters of PROJ for a value in meters or degrees. */
    String proj(double value) {
        return Stream.of(projNames.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> "+" + name + "=" + ProjNumber.text(value))
                .collect(Collectors.joining(" "));
    }
}
