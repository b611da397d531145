package io.stacgenerator.internal.geotiff.codec;

import io.stacgenerator.internal.statistics.BandAccumulator;
import org.jspecify.annotations.Nullable;

/** The samples of a row, those of a pixel side by side. Small integers are apart, since they are counted faster. */
public sealed interface Samples {

    double at(int index);

    /**
     * Adds samples to the statistics of their band.
     *
     * @param band the statistics
     * @param first where the first sample is
     * @param stride the distance between samples
     * @param count the number of samples
     * @param valid says by its first {@code count} elements which samples count, or null where all do
     */
    void addTo(BandAccumulator band, int first, int stride, int count, boolean @Nullable [] valid);

    /**
     * Integers of up to 16 bits.
     *
     * @param values the values
     * @param mask the bits that each has, once it is extended with its sign: -1 where it may be negative
     */
    @SuppressWarnings("ArrayRecordComponent") // a row that is filled again and again, which nobody compares
    record Integers(short[] values, int mask) implements Samples {

        @Override
        public double at(int index) {
            return values[index] & mask;
        }

        @Override
        public void addTo(BandAccumulator band, int first, int stride, int count, boolean @Nullable [] valid) {
            band.add(values, mask, first, stride, count, valid);
        }
    }

    /** Any numbers. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Numbers(double[] values) implements Samples {

        @Override
        public double at(int index) {
            return values[index];
        }

        @Override
        public void addTo(BandAccumulator band, int first, int stride, int count, boolean @Nullable [] valid) {
            band.add(values, first, stride, count, valid);
        }
    }
}
