package io.stacgenerator.internal.thumbnail;

import io.stacgenerator.spi.raster.BandValues;
import java.util.Arrays;
import java.util.PrimitiveIterator;

/**
 * Spreads the values of a band over the levels of a picture.
 *
 * @param low the value that is black
 * @param high the value that is white
 */
record Stretch(double low, double high) {

    /** Few very dark and very bright pixels, such as clouds, would leave no contrast for the others. */
    private static final double LOWER = 0.02;

    private static final double UPPER = 0.98;
    private static final int WHITE = 255;

    /** Spreads the values between percentiles, or all where these are equal. */
    static Stretch of(BandValues band) {
        double[] sorted = new double[(int) band.window().pixels()]; // a stream would take three times the memory
        int count = finite(band, sorted);
        if (count == 0) {
            return new Stretch(0, 0);
        }
        Arrays.sort(sorted, 0, count);
        int last = count - 1;
        double low = sorted[(int) Math.floor(LOWER * last)];
        double high = sorted[(int) Math.ceil(UPPER * last)];
        return low < high ? new Stretch(low, high) : new Stretch(sorted[0], sorted[last]);
    }

    private static int finite(BandValues band, double[] values) {
        int count = 0;
        for (PrimitiveIterator.OfDouble data = band.data().iterator(); data.hasNext(); ) {
            double value = data.nextDouble();
            if (Double.isFinite(value)) {
                values[count++] = value;
            }
        }
        return count;
    }

    /** Returns the level of a value from 0, black, to 255; the middle where all values are the same. */
    byte level(double value) {
        double part = low < high ? (value - low) / (high - low) : 0.5;
        return (byte) Math.round(WHITE * Math.max(0, Math.min(1, part)));
    }
}
