package io.stacgenerator.internal.statistics;

import io.stacgenerator.spi.BandStatistics;
import org.jspecify.annotations.Nullable;

/** Any numbers: the first pass gives range and mean, the second deviation and histogram. */
final class MeasuredValues extends BandAccumulator {

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long count;
    private final Sum sum = new Sum();
    private final Sum squares = new Sum();
    private double mean;
    private @Nullable Buckets buckets;

    MeasuredValues(double nodata) {
        super(nodata);
    }

    @Override
    public BandAccumulator fork() {
        MeasuredValues fork = new MeasuredValues(nodata());
        fork.mean = mean;
        fork.buckets = buckets == null ? null : new Buckets(min, max);
        return fork;
    }

    @Override
    void addAll(BandAccumulator fork) {
        MeasuredValues other = (MeasuredValues) fork;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        count += other.count;
        sum.add(other.sum);
        squares.add(other.squares);
        if (buckets != null && other.buckets != null) {
            buckets.add(other.buckets);
        }
    }

    @Override
    void add(double value, long times) {
        if (buckets == null) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            count += times;
            sum.add(value * times);
        } else {
            double deviation = value - mean;
            squares.add(deviation * deviation * times);
            buckets.add(value, times);
        }
    }

    @Override
    boolean again() {
        if (count == 0 || buckets != null) {
            return false;
        }
        mean = sum.value() / count;
        buckets = new Buckets(min, max);
        return true;
    }

    @Override
    BandStatistics result(long total) {
        if (buckets == null) {
            return empty(total);
        }
        return new BandStatistics(
                min,
                max,
                finite(mean),
                finite(Math.sqrt(squares.value() / count)),
                count,
                percent(count, total),
                buckets.histogram());
    }

    /** A sum of the largest doubles may be beyond the range of doubles. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A sum whose rounding errors are kept beside it (Neumaier). */
    private static final class Sum {

        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        void add(Sum other) {
            add(other.sum);
            add(other.lost);
        }

        double value() {
            return sum + lost;
        }
    }
}
