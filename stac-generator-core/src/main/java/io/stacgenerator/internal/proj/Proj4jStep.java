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
                throw new IllegalStateException("position is outside the domain");
            }
            p.x = position[0];
            p.y = position[1];
        };
    }

    static Proj4jStep toWgs84(ProjString definition, CoordinateTransform transform) {
        Proj4jStep step = of(definition, transform);
        if (!sweepsX(definition)) {
            return step;
        }
        double height = height(definition);
        return p -> {
            double vz = Math.tan(p.y / height);
            double vy = Math.tan(p.x / height) * Math.hypot(1, vz);
            p.x = Math.atan(vy) * height;
            p.y = Math.atan(vz / Math.hypot(1, vy)) * height;
            step.transform(p);
        };
    }

    static Proj4jStep fromWgs84(ProjString definition, CoordinateTransform transform) {
        Proj4jStep step = of(definition, transform);
        if (!sweepsX(definition)) {
            return step;
        }
        double height = height(definition);
        return p -> {
            step.transform(p);
            double vy = Math.tan(p.x / height);
            double vz = Math.tan(p.y / height) * Math.hypot(1, vy);
            p.y = Math.atan(vz) * height;
            p.x = Math.atan(vy / Math.hypot(1, vz)) * height;
        };
    }

    /** Applies the step; false when the position is outside the domain. */
    default boolean apply(ProjCoordinate p) {
        try {
            transform(p);
            return true;
        } catch (Proj4jException | IllegalStateException e) {
            return false;
        }
    }

    private static Proj4jStep of(ProjString definition, CoordinateTransform transform) {
        return definition.projection().equals("cass") ? new SerialStep(transform) : p -> transform.transform(p, p);
    }

    private static boolean sweepsX(ProjString definition) {
        return definition.text("sweep", "y").equals("x");
    }

    private static double height(ProjString definition) {
        return definition.number("h", Double.NaN) / definition.number("to_meter", 1);
    }
}
