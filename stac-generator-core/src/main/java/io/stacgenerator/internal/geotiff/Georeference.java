package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.AffineFit;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the pixels lie.
 *
 * @param transform the map from pixels to coordinates, of outer corners; with ground control points their affine fit,
 *     where there is one
 * @param points the ground control points
 * @param crs the system of the coordinates
 * @param sampling GDAL's {@code AREA_OR_POINT}, or null where the file does not say
 * @param heightUnit the unit of heights, or null where the file does not say
 */
record Georeference(
        @Nullable GeoTransform transform,
        List<GroundControlPoint> points,
        @Nullable CrsDefinition crs,
        @Nullable String sampling,
        @Nullable String heightUnit) {

    /** A centimeter for lengths in meters, a kilometer for degrees. */
    private static final double LENGTH_OF_PIXELS = 0.01;

    private static final int PIXEL_IS_POINT = 2;
    private static final int POINT_SIZE = 6;
    private static final int MATRIX_SIZE = 16;

    static Georeference of(Ifd ifd, List<Warning> warnings) throws IOException {
        Optional<GeoKeys> keys = keys(ifd);
        boolean point = keys.isPresent() && keys.get().code(GeoKeys.RASTER_TYPE) == PIXEL_IS_POINT;
        GeoTransform transform = sound(transform(ifd, warnings), point, warnings);
        if (transform != null && keys.filter(GeoKeys::lengthsOfDegrees).isPresent()) {
            warnOfLengths(transform, warnings);
        }
        List<GroundControlPoint> points = transform == null ? points(ifd, point) : List.of();
        return new Georeference(
                points.isEmpty() ? transform : AffineFit.of(points).orElse(null),
                points,
                keys.flatMap(each -> ReferenceSystems.read(each, warnings)).orElse(null),
                keys.isPresent() ? point ? "Point" : "Area" : null,
                keys.flatMap(ReferenceSystems::heightUnit).orElse(null));
    }

    /** There are files of degrees with a unit that means nothing, but hardly any of them has such large pixels. */
    private static void warnOfLengths(GeoTransform transform, List<Warning> warnings) {
        double pixel = Math.hypot(transform.a(), transform.d());
        if (pixel >= LENGTH_OF_PIXELS) {
            warnings.add(new Warning(
                    "degrees-implausible",
                    "the file gives a geographic system and a unit of length; its pixels of %s may not be in degrees"
                            .formatted(pixel)));
        }
    }

    private static Optional<GeoKeys> keys(Ifd ifd) throws IOException {
        return GeoKeys.of(
                ifd.integers(TagId.GEO_KEY_DIRECTORY),
                ifd.numbers(TagId.GEO_DOUBLE_PARAMS),
                ifd.text(TagId.GEO_ASCII_PARAMS).orElse(""));
    }

    /** Returns this place with another transform and system. */
    Georeference at(@Nullable GeoTransform transform, @Nullable CrsDefinition crs) {
        return new Georeference(transform, List.of(), crs, sampling, heightUnit);
    }

    /** Returns this place with control points that no transform meets. */
    Georeference by(List<GroundControlPoint> points, @Nullable CrsDefinition crs) {
        return new Georeference(null, points, crs, sampling, heightUnit);
    }

    /** Returns this place in another system. */
    Georeference in(@Nullable CrsDefinition crs) {
        return new Georeference(transform, points, crs, sampling, heightUnit);
    }

    boolean located() {
        return transform != null || !points.isEmpty();
    }

    boolean pixelIsPoint() {
        return "Point".equals(sampling);
    }

    private static @Nullable GeoTransform transform(Ifd ifd, List<Warning> warnings) throws IOException {
        double[] scale = ifd.numbers(TagId.MODEL_PIXEL_SCALE);
        if (scale.length >= 2 && scale[0] != 0 && scale[1] != 0) {
            double[] tie = ifd.numbers(TagId.MODEL_TIEPOINT);
            return tie.length < POINT_SIZE ? null : northUp(scale, tie, warnings);
        }
        double[] m = ifd.numbers(TagId.MODEL_TRANSFORMATION);
        return m.length == MATRIX_SIZE ? new GeoTransform(m[0], m[1], m[3], m[4], m[5], m[7]) : null;
    }

    /** A negative scale breaks OGC 19-008r4 section 7.7; GDAL takes its absolute value, and so do we. */
    private static GeoTransform northUp(double[] scale, double[] tie, List<Warning> warnings) {
        if (scale[1] < 0) {
            warnings.add(new Warning(
                    "negative-pixel-scale",
                    "the y scale of tag %d is %s, it must be positive: the image is taken as north-up"
                            .formatted(TagId.MODEL_PIXEL_SCALE, scale[1])));
        }
        double perColumn = scale[0];
        double perRow = -Math.abs(scale[1]);
        return new GeoTransform(perColumn, 0, tie[3] - tie[0] * perColumn, 0, perRow, tie[4] - tie[1] * perRow);
    }

    private static @Nullable GeoTransform sound(
            @Nullable GeoTransform transform, boolean point, List<Warning> warnings) {
        if (transform == null || transform.invertible()) {
            return transform == null || !point ? transform : transform.fromCenterToCorner();
        }
        warnings.add(new Warning(
                "transform-degenerate",
                "the file's transform %s gives pixels no area, it is ignored".formatted(transform.toList())));
        return null;
    }

    private static List<GroundControlPoint> points(Ifd ifd, boolean point) throws IOException {
        double[] ties = ifd.numbers(TagId.MODEL_TIEPOINT);
        double shift = point ? 0.5 : 0;
        List<GroundControlPoint> points = new ArrayList<>(ties.length / POINT_SIZE);
        for (int at = 0; at + POINT_SIZE <= ties.length; at += POINT_SIZE) {
            points.add(new GroundControlPoint(
                    ties[at] + shift, ties[at + 1] + shift, ties[at + 3], ties[at + 4], ties[at + 5]));
        }
        return points;
    }
}
