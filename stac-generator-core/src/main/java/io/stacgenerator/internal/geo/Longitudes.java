package io.stacgenerator.internal.geo;

/** Longitudes on the circle. */
final class Longitudes {

    private Longitudes() {}

    /**
     * Returns the shortest arc that holds some longitudes: it leaves out the widest gap between them.
     *
     * @param sorted at least one longitude, ascending, within one turn
     * @return the western end, which is one of them, and the eastern one, which is not less and may be beyond a turn
     */
    static double[] arc(double... sorted) {
        double west = sorted[0];
        double east = sorted[sorted.length - 1];
        double widest = 360 - (east - west);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] - sorted[i - 1] > widest) {
                widest = sorted[i] - sorted[i - 1];
                west = sorted[i];
                east = sorted[i - 1] + 360;
            }
        }
        return new double[] {west, east};
    }
}
