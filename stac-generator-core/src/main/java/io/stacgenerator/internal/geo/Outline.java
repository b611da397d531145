package io.stacgenerator.internal.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/** The outer edge of a raster, counter-clockwise on the ground. */
final class Outline {

    private static final double SAME_PLACE_PIXELS = 1e-3;

    private final RasterGrid grid;
    private final List<Coordinate> poles;

    private Outline(RasterGrid grid) {
        this.grid = grid;
        this.poles = grid.poles();
    }

    /**
     * Follows the edge of a raster.
     *
     * @param tolerance the largest distance of a chord from the edge, in degrees
     * @return the edge, or null when a part of it is outside the domain of the projection
     */
    static @Nullable LonLatPath trace(RasterGrid grid, double tolerance) {
        LonLatPath path = new LonLatPath();
        if (!new Outline(grid).trace(new EdgeTracer(grid, tolerance, path))) {
            return null;
        }
        if (path.turns() != 0) {
            path.closeOverPole();
        }
        return path;
    }

    private boolean trace(EdgeTracer tracer) {
        Coordinate[] corners = corners();
        int first = isPole(corners[0]) ? 1 : 0;
        for (int i = first; i < first + 4; i++) {
            for (PixelLine line : lines(corners[i % 4], corners[(i + 1) % 4])) {
                if (!tracer.trace(line)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Coordinate[] corners() {
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
