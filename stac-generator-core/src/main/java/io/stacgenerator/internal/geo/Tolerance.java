package io.stacgenerator.internal.geo;

/**
 * How far the chords of an outline may be from the true line.
 *
 * @param fine meters, where an edge needs no more positions for it than {@link EdgeTracer} has for an evenly bent one
 * @param coarse meters, elsewhere
 */
record Tolerance(double fine, double coarse) {

    /** A tenth of a meter is 1e-6 degrees, the precision that outlines of bounds keep where it is cheap. */
    private static final double FINE_METERS = 0.089;

    /** Below the meter that is promised by what rounding to 7 decimals and uneven bends may add. */
    private static final double COARSE_METERS = 0.8;

    private static final double EVENLY = 0.7;

    /** Pixels are not to be cut off by more than can be seen. */
    private static final double PIXEL_SHARE = 0.1;

    /** The tolerance of the bounds of a raster. */
    static Tolerance ofBounds(double pixelMeters) {
        double share = PIXEL_SHARE * pixelMeters;
        return new Tolerance(Math.min(FINE_METERS, share), Math.min(COARSE_METERS, share));
    }

    /** Evenly spaced positions are a little closer than needed, as no edge is bent quite evenly. */
    static Tolerance of(double meters) {
        return new Tolerance(EVENLY * meters, meters);
    }
}
