package io.stacgenerator.internal.proj;

import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** One direction of a transformation by proj4j, in place. */
interface Proj4jStep {

    void transform(ProjCoordinate p);

    static Proj4jStep of(CoordinateOperation operation) {
        return p -> {
            double[] position = {p.x, p.y};
            if (!operation.apply(position)) {
                throw new OutsideDomainException();
            }
            p.x = position[0];
            p.y = position[1];
        };
    }

    /** Does another step after this one. */
    default Proj4jStep then(Proj4jStep next) {
        return p -> {
            transform(p);
            next.transform(p);
        };
    }

    /** Applies the step; false when the position is outside the domain. */
    default boolean apply(ProjCoordinate p) {
        try {
            transform(p);
            return true;
        } catch (Proj4jException | OutsideDomainException | IllegalStateException e) {
            return false;
        }
    }

    static Proj4jStep of(ProjString definition, CoordinateTransform transform) {
        return definition.projection().equals("cass") ? new SerialStep(transform) : p -> transform.transform(p, p);
    }
}
