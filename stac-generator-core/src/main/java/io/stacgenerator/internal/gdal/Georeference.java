package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geo.AffineFit;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.util.Arrays;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.GCP;
import org.gdal.osr.SpatialReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the pixels of a dataset are.
 *
 * @param transform pixels to coordinates, of outer corners; with ground control points alone their affine fit, where
 *     there is one
 * @param points the ground control points
 * @param crs the system of the coordinates
 */
record Georeference(
        @Nullable GeoTransform transform,
        List<GroundControlPoint> points,
        @Nullable CrsDefinition crs) {

    /** What GDAL gives where there is no transform. */
    private static final double[] NONE = {0, 1, 0, 0, 0, 1};

    static Georeference of(Dataset dataset, List<Warning> warnings) {
        List<GroundControlPoint> points = ((List<?>) dataset.GetGCPs())
                .stream().map(GCP.class::cast).map(Georeference::point).toList();
        double[] transform = dataset.GetGeoTransform();
        Arrays.setAll(transform, i -> transform[i] + 0.0); // there are drivers that give -0.0
        boolean located = !Arrays.equals(transform, NONE);
        SpatialReference system = !points.isEmpty() && !located ? dataset.GetGCPSpatialRef() : dataset.GetSpatialRef();
        return new Georeference(
                located
                        ? invertible(GeoTransform.ofGdal(transform), warnings)
                        : AffineFit.of(points).orElse(null),
                points,
                GdalCrs.of(system));
    }

    /** Returns this place with another transform. */
    Georeference at(GeoTransform transform) {
        return new Georeference(transform, points, crs);
    }

    private static GroundControlPoint point(GCP point) {
        return new GroundControlPoint(
                point.getGCPPixel(), point.getGCPLine(), point.getGCPX(), point.getGCPY(), point.getGCPZ());
    }

    private static @Nullable GeoTransform invertible(GeoTransform transform, List<Warning> warnings) {
        if (transform.invertible()) {
            return transform;
        }
        warnings.add(new Warning(
                "transform-degenerate",
                "the file's transform %s gives pixels no area, it is ignored".formatted(transform.toList())));
        return null;
    }
}
