package io.stacgenerator.internal.statistics;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Collects the statistics of a band from its values. Not thread-safe.
 *
 * <p>All values are added in each pass; {@link #endPass} says whether another pass is needed. NaN, infinities and the
 * nodata value are not valid. The histogram has ten buckets from the least to the greatest value, as numpy makes it by
 * default, and there is none where all values are equal.
 */
public abstract sealed class BandAccumulator permits CountedValues, MeasuredValues {

    /** All bands together take so much memory. */
    private static final int MAX_BYTES = 16 << 20;

    private final NodataRange nodata;
    private long total;
    private boolean ended;

    BandAccumulator(NodataRange nodata) {
        this.nodata = nodata;
    }

    /**
     * Starts the statistics of a band.
     *
     * @param type the type of its values; integers of up to 16 bits need one pass, others one or two
     * @param nodata the value of pixels without data, or null
     * @param bands the number of bands that are collected at once, which share a bounded memory
     * @return a new accumulator
     */
    public static BandAccumulator of(DataType type, @Nullable Number nodata, int bands) {
        boolean small = switch (type) {
            case UINT8, INT8, UINT16, INT16 -> CountedValues.bytes(type) * bands <= MAX_BYTES;
            default -> false;
        };
        NodataRange excluded = NodataRange.of(nodata, type);
        return small
                ? new CountedValues(type, excluded)
                : new MeasuredValues(excluded, MAX_BYTES / Double.BYTES / bands);
    }

    /**
     * Adds a run of values.
     *
     * @param values holds the values
     * @param first where the first value is
     * @param stride the distance between values
     * @param count the number of values
     * @param valid says by its first {@code count} elements which values count, or null where all do
     */
    public final void add(double[] values, int first, int stride, int count, boolean @Nullable [] valid) {
        if (!ended) {
            total += count;
            addRun(values, first, stride, count, valid);
        }
    }

    /**
     * Adds a run of integers of up to 16 bits.
     *
     * @param values holds the values
     * @param mask the bits that each value has, once it is extended with its sign: -1 where it may be negative
     * @param first where the first value is
     * @param stride the distance between values
     * @param count the number of values
     * @param valid as above
     */
    public final void add(short[] values, int mask, int first, int stride, int count, boolean @Nullable [] valid) {
        if (!ended) {
            total += count;
            addRun(values, mask, first, stride, count, valid);
        }
    }

    void addRun(short[] values, int mask, int first, int stride, int count, boolean @Nullable [] valid) {
        for (int i = 0, at = first; i < count; i++, at += stride) {
            int value = values[at] & mask;
            if (!nodata.holds(value) && (valid == null || valid[i])) {
                add(value, 1);
            }
        }
    }

    /**
     * Adds one value many times.
     *
     * @param value the value
     * @param count the number of pixels that have it
     */
    public final void addConstant(double value, long count) {
        if (ended) {
            return;
        }
        total += count;
        if (count > 0 && Double.isFinite(value) && !nodata.holds(value)) {
            add(value, count);
        }
    }

    /**
     * Adds pixels without data.
     *
     * @param count the number of pixels
     */
    public final void addInvalid(long count) {
        total += ended ? 0 : count;
    }

    /**
     * Starts an accumulator that takes a part of the values of the same pass, in another thread.
     *
     * @return an accumulator without values, to be {@linkplain #join joined} before the pass ends
     */
    public abstract BandAccumulator fork();

    /**
     * Adds what a fork has taken.
     *
     * @param fork an accumulator that {@link #fork} has returned in this pass
     */
    public final void join(BandAccumulator fork) {
        if (!ended) {
            total += fork.total;
            addAll(fork);
        }
    }

    /**
     * Ends a pass over all values. What is added after the last pass, for the sake of other bands, does not count.
     *
     * @return true when all values are to be added once more
     */
    public final boolean endPass() {
        ended = ended || !again();
        total = ended ? total : 0;
        return !ended;
    }

    /**
     * Returns the statistics, after the last pass.
     *
     * @return statistics whose numbers are all finite; without a valid value there is only a count
     */
    public final BandStatistics result() {
        return result(total);
    }

    final NodataRange nodata() {
        return nodata;
    }

    static @Nullable Double percent(long count, long total) {
        return total == 0 ? null : 100.0 * count / total;
    }

    static BandStatistics empty(long total) {
        return BandStatistics.builder()
                .count(0L)
                .validPercent(percent(0, total))
                .build();
    }

    abstract void addRun(double[] values, int first, int stride, int count, boolean @Nullable [] valid);

    abstract void add(double value, long count);

    abstract void addAll(BandAccumulator fork);

    abstract boolean again();

    abstract BandStatistics result(long total);
}
