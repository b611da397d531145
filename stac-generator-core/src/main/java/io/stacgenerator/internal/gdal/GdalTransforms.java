package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.proj.Wgs84Transform;
import java.util.Optional;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osr;
import org.jspecify.annotations.Nullable;

/** Transforms of reference systems to WGS 84 by GDAL, which has them from PROJ. */
final class GdalTransforms {

    private static final double DEGREE = Math.PI / 180;

    private GdalTransforms() {}

    /** Makes the transform of a system; empty where PROJ has none, or the system has no longitude and latitude. */
    static Optional<Wgs84Transform> make(SpatialReference system) {
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
