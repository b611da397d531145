package io.stacgenerator.internal.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;

/** Follows rings of pixels on the ground, counter-clockwise, by way of the poles that they touch or go around. */
final class Outline {

    /** What transforms there and back lose of a pixel, with room. */
    private static final double SAME_PLACE_PIXELS = 1e-3;

    /**
     * Where in a ring's envelope the sense of rotation is looked at: anywhere but on the axes of symmetry, where
     * rasters tend to have their poles and central meridians, on which directions have no meaning.
     */
    private static final double OFF_CENTER_COLUMN = 0.37;

    private static final double OFF_CENTER_ROW = 0.29;

    private static final double STEP = 1e-3;

    private final PixelLocator grid;
    private final List<Coordinate> poles;

    Outline(PixelLocator grid) {
        this.grid = grid;
        this.poles = grid.poles();
    }

    /**
     * Follows a ring.
     *
     * @param ring pixel positions, closed, either way around
     * @return the ring, or null when a part of it is outside the domain of the projection
     */
    @Nullable LonLatPath trace(Coordinate[] ring, Tolerance tolerance) {
        Coordinate[] turned = ring.clone();
        if (Orientation.isCCW(turned) == turnsOver(CoordinateArrays.envelope(turned))) {
            CoordinateArrays.reverse(turned);
        }
        LonLatPath path = new LonLatPath();
        if (!trace(turned, new EdgeTracer(grid, tolerance, path))) {
            return null;
        }
        if (path.turns() != 0) {
            path.closeOverPole();
        }
        return path;
    }

    private boolean trace(Coordinate[] ring, EdgeTracer tracer) {
        int length = ring.length - 1;
        int first = isPole(ring[0]) ? 1 : 0;
        for (int i = first; i < first + length; i++) {
            for (PixelLine line : lines(ring[i % length], ring[(i + 1) % length])) {
                if (!tracer.trace(line)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns whether what is counter-clockwise in columns and rows is clockwise on the ground, as where north is up.
     */
    private boolean turnsOver(Envelope pixels) {
        double column = pixels.getMinX() + OFF_CENTER_COLUMN * pixels.getWidth();
        double row = pixels.getMinY() + OFF_CENTER_ROW * pixels.getHeight();
        double[] here = new double[2];
        double[] right = new double[2];
        double[] below = new double[2];
        grid.locate(column, row, here);
        grid.locate(column + STEP * pixels.getWidth(), row, right);
        grid.locate(column, row + STEP * pixels.getHeight(), below);
        double cross = Math.IEEEremainder(right[0] - here[0], 360) * (below[1] - here[1])
                - Math.IEEEremainder(below[0] - here[0], 360) * (right[1] - here[1]);
        return cross <= 0;
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
