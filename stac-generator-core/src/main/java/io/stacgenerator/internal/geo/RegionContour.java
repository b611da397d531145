package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * The contour of a region of the ground, known only by asking whether a place is inside. Nodes of a grid are asked;
 * between a node within and its neighbor without, the limit is found by halving; chords are then divided until they are
 * close to it.
 */
final class RegionContour {

    /** Nodes on each side: 9,000 transforms there and back take some 20 ms, and find what is 1 % of the region. */
    private static final int NODES = 97;

    /** A millimeter; what is rounded to 7 decimals shows a centimeter. */
    private static final double NEGLIGIBLE_DEGREES = 1e-8;

    /** From 360 degrees to less than a hundred millionth of one. */
    private static final int HALVINGS = 40;

    private static final int DEPTH = 24;

    /** Steps from a chord to the contour, from a 64th of its length to eight times as far: acute corners stand out. */
    private static final int REACHES = 10;

    private static final double FIRST_REACH = 1.0 / 64;

    /** In steps of the grid; a corner that is thinner than a step begins some steps after its end. */
    private static final double FARTHEST_CORNER = 8;

    private static final int MOST_POSITIONS = 50_000;

    /** A ring of thousands that crosses itself took up to 10 s to mend; a short one is mended at once. */
    private static final int EASILY_MENDED = 1_000;

    /** What chords may be off, and what simplifying adds to it. */
    private static final double CHORD_SHARE = 0.3;

    private static final double SIMPLIFYING_SHARE = 0.65;

    /** Returns whether a place is in the region; asked for places within the window. */
    @FunctionalInterface
    interface Region {

        boolean holds(double longitude, double latitude);
    }

    private final Region region;
    private final Envelope window;
    private final boolean allLongitudes;
    private final ValidityMask nodes;

    RegionContour(Region region, Envelope window) {
        this.region = region;
        this.window = window;
        this.allLongitudes = window.getWidth() >= 360;
        BitSet within = new BitSet();
        for (int i = 0; i < NODES * NODES; i++) {
            Coordinate node = node(i % NODES, i / NODES);
            within.set(i, holds(node.x, node.y));
        }
        this.nodes = new ValidityMask(new RasterSize(NODES, NODES), within);
    }

    /** Rows count southwards. */
    private Coordinate node(int x, int y) {
        double part = NODES - 1.0;
        return new Coordinate(
                window.getMinX() + window.getWidth() * (x / part), window.getMaxY() - window.getHeight() * (y / part));
    }

    /** On the limits of all longitudes and at the poles it asks just before, as transforms take either side for one. */
    private boolean holds(double longitude, double latitude) {
        if (Math.abs(latitude) > 90 || (allLongitudes && Math.abs(longitude) > 180)) {
            return false;
        }
        double limit = 180 - NEGLIGIBLE_DEGREES;
        double x = allLongitudes ? Math.max(-limit, Math.min(limit, longitude)) : longitude;
        double y = Math.max(-90 + NEGLIGIBLE_DEGREES, Math.min(90 - NEGLIGIBLE_DEGREES, latitude));
        return region.holds(x, y);
    }

    /** Returns whether the region may go on beyond the window. */
    boolean touchesLimit() {
        for (int i = 0; i < NODES; i++) {
            boolean sides = nodes.valid(0, i) || nodes.valid(NODES - 1, i);
            boolean north = nodes.valid(i, 0) && window.getMaxY() < 90;
            boolean south = nodes.valid(i, NODES - 1) && window.getMinY() > -90;
            if ((sides && !allLongitudes) || north || south) {
                return true;
            }
        }
        return false;
    }

    /**
     * Follows all rings, each closed: clockwise around the region, and around holes the other way.
     *
     * @param corners places on the contour where it turns so sharply that halving may not find them
     */
    void trace(List<Coordinate> corners, double meters, Consumer<List<Coordinate>> sink) {
        List<List<Coordinate>> rings = new ArrayList<>();
        CellRings.trace(nodes, ring -> rings.add(crossings(ring)));
        corners.forEach(corner -> insert(corner, rings));
        for (List<Coordinate> crossings : rings) {
            List<Coordinate> ring = new ArrayList<>();
            ring.add(crossings.get(0));
            for (int i = 1; i < crossings.size(); i++) {
                refine(ring, crossings.get(i - 1), crossings.get(i), meters * CHORD_SHARE, 0);
            }
            List<Coordinate> limit = isManageable(ring) ? ring : crossings;
            List<Coordinate> simple = Chords.simplified(limit, meters * SIMPLIFYING_SHARE);
            if (simple.size() >= 4) {
                sink.accept(simple);
            }
        }
    }

    /**
     * What does not converge crosses itself more often than an overlay can bear. Then the crossings of the grid have to
     * do, and the check of the footprint shows how far they are off.
     */
    private static boolean isManageable(List<Coordinate> ring) {
        return ring.size() < EASILY_MENDED || new IsValidOp(Wgs84Polygons.polygon(ring)).isValid();
    }

    /** Adds a corner where it makes the least detour, unless it is far from all rings. */
    private void insert(Coordinate corner, List<List<Coordinate>> rings) {
        double least = Math.hypot(window.getWidth(), window.getHeight()) * FARTHEST_CORNER / NODES;
        List<Coordinate> nearest = null;
        int at = 0;
        for (List<Coordinate> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                double detour = corner.distance(ring.get(i - 1))
                        + corner.distance(ring.get(i))
                        - ring.get(i).distance(ring.get(i - 1));
                if (detour < least) {
                    least = detour;
                    nearest = ring;
                    at = i;
                }
            }
        }
        if (nearest != null) {
            nearest.add(at, corner);
        }
    }

    /** Each side of a ring lies between a node within, on its right, and one without. */
    private List<Coordinate> crossings(List<Coordinate> corners) {
        List<Coordinate> crossings = new ArrayList<>();
        for (int i = 1; i < corners.size(); i++) {
            int dx = (int) Math.signum(corners.get(i).x - corners.get(i - 1).x);
            int dy = (int) Math.signum(corners.get(i).y - corners.get(i - 1).y);
            int sides = (int) (Math.abs(corners.get(i).x - corners.get(i - 1).x)
                    + Math.abs(corners.get(i).y - corners.get(i - 1).y));
            for (int side = 0; side < sides; side++) {
                int x = (int) corners.get(i - 1).x + side * dx + Math.min(0, dx);
                int y = (int) corners.get(i - 1).y + side * dy + Math.min(0, dy);
                crossings.add(crossing(
                        x - (dy > 0 ? 1 : 0), y - (dx < 0 ? 1 : 0), x - (dy < 0 ? 1 : 0), y - (dx > 0 ? 1 : 0)));
            }
        }
        crossings.add(crossings.get(0));
        return crossings;
    }

    private Coordinate crossing(int x, int y, int outsideX, int outsideY) {
        boolean beyond = outsideX < 0 || outsideY < 0 || outsideX >= NODES || outsideY >= NODES;
        return beyond ? node(x, y) : limit(node(x, y), node(outsideX, outsideY));
    }

    /** Returns the last place within on the way to one without. */
    private Coordinate limit(Coordinate within, Coordinate without) {
        Coordinate in = within;
        Coordinate out = without;
        for (int i = 0; i < HALVINGS && in.distance(out) > NEGLIGIBLE_DEGREES; i++) {
            Coordinate middle = between(in, out, 0.5);
            boolean holds = holds(middle.x, middle.y);
            in = holds ? middle : in;
            out = holds ? out : middle;
        }
        return in;
    }

    private static Coordinate between(Coordinate a, Coordinate b, double part) {
        return new Coordinate(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y));
    }

    private void refine(List<Coordinate> ring, Coordinate start, Coordinate end, double meters, int depth) {
        Coordinate position =
                depth < DEPTH && ring.size() < MOST_POSITIONS && !isOnLimit(start, end) ? beside(start, end) : null;
        if (position == null || (depth > 0 && Chords.meters(position, start, end) <= meters)) {
            ring.add(end);
        } else {
            refine(ring, start, position, meters, depth + 1);
            refine(ring, position, end, meters, depth + 1);
        }
    }

    private boolean isOnLimit(Coordinate start, Coordinate end) {
        return (start.y == end.y && Math.abs(start.y) == 90)
                || (allLongitudes && start.x == end.x && Math.abs(start.x) == 180);
    }

    /** Returns the place of the contour next to the middle of a chord, looked for to both sides of it; null if none. */
    private @Nullable Coordinate beside(Coordinate start, Coordinate end) {
        Coordinate middle = between(start, end, 0.5);
        boolean within = holds(middle.x, middle.y);
        double reach = FIRST_REACH;
        for (int i = 0; i < REACHES; i++, reach *= 2) {
            for (int side = -1; side <= 1; side += 2) {
                Coordinate there = new Coordinate(
                        middle.x - side * reach * (end.y - start.y), middle.y + side * reach * (end.x - start.x));
                if (holds(there.x, there.y) != within) {
                    return within ? limit(middle, there) : limit(there, middle);
                }
            }
        }
        return null;
    }
}
