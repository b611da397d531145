package io.stacgenerator.internal.projection;

import java.util.function.DoubleUnaryOperator;

/** Newton's method. */
final class Newton {

    /** Radians; on Earth a ten-thousandth of a millimeter. */
    static final double EXACT = 1e-14;

    /** It takes few steps but next to a pole, where the slope may be nearly 0. */
    private static final int ITERATIONS = 100;

    private Newton() {}

    /**
     * Looks for the root of a function.
     *
     * @param start where to begin
     * @param exact the step that is small enough
     * @param step the value of the function over its slope
     * @return the root, or where the method has come to
     */
    static double root(double start, double exact, DoubleUnaryOperator step) {
        double x = start;
        for (int i = 0; i < ITERATIONS; i++) {
            double moved = step.applyAsDouble(x);
            x -= moved;
            if (Math.abs(moved) < exact) {
                break;
            }
        }
        return x;
    }
}
