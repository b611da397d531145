package io.stacgenerator.internal.projection;

/**
 * A map projection of an ellipsoid with a semi-major axis of 1. Implementations are immutable.
 *
 * @since 0.1.0
 */
public interface MapProjection {

    /**
     * Projects a position in place.
     *
     * @param p holds the longitude east of the central meridian and the latitude in radians, and receives x and y
     * @return false when the projection has no place for the position; the array then holds none
     */
    boolean project(double[] p);

    /**
     * Reverses the projection of a position in place.
     *
     * @param p holds x and y, and receives the longitude east of the central meridian and the latitude in radians
     * @return false when the position is outside of the map; the array then holds none
     */
    boolean unproject(double[] p);
}
