package io.stacgenerator.internal.merge.location;

import static io.stacgenerator.internal.item.GeometryForm.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Longitudes of 180 to 360 degrees, as grids of models count them, by whole turns within 180 (RFC 7946 section 3.1.9).
 */
final class Turns {

    /** As far as anybody counts, in either direction. */
    static final double FARTHEST = 360;

    private static final double HALF = 180;

    private Turns() {}

    /** Returns whether a longitude runs on beyond 180 degrees. */
    static boolean runsOn(double longitude) {
        return Math.abs(longitude) > HALF && Math.abs(longitude) <= FARTHEST;
    }

    /** Returns positions whose longitudes are within 180 degrees. */
    static List<Object> within(List<List<Object>> positions) {
        return positions.stream()
                .<Object>map(position -> moved(position, turn(number(position, 0))))
                .toList();
    }

    /** Returns whether a line has an edge of more than 180 degrees. */
    static boolean crosses(List<List<Object>> line) {
        return IntStream.range(1, line.size())
                .mapToDouble(i -> Math.abs(number(line.get(i), 0) - number(line.get(i - 1), 0)))
                .anyMatch(degrees -> degrees > HALF && degrees < FARTHEST);
    }

    /**
     * Returns a box by RFC 7946 section 5, or the same where its longitudes are within 180 degrees or no longitudes.
     */
    static List<Object> withinBox(List<Object> box) {
        int east = box.size() / 2;
        double width = number(box, east) - number(box, 0);
        boolean far = Math.max(Math.abs(number(box, 0)), Math.abs(number(box, east))) > FARTHEST;
        if (far || width < 0 || (!runsOn(number(box, 0)) && !runsOn(number(box, east)))) {
            return box;
        }
        List<Object> within = new ArrayList<>(box);
        within.set(0, width >= FARTHEST ? -HALF : longitude(box.get(0), turn(number(box, 0))));
        within.set(east, width >= FARTHEST ? HALF : longitude(box.get(east), -turn(-number(box, east))));
        return within;
    }

    /**
     * Cuts a line where it crosses the antimeridian: an edge of more than 180 degrees does, unless longitudes run on.
     */
    static List<Object> cut(List<List<Object>> line) {
        boolean asWritten = line.stream().anyMatch(position -> runsOn(number(position, 0)));
        List<Object> pieces = new ArrayList<>();
        List<Object> last = line.get(0);
        long turn = turn(number(last, 0));
        List<Object> piece = new ArrayList<>(List.of(moved(last, turn)));
        for (List<Object> written : line.subList(1, line.size())) {
            List<Object> next = asWritten ? written : near(written, number(last, 0));
            for (double edge = edge(next, turn); !Double.isNaN(edge); edge = edge(next, turn)) {
                List<Object> crossing = between(last, next, edge);
                if (number(last, 0) != edge) {
                    piece.add(moved(crossing, turn));
                }
                add(piece, pieces);
                turn += edge > turn * FARTHEST ? 1 : -1;
                piece = new ArrayList<>(List.of(moved(crossing, turn)));
            }
            piece.add(moved(next, turn));
            last = next;
        }
        add(piece, pieces);
        return pieces;
    }

    /** The shorter way is meant, but for an edge all around the world. */
    private static List<Object> near(List<Object> position, double longitude) {
        double degrees = longitude - number(position, 0);
        return Math.abs(degrees) < FARTHEST ? moved(position, -Math.round(degrees / FARTHEST)) : position;
    }

    /** A piece that only touches the antimeridian is none. */
    private static void add(List<Object> piece, List<Object> pieces) {
        if (piece.stream().distinct().count() > 1) {
            pieces.add(piece);
        }
    }

    /** The meridian by which a line leaves its turn; NaN where it stays. */
    private static double edge(List<Object> position, long turn) {
        double longitude = number(position, 0) - turn * FARTHEST;
        return Math.abs(longitude) <= HALF ? Double.NaN : turn * FARTHEST + Math.copySign(HALF, longitude);
    }

    private static List<Object> between(List<Object> from, List<Object> to, double longitude) {
        double share = (longitude - number(from, 0)) / (number(to, 0) - number(from, 0));
        List<Object> between = new ArrayList<>(List.of(longitude));
        for (int axis = 1; axis < Math.min(from.size(), to.size()); axis++) {
            between.add(number(from, axis) + share * (number(to, axis) - number(from, axis)));
        }
        return between;
    }

    /** How often a longitude is beyond the antimeridian to the east; 180 itself is not. */
    private static long turn(double longitude) {
        return longitude == HALF ? 0 : (long) Math.floor((longitude + HALF) / FARTHEST);
    }

    private static List<Object> moved(List<Object> position, long turn) {
        List<Object> moved = new ArrayList<>(position);
        moved.set(0, longitude(position.get(0), turn));
        return moved;
    }

    private static Object longitude(Object longitude, long turn) {
        return turn == 0
                ? longitude
                : new BigDecimal(longitude.toString())
                        .subtract(BigDecimal.valueOf(turn * 360))
                        .doubleValue();
    }
}
