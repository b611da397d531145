package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.proj.CoordinateOperation;
import org.gdal.osr.CoordinateTransformation;

/**
 * A transformation by GDAL. Its native object serves one thread at a time.
 *
 * @param transformation the native object
 * @param inputFactor what coordinates are multiplied with before
 * @param outputFactor what coordinates are multiplied with afterwards
 */
record GdalOperation(CoordinateTransformation transformation, double inputFactor, double outputFactor)
        implements CoordinateOperation {

    /** Zero would be a year, far from the epochs of moving plates. */
    private static final double NO_TIME = Double.POSITIVE_INFINITY;

    @Override
    public boolean apply(double[] position) {
        double[] result = new double[4];
        int error = GdalSession.quietly(() -> transform(result, position[0] * inputFactor, position[1] * inputFactor));
        position[0] = result[0] * outputFactor;
        position[1] = result[1] * outputFactor;
        return error == 0 && Double.isFinite(position[0]) && Double.isFinite(position[1]);
    }

    private int transform(double[] result, double x, double y) {
        synchronized (transformation) {
            return transformation.TransformPointWithErrorCode(result, x, y, 0, NO_TIME);
        }
    }
}
