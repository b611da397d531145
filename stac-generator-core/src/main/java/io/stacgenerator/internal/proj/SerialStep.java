package io.stacgenerator.internal.proj;

import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;

/** One point at a time: proj4j keeps the intermediate values of some projections in fields. */
final class SerialStep implements Proj4jStep {

    private final CoordinateTransform transform;

    SerialStep(CoordinateTransform transform) {
        this.transform = transform;
    }

    @Override
    public synchronized void transform(ProjCoordinate p) {
        transform.transform(p, p);
    }
}
