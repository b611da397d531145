package io.stacgenerator.internal.statistics;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import org.jspecify.annotations.Nullable;

/** Small integers: how often each value occurs is all that one pass needs to find. */
final class CountedValues extends BandAccumulator {

    /**
     * Bytes are counted in so many places, in turns: pixels side by side are often equal, and a count that was written
     * just before takes several times as long to be read again.
     */
    private static final int PLACES_OF_BYTES = 4;

    private final DataType type;
    private final int bits;

    /** How often each value occurs, by its bits, in each place. Nodata is counted too: a comparison less for each. */
    private final long[] counts;

    CountedValues(DataType type, NodataRange nodata) {
        super(nodata);
        this.type = type;
        this.bits = type.bits();
        this.counts = new long[size(type)];
    }

    private static int size(DataType type) {
        return (type.bits() == Byte.SIZE ? PLACES_OF_BYTES : 1) << type.bits();
    }

    /** Returns the memory that the counts of a type take. */
    static long bytes(DataType type) {
        return (long) Long.BYTES * size(type);
    }

    /** Without a call for each value. */
    @Override
    void addRun(short[] values, int mask, int first, int stride, int count, boolean @Nullable [] valid) {
        long[] counts = this.counts;
        int value = valueBits();
        for (int i = 0, at = first; i < count; i++, at += stride) {
            if (valid == null || valid[i]) {
                counts[((i << bits) | (values[at] & value)) & (counts.length - 1)]++;
            }
        }
    }

    @Override
    void addRun(double[] values, int first, int stride, int count, boolean @Nullable [] valid) {
        for (int i = 0, at = first; i < count; i++, at += stride) {
            if (valid == null || valid[i]) {
                add(values[at], 1);
            }
        }
    }

    @Override
    void add(double value, long count) {
        counts[(int) value & valueBits()] += count;
    }

    private int valueBits() {
        return (1 << bits) - 1;
    }

    @Override
    public BandAccumulator fork() {
        return new CountedValues(type, nodata());
    }

    @Override
    void addAll(BandAccumulator fork) {
        long[] others = ((CountedValues) fork).counts;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others[i];
        }
    }

    @Override
    boolean again() {
        return false;
    }

    @Override
    BandStatistics result(long total) {
        int least = type.name().startsWith("U") ? 0 : -(1 << (bits - 1));
        long[] valid = valid(least);
        int first = 0;
        int last = valid.length - 1;
        while (first < last && valid[first] == 0) {
            first++;
        }
        while (last > first && valid[last] == 0) {
            last--;
        }
        return valid[first] == 0 ? empty(total) : result(valid, least, first, last, total);
    }

    /** Returns how often each value occurs that is not nodata, from the least that the type has. */
    private long[] valid(int least) {
        long[] valid = new long[1 << bits];
        for (int i = 0; i < counts.length; i++) {
            valid[(i - least) & valueBits()] += counts[i];
        }
        if (NodataRange.possible(nodata().least(), type)) {
            valid[(int) nodata().least() - least] = 0;
        }
        return valid;
    }

    private static BandStatistics result(long[] counts, int least, int first, int last, long total) {
        long count = 0;
        double sum = 0;
        Buckets buckets = new Buckets(first + least, last + least);
        for (int i = first; i <= last; i++) {
            count += counts[i];
            sum += (double) counts[i] * (i + least);
            buckets.add(i + least, counts[i]);
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = first; i <= last; i++) {
            double deviation = i + least - mean;
            squares += counts[i] * deviation * deviation;
        }
        return BandStatistics.builder()
                .minimum((double) (first + least))
                .maximum((double) (last + least))
                .mean(mean)
                .stddev(Math.sqrt(squares / count))
                .count(count)
                .validPercent(percent(count, total))
                .histogram(buckets.histogram())
                .build();
    }
}
