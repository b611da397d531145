package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * The rings around the cells of a mask that have data, along the sides of cells, in columns and rows. A ring has the
 * data on its right as it is seen with rows downwards; none meets itself, so that two of them may meet in a corner.
 */
final class CellRings {

    private static final int EAST = 0;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final ValidityMask mask;
    private final int width;
    private final BitSet seen = new BitSet();
    private final Consumer<List<Coordinate>> sink;

    private CellRings(ValidityMask mask, Consumer<List<Coordinate>> sink) {
        this.mask = mask;
        this.width = mask.size().width();
        this.sink = sink;
    }

    /** Follows all rings; each is closed. */
    static void trace(ValidityMask mask, Consumer<List<Coordinate>> sink) {
        CellRings rings = new CellRings(mask, sink);
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < rings.width; x++) {
                if (mask.valid(x, y) && !mask.valid(x, y - 1) && !rings.seen.get(y * rings.width + x)) {
                    rings.follow(x, y);
                }
            }
        }
    }

    /** Follows the ring that begins with the upper side of a cell, at a corner of the ring. */
    private void follow(int startX, int startY) {
        Corners corners = new Corners();
        int x = startX;
        int y = startY;
        int direction = EAST;
        corners.turn(x, y, isSaddle(x, y));
        do {
            if (direction == EAST) {
                seen.set(y * width + x);
            }
            x += DX[direction];
            y += DY[direction];
            int next = next(x, y, direction);
            if (next != direction && !(x == startX && y == startY && next == EAST)) {
                corners.turn(x, y, isSaddle(x, y));
            }
            direction = next;
        } while (x != startX || y != startY || direction != EAST);
        corners.end();
    }

    /** Keeps data on the right, and those that meet in a corner only apart. */
    private int next(int x, int y, int direction) {
        boolean right = ahead(x, y, direction, (direction + 1) % 4);
        if (!right) {
            return (direction + 1) % 4;
        }
        boolean left = ahead(x, y, direction, (direction + 3) % 4);
        return left ? (direction + 3) % 4 : direction;
    }

    /** Returns whether the cell has data that is ahead of a corner, to one side. */
    private boolean ahead(int x, int y, int direction, int side) {
        int dx = DX[direction] + DX[side];
        int dy = DY[direction] + DY[side];
        return mask.valid(dx > 0 ? x : x - 1, dy > 0 ? y : y - 1);
    }

    private boolean isSaddle(int x, int y) {
        boolean diagonal = mask.valid(x, y);
        return diagonal == mask.valid(x - 1, y - 1)
                && diagonal != mask.valid(x - 1, y)
                && diagonal != mask.valid(x, y - 1);
    }

    /** The corners of a ring so far. */
    private final class Corners {

        private final List<Coordinate> ring = new ArrayList<>();
        private final Map<Coordinate, Integer> saddles = new HashMap<>();

        /** Adds a corner; where the ring has been there before, what came since is a ring of its own. */
        void turn(int x, int y, boolean saddle) {
            Coordinate corner = new Coordinate(x, y);
            Integer before = saddle ? saddles.putIfAbsent(corner, ring.size()) : null;
            if (before == null) {
                ring.add(corner);
                return;
            }
            List<Coordinate> loop = ring.subList(before, ring.size());
            emit(loop);
            loop.clear();
            ring.add(corner);
        }

        void end() {
            emit(ring);
        }

        private void emit(List<Coordinate> corners) {
            List<Coordinate> closed = new ArrayList<>(corners);
            closed.add(closed.get(0));
            sink.accept(closed);
        }
    }
}
