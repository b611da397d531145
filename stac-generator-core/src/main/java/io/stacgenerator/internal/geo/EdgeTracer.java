package io.stacgenerator.internal.geo;

import org.locationtech.jts.geom.Coordinate;

/**
 * Follows straight lines of pixels through WGS 84, with as many positions as keep the chords between them within a
 * tolerance of the true line: evenly spaced ones where the line is evenly bent, as nearly all edges are, else more of
 * them where it bends more, such as next to a pole.
 */
final class EdgeTracer {

    /** Four parts show whether a line bends evenly: its halves then bend a quarter as much as the whole. */
    private static final int PARTS = 4;

    /** Between a quarter and a half, which is where the bend is in one place. */
    private static final double EVEN = 3;

    /** More evenly spaced positions than this would make Items of megabytes; fewer, placed where needed, do. */
    private static final int MOST_SEGMENTS = 256;

    /** Halving a line of 20,000 km so often leaves 20 m, far less than bends by a tolerance anywhere. */
    private static final int DEPTH = 20;

    /** Beside a pole longitude may turn by half a circle within a millimeter: 20,000 km halved so often. */
    private static final int STEEP_DEPTH = 36;

    /** With steps of up to an eighth of a turn the shorter way from one longitude to the next is the true one. */
    private static final double STEEP_DEGREES = 45;

    /** Bounds the work where a projection returns places without order. */
    private static final int MOST_POSITIONS = 50_000;

    private final PixelLocator grid;
    private final Tolerance tolerance;
    private final LonLatPath path;
    private final double[] point = new double[2];

    EdgeTracer(PixelLocator grid, Tolerance tolerance, LonLatPath path) {
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
        Coordinate[] samples = new Coordinate[PARTS + 1];
        for (int i = 0; i <= PARTS; i++) {
            if (!line.locateInDomain(grid, (double) i / PARTS, point)) {
                return false;
            }
            samples[i] = i == 0 ? enter(line) : after(samples[i - 1]);
        }
        double whole = Chords.meters(samples[2], samples[0], samples[4]);
        double halves = Math.max(
                Chords.meters(samples[1], samples[0], samples[2]), Chords.meters(samples[3], samples[2], samples[4]));
        if (isSteep(samples)) {
            return bisect(line, samples);
        }
        if (Math.max(whole, halves) <= tolerance.fine()) {
            path.add(samples[4]);
            return true;
        }
        double segments = Math.ceil(Math.sqrt(Math.max(whole, 4 * halves) / tolerance.fine()));
        return (EVEN * halves <= whole && segments <= MOST_SEGMENTS && endsAreEven(line, samples, segments))
                ? divide(line, (int) segments, samples[4])
                : bisect(line, samples);
    }

    /** Where the bend grows along a line it is largest at one of its ends. */
    private boolean endsAreEven(PixelLine line, Coordinate[] samples, double segments) {
        return isClose(line, samples[0], 1 / segments) && isClose(line, samples[PARTS], 1 - 1 / segments);
    }

    private boolean isClose(PixelLine line, Coordinate end, double part) {
        if (!line.locate(grid, part, point)) {
            return false;
        }
        Coordinate start = after(end);
        return line.locate(grid, part < 0.5 ? part / 2 : (1 + part) / 2, point)
                && Chords.meters(after(end), start, end) <= tolerance.coarse();
    }

    private Coordinate enter(PixelLine line) {
        if (path.size() == 0) {
            path.add(new Coordinate(point[0], point[1]));
        } else if (line.startsAtPole()) {
            path.addAroundPole(point[0], point[1]);
        }
        return path.last();
    }

    /** Returns the position just located, next to another. */
    private Coordinate after(Coordinate other) {
        return nextTo(other, new Coordinate(point[0], point[1]));
    }

    /** Moves a position by whole turns to where its longitude is next to another, unless longitudes count turns. */
    private Coordinate nextTo(Coordinate other, Coordinate position) {
        if (!grid.continuous()) {
            position.x = LonLatPath.nearest(position.x, other.x);
        }
        return position;
    }

    /** The distance of a chord from an evenly bent line falls with the square of the number of chords. */
    private boolean divide(PixelLine line, int segments, Coordinate end) {
        for (int i = 1; i < segments; i++) {
            if (!line.locate(grid, (double) i / segments, point)) {
                return false;
            }
            path.add(after(path.last()));
        }
        return path.add(nextTo(path.last(), end));
    }

    private boolean bisect(PixelLine line, Coordinate[] samples) {
        for (int i = 0; i < PARTS; i++) {
            if (!bisect(line, (double) i / PARTS, samples[i], (i + 1.0) / PARTS, samples[i + 1], 0)) {
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
        Coordinate stop = nextTo(middle, end);
        boolean steep = Math.abs(stop.x - start.x) > STEEP_DEGREES && depth < STEEP_DEPTH;
        boolean bent = depth < DEPTH && (steep || isBent(line, t0, start, middle, stop, (t1 - t0) / 2));
        return ((steep || bent) && path.size() < MOST_POSITIONS)
                ? bisect(line, t0, start, t, middle, depth + 1) && bisect(line, t, middle, t1, stop, depth + 1)
                : path.add(stop);
    }

    /** Looks at a quarter too, as an S crosses its chord in the middle. */
    private boolean isBent(
            PixelLine line, double t0, Coordinate start, Coordinate middle, Coordinate end, double half) {
        if (Chords.meters(middle, start, end) > tolerance.coarse()) {
            return true;
        }
        return line.locate(grid, t0 + half / 2, point) && Chords.meters(after(start), start, end) > tolerance.coarse();
    }

    private boolean isSteep(Coordinate[] samples) {
        boolean steep = false;
        for (int i = 1; i < samples.length; i++) {
            steep |= Math.abs(samples[i].x - samples[i - 1].x) > STEEP_DEGREES;
        }
        return steep && !grid.continuous();
    }
}
