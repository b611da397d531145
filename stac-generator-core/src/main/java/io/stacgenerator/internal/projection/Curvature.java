package io.stacgenerator.internal.projection;

/**
 * The radii of an ellipsoid with a semi-major axis of 1, by latitude in radians: IOGP 373-7-2, section 3.
 *
 * @param es the square of the eccentricity
 */
record Curvature(double es) {

    private double w(double latitude) {
        double sin = Math.sin(latitude);
        return 1 - es * sin * sin;
    }

    /** Returns the radius of curvature across the meridian. */
    double primeVertical(double latitude) {
        return 1 / Math.sqrt(w(latitude));
    }

    /** Returns the radius of curvature along the meridian. */
    double meridian(double latitude) {
        return (1 - es) / Math.pow(w(latitude), 1.5);
    }

    /** Returns the radius of a parallel. */
    double parallel(double latitude) {
        return Math.cos(latitude) / Math.sqrt(w(latitude));
    }
}
