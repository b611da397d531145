package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.geo.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osr;
import org.jspecify.annotations.Nullable;

/**
 * Transforms of reference systems to WGS 84 by GDAL, which has them from PROJ. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class GdalTransforms {

    private static final double DEGREE = Math.PI / 180;

    private GdalTransforms() {}

    /**
     * Makes the transform of a system, which takes some milliseconds.
     *
     * @param crs the system, by its code or its definition
     * @return its transform; empty where GDAL is not installed or does not know the system
     */
    public static Optional<Wgs84Transform> find(CrsDefinition crs) {
        return GdalNatives.get().available()
                ? GdalSession.call(() -> CrsImport.of(crs).flatMap(GdalTransforms::make))
                : Optional.empty();
    }

    private static Optional<Wgs84Transform> make(SpatialReference system) {
        SpatialReference wgs84 = CrsImport.wgs84();
        CoordinateTransformation there = transformation(system, wgs84);
        CoordinateTransformation back = transformation(wgs84, system);
        if (there == null || back == null || system.IsGeocentric() != 0) {
            return Optional.empty();
        }
        boolean geographic = system.IsGeographic() != 0;
        double unit = geographic ? degrees(system.GetAngularUnits()) : system.GetLinearUnits();
        double factor = geographic ? unit : 1;
        return Optional.of(Wgs84Transform.of(
                geographic, unit, new GdalOperation(there, 1 / factor, 1), new GdalOperation(back, 1, factor)));
    }

    private static @Nullable CoordinateTransformation transformation(SpatialReference from, SpatialReference to) {
        return osr.CreateCoordinateTransformation(from, to);
    }

    /** GDAL rounds the degree to 15 digits. */
    private static double degrees(double radians) {
        return Math.abs(radians / DEGREE - 1) < 1e-12 ? 1 : radians / DEGREE;
    }
}
