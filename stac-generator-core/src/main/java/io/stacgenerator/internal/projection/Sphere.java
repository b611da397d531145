package io.stacgenerator.internal.projection;

/** Limits of longitude and latitude that all projections share. */
final class Sphere {

    static final double HALF_PI = Math.PI / 2;

    /** What rounding may push a position over the edge of a map. */
    static final double ROUNDING = 1e-9;

    private Sphere() {}

    /** Tells whether a position is on Earth, and moves one that rounding has pushed over the edge back. */
    static boolean clamp(double[] p) {
        if (!(Math.abs(p[0]) <= Math.PI + ROUNDING && Math.abs(p[1]) <= HALF_PI + ROUNDING)) {
            return false;
        }
        p[0] = Math.max(-Math.PI, Math.min(Math.PI, p[0]));
        p[1] = Math.max(-HALF_PI, Math.min(HALF_PI, p[1]));
        return true;
    }

    /** Returns the arc sine of what rounding may have made a little more than 1. */
    static double asin(double sine) {
        return Math.asin(Math.abs(sine) > 1 && Math.abs(sine) < 1 + ROUNDING ? Math.signum(sine) : sine);
    }
}
