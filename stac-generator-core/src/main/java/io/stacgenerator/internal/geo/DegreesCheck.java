package io.stacgenerator.internal.geo;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transform;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Looks for meters or pixels that a file gives for degrees, though no corner is off the Earth: drawings and test scenes
 * near the origin of their coordinates.
 */
final class DegreesCheck {

    /** Grids of the climate have pixels of some degrees, but local coordinates are counted by whole units. */
    private static final double COARSE_DEGREES = 1;

    /** Grids of coarser pixels, in degrees, hold the world or half of it. */
    private static final double COARSEST_DEGREES = 15;

    private static final double ROUNDED = 1 + 1e-6;

    private DegreesCheck() {}

    /** Returns a warning where the coordinates of a geographic system are hardly degrees. */
    static Optional<Warning> of(RasterGrid grid) {
        double pixel = grid.pixelMeters() / Wgs84Transform.METERS_PER_DEGREE;
        if (!grid.crs().geographic() || pixel < COARSE_DEGREES) {
            return Optional.empty();
        }
        Envelope bounds = bounds(grid);
        boolean doubtful = isBeyondPole(bounds, pixel)
                || ((isLocal(bounds) || pixel > COARSEST_DEGREES) && !isOfWorld(bounds, pixel));
        return doubtful
                ? Optional.of(new Warning(
                        "degrees-implausible",
                        "pixels of %s degrees from %s, %s to %s, %s may be in meters, or may be none of a map"
                                .formatted(
                                        pixel, bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY())))
                : Optional.empty();
    }

    private static Envelope bounds(RasterGrid grid) {
        Envelope bounds = new Envelope();
        grid.corners().forEach(bounds::expandToInclude);
        return bounds;
    }

    /** Local coordinates begin at a corner or in the middle. */
    private static boolean isLocal(Envelope bounds) {
        boolean corner = bounds.getMinX() == 0 && (bounds.getMinY() == 0 || bounds.getMaxY() == 0);
        boolean middle = bounds.centre().x == 0 && bounds.centre().y == 0;
        return corner || middle;
    }

    /** Grids that are counted from pixel centers reach half a pixel beyond. */
    private static boolean isBeyondPole(Envelope bounds, double pixel) {
        return Math.max(bounds.getMaxY(), -bounds.getMinY()) > 90 + pixel / 2 * ROUNDED;
    }

    private static boolean isOfWorld(Envelope bounds, double pixel) {
        return Math.max(bounds.getWidth(), bounds.getHeight()) > 180 - pixel;
    }
}
