package io.stacgenerator.internal.statistics;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import org.jspecify.annotations.Nullable;

/** Small integers: how often each value occurs is all that one pass needs to find. */
final class CountedValues extends BandAccumulator {

    /** Stands for a nodata value that no small integer has. */
    private static final int NONE = Integer.MIN_VALUE;

    private final DataType type;
    private final int excluded;
    private final int least;
    private final long[] counts;

    CountedValues(DataType type, NodataRange nodata) {
        super(nodata);
        this.type = type;
        this.excluded = (int) nodata.least() == nodata.least() ? (int) nodata.least() : NONE;
        this.counts = new long[1 << type.bits()];
        this.least = type.name().startsWith("U") ? 0 : -counts.length / 2;
    }

    /** Without a call for each value. */
    @Override
    void addRun(int[] values, int first, int stride, int count, boolean @Nullable [] valid) {
        for (int i = 0, at = first; i < count; i++, at += stride) {
            int value = values[at];
            if (value != excluded && (valid == null || valid[i])) {
                counts[value - least]++;
            }
        }
    }

    @Override
    void addRun(double[] values, int first, int stride, int count, boolean @Nullable [] valid) {
        for (int i = 0, at = first; i < count; i++, at += stride) {
            double value = values[at];
            if (value != excluded && (valid == null || valid[i])) {
                counts[(int) value - least]++;
            }
        }
    }

    @Override
    void add(double value, long count) {
        counts[(int) value - least] += count;
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
        int first = 0;
        int last = counts.length - 1;
        while (first < last && counts[first] == 0) {
            first++;
        }
        while (last > first && counts[last] == 0) {
            last--;
        }
        return counts[first] == 0 ? empty(total) : result(first, last, total);
    }

    private BandStatistics result(int first, int last, long total) {
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
