package io.stacgenerator.internal.geo;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Follows straight lines of pixels through WGS 84, with as many positions as keep the chords between them within a
 * tolerance of the true line: up to 256 for one line, and more only where longitude turns fast beside a pole.
 */
final class EdgeTracer {

    private static final int MOST_SEGMENTS = 256;
    private static final int DEPTH = 6;
    private static final int STEEP_DEPTH = 14;
    private static final double STEEP_DEGREES = 45;

    private final RasterGrid grid;
    private final double tolerance;
    private final LonLatPath path;
    private final double[] point = new double[2];

    EdgeTracer(RasterGrid grid, double tolerance, LonLatPath path) {
        this.grid = grid;
        this.tolerance = tolerance;
        this.path = path;
    }

    /**
     * Adds a line to the path that ends where the line starts.
     *
     * @return false when a part of the line is outside the domain of the projection
     */
    boolean trace(PixelLine line) {
        Coordinate[] samples = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            if (!line.locateInDomain(grid, i / 4.0, point)) {
                return false;
            }
            samples[i] = i == 0 ? enter(line) : after(samples[i - 1]);
        }
        double whole = deviation(samples[2], samples[0], samples[4]);
        double halves =
                Math.max(deviation(samples[1], samples[0], samples[2]), deviation(samples[3], samples[2], samples[4]));
        if (Math.max(whole, halves) <= tolerance && !isSteep(samples)) {
            path.add(samples[4]);
            return true;
        }
        boolean evenlyBent = 2 * halves <= whole && !isSteep(samples);
        return evenlyBent ? divide(line, Math.max(whole, 4 * halves), samples[4]) : bisect(line, samples);
    }

    private Coordinate enter(PixelLine line) {
        if (path.size() == 0) {
            path.add(new Coordinate(point[0], point[1]));
        } else if (line.startsAtPole()) {
            path.addAroundPole(point[0], point[1]);
        }
        return path.last();
    }

    /** Returns the position just located, beside another. */
    private Coordinate after(Coordinate other) {
        return beside(other, new Coordinate(point[0], point[1]));
    }

    /** Moves a position by whole turns to where its longitude is next to another, unless x counts the turns. */
    private Coordinate beside(Coordinate other, Coordinate position) {
        if (!grid.crs().cyclic()) {
            position.x = LonLatPath.nearest(position.x, other.x);
        }
        return position;
    }

    /** The distance of a chord from an evenly bent line falls with the square of the number of chords. */
    private boolean divide(PixelLine line, double deviation, Coordinate end) {
        int segments = Math.min(MOST_SEGMENTS, (int) Math.ceil(Math.sqrt(deviation / tolerance)));
        for (int i = 1; i < segments; i++) {
            if (!line.locate(grid, (double) i / segments, point)) {
                return false;
            }
            path.add(after(path.last()));
        }
        return path.add(beside(path.last(), end));
    }

    private boolean bisect(PixelLine line, Coordinate[] samples) {
        for (int i = 0; i < 4; i++) {
            if (!bisect(line, i / 4.0, samples[i], (i + 1) / 4.0, samples[i + 1], 0)) {
                return false;
            }
        }
        return true;
    }

    private boolean bisect(PixelLine line, double t0, Coordinate start, double t1, Coordinate end, int depth) {
        double t = (t0 + t1) / 2;
        if (!line.locate(grid, t, point)) {
            return false;
        }
        Coordinate middle = after(start);
        Coordinate stop = beside(middle, end);
        boolean steep = Math.abs(stop.x - start.x) > STEEP_DEGREES && depth < STEEP_DEPTH;
        boolean bent = deviation(middle, start, stop) > tolerance && depth < DEPTH;
        return (steep || bent)
                ? bisect(line, t0, start, t, middle, depth + 1) && bisect(line, t, middle, t1, stop, depth + 1)
                : path.add(stop);
    }

    private boolean isSteep(Coordinate[] samples) {
        boolean steep = false;
        for (int i = 1; i < samples.length; i++) {
            steep |= Math.abs(samples[i].x - samples[i - 1].x) > STEEP_DEGREES;
        }
        return steep && !grid.crs().cyclic();
    }

    private static double deviation(Coordinate position, Coordinate start, Coordinate end) {
        return Distance.pointToSegment(position, start, end);
    }
}
