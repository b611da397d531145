package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.proj.Wgs84Transform;
import java.util.Optional;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.CoordinateTransformationOptions;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osr;
import org.jspecify.annotations.Nullable;

/** Transforms of reference systems to WGS 84 by GDAL, which has them from PROJ. */
final class GdalTransforms {

    private static final double DEGREE = Math.PI / 180;

    /** Half the side in degrees of the area that PROJ chooses an operation for. */
    private static final double AROUND = 0.001;

    private GdalTransforms() {}

    /**
     * Makes the transform of a system; empty where PROJ has none, or the system has no longitude and latitude.
     *
     * @param place longitude and latitude of the place to choose the operation for, or null to choose for each position
     */
    static Optional<Wgs84Transform> make(SpatialReference system, double @Nullable [] place) {
        SpatialReference wgs84 = CrsImport.wgs84();
        // spheres have no datum that could be shifted
        boolean sphere = system.GetInvFlattening() == 0;
        CoordinateTransformation shifted = sphere ? null : transformation(system, wgs84, options(place, false));
        boolean ballpark = !sphere && shifted == null;
        // a raster reaches beyond the area of its shift, where PROJ would change to none
        boolean strict = place != null && shifted != null;
        CoordinateTransformation there = strict ? shifted : transformation(system, wgs84, options(place, true));
        // for the way back, PROJ might choose another operation
        CoordinateTransformation back = there == null ? null : there.GetInverse();
        if (there == null || back == null || system.IsGeocentric() != 0) {
            return Optional.empty();
        }
        boolean angles = system.IsGeographic() != 0;
        // around another pole, x is no longitude: such a system is a map whose unit is a degree
        boolean geographic = angles && system.IsDerivedGeographic() == 0;
        double degrees = angles ? degrees(system.GetAngularUnits()) : 1;
        double meters = angles ? degrees * Wgs84Transform.METERS_PER_DEGREE : system.GetLinearUnits();
        Wgs84Transform transform = Wgs84Transform.of(
                geographic,
                geographic ? degrees : meters,
                new GdalOperation(there, 1 / degrees, 1),
                new GdalOperation(back, 1, degrees));
        Wgs84Transform checked = sphere ? transform.onSphere() : transform;
        return Optional.of(checked.with(transform.quality().byProj(ballpark)));
    }

    private static CoordinateTransformationOptions options(double @Nullable [] place, boolean ballpark) {
        CoordinateTransformationOptions options = new CoordinateTransformationOptions();
        options.SetBallparkAllowed(ballpark);
        if (place != null && Math.abs(place[0]) <= 180 - AROUND && Math.abs(place[1]) <= 90 - AROUND) {
            options.SetAreaOfInterest(place[0] - AROUND, place[1] - AROUND, place[0] + AROUND, place[1] + AROUND);
        }
        return options;
    }

    /** These bindings throw what GDAL reports as an error. */
    private static @Nullable CoordinateTransformation transformation(
            SpatialReference from, SpatialReference to, CoordinateTransformationOptions options) {
        try {
            return osr.CreateCoordinateTransformation(from, to, options);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** GDAL rounds the degree to 15 digits. */
    private static double degrees(double radians) {
        return Math.abs(radians / DEGREE - 1) < 1e-12 ? 1 : radians / DEGREE;
    }
}
