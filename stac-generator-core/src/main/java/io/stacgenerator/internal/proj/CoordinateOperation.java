package io.stacgenerator.internal.proj;

/**
 * One direction of a transformation of coordinates.
 *
 * @since 0.1.0
 */
public interface CoordinateOperation {

    /**
     * Transforms a position in place, x before y.
     *
     * @param position holds x and y, and receives those of the other system
     * @return false when the position is outside the domain; the array then holds no position
     */
    boolean apply(double[] position);
}
