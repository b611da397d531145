package io.stacgenerator.internal.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/** The outer edge of a raster, counter-clockwise on the ground. */
final class Outline {

    private static final double SAME_PLACE_PIXELS = 1e-3;

    private final List<Coordinate> poles;

    private Outline(RasterGrid grid) {
        this.poles = grid.poles();
    }

    /**
     * Follows the edge of a raster.
     *
     * @param tolerance the largest distance of a chord from the edge, in degrees
     * @return the edge, or null when a part of it is outside the domain of the projection
     */
    static @Nullable LonLatPath trace(RasterGrid grid, double tolerance) {
        return trace(grid, corners(grid), tolerance);
    }

    /**
     * Follows a ring.
     *
     * @param ring pixel positions counter-clockwise on the map, the first one not repeated
     * @param tolerance the largest distance of a chord from the edge, in degrees
     * @return the ring, or null when a part of it is outside the domain of the projection
     */
    static @Nullable LonLatPath trace(RasterGrid grid, Coordinate[] ring, double tolerance) {
        LonLatPath path = new LonLatPath();
        if (!new Outline(grid).trace(ring, new EdgeTracer(grid, tolerance, path))) {
            return null;
        }
        if (path.turns() != 0) {
            path.closeOverPole();
        }
        return path;
    }

    private boolean trace(Coordinate[] ring, EdgeTracer tracer) {
        int first = isPole(ring[0]) ? 1 : 0;
        for (int i = first; i < first + ring.length; i++) {
            for (PixelLine line : lines(ring[i % ring.length], ring[(i + 1) % ring.length])) {
                if (!tracer.trace(line)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Coordinate[] corners(RasterGrid grid) {
        double width = grid.size().width();
        double height = grid.size().height();
        Coordinate second = new Coordinate(0, height);
        Coordinate fourth = new Coordinate(width, 0);
        boolean northUp = grid.northUp();
        return new Coordinate[] {
            new Coordinate(0, 0), northUp ? second : fourth, new Coordinate(width, height), northUp ? fourth : second
        };
    }

    private List<PixelLine> lines(Coordinate start, Coordinate end) {
        for (Coordinate pole : poles) {
            if (Distance.pointToSegment(pole, start, end) < SAME_PLACE_PIXELS && !isPole(start) && !isPole(end)) {
                return List.of(line(start, pole), line(pole, end));
            }
        }
        return List.of(line(start, end));
    }

    private PixelLine line(Coordinate start, Coordinate end) {
        return new PixelLine(start, end, isPole(start), isPole(end));
    }

    private boolean isPole(Coordinate position) {
        for (Coordinate pole : poles) {
            if (pole.distance(position) < SAME_PLACE_PIXELS) {
                return true;
            }
        }
        return false;
    }
}
