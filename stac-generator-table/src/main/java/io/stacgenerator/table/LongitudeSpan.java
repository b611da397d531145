package io.stacgenerator.table;

/** The longitudes from the west to the east of boxes, by the Greenwich or the Pacific side, whichever is shorter. */
final class LongitudeSpan {

    private static final double TURN = 360;

    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double pacificWest = Double.POSITIVE_INFINITY;
    private double pacificEast = Double.NEGATIVE_INFINITY;

    void add(double from, double to) {
        boolean crosses = from > to;
        west = Math.min(west, crosses ? -TURN / 2 : from);
        east = Math.max(east, crosses ? TURN / 2 : to);
        boolean aroundGreenwich = !crosses && from < 0 && to >= 0;
        pacificWest = Math.min(pacificWest, aroundGreenwich ? 0 : turned(from));
        pacificEast = Math.max(pacificEast, aroundGreenwich ? TURN : turned(to));
    }

    private static double turned(double longitude) {
        return longitude < 0 ? longitude + TURN : longitude;
    }

    private boolean pacific() {
        return pacificEast - pacificWest < east - west;
    }

    double west() {
        return pacific() ? back(pacificWest) : west;
    }

    double east() {
        return pacific() ? back(pacificEast) : east;
    }

    private static double back(double longitude) {
        return longitude > TURN / 2 ? longitude - TURN : longitude;
    }
}
