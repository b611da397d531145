package io.stacgenerator.internal.statistics;

import io.stacgenerator.spi.raster.BandStatistics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Any numbers: the first pass gives range and mean, the second deviation and histogram. Where the valid values are few
 * they are kept, so that they need not be read and decoded once more.
 */
final class MeasuredValues extends BandAccumulator {

    /** So many values are summed before the sum is added to the others: as in numpy, few enough to lose nothing. */
    private static final int SUMMED = 128;

    private final int most;
    private double[] kept = {};
    private int size;

    /** False as soon as there are more values than may be kept. */
    private boolean whole = true;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long count;
    private final Sum sum = new Sum();
    private final Sum squares = new Sum();
    private double mean;
    private @Nullable Buckets buckets;

    /**
     * Starts.
     *
     * @param nodata the values that do not count
     * @param most so many values may be kept
     */
    MeasuredValues(NodataRange nodata, int most) {
        super(nodata);
        this.most = most;
    }

    @Override
    public BandAccumulator fork() {
        MeasuredValues fork = new MeasuredValues(nodata(), most);
        fork.mean = mean;
        fork.buckets = buckets == null ? null : new Buckets(min, max);
        fork.whole = whole;
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
        whole &= other.whole;
        if (whole) {
            grow(size + other.size);
            System.arraycopy(other.kept, 0, kept, size, other.size);
            size += other.size;
        }
    }

    @Override
    void addRun(double[] values, int first, int stride, int length, boolean @Nullable [] valid) {
        double least = nodata().least();
        double greatest = nodata().greatest();
        makeRoom(length);
        int end = size;
        for (int i = 0, at = first; i < length; i++, at += stride) {
            double value = values[at];
            if (Double.isFinite(value) && !(value >= least && value <= greatest) && (valid == null || valid[i])) {
                kept[end++] = value;
            }
        }
        measure(size, end);
        size = end;
    }

    private void makeRoom(int length) {
        whole &= size + length <= most;
        size = whole ? size : 0;
        grow(size + length);
    }

    private void grow(int length) {
        if (kept.length < length) {
            kept = Arrays.copyOf(kept, Math.max(length, Math.min(most, 2 * kept.length)));
        }
    }

    @Override
    void add(double value, long times) {
        whole = false;
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

    private void measure(int from, int to) {
        for (int start = from; start < to; start += SUMMED) {
            int end = Math.min(start + SUMMED, to);
            if (buckets == null) {
                measureRange(start, end);
            } else {
                measureDeviation(buckets, start, end);
            }
        }
    }

    private void measureRange(int from, int to) {
        double part = 0;
        double least = min;
        double greatest = max;
        for (int i = from; i < to; i++) {
            double value = kept[i];
            part += value;
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        sum.add(part);
        min = least;
        max = greatest;
        count += to - from;
    }

    private void measureDeviation(Buckets buckets, int from, int to) {
        double part = 0;
        for (int i = from; i < to; i++) {
            double deviation = kept[i] - mean;
            part += deviation * deviation;
            buckets.add(kept[i], 1);
        }
        squares.add(part);
    }

    @Override
    boolean again() {
        if (count == 0 || buckets != null) {
            return false;
        }
        mean = sum.value() / count;
        buckets = new Buckets(min, max);
        if (whole) {
            measure(0, size);
            return false;
        }
        return true;
    }

    @Override
    BandStatistics result(long total) {
        if (buckets == null) {
            return empty(total);
        }
        return BandStatistics.builder()
                .minimum(min)
                .maximum(max)
                .mean(finite(mean))
                .stddev(finite(Math.sqrt(squares.value() / count)))
                .count(count)
                .validPercent(percent(count, total))
                .histogram(buckets.histogram())
                .build();
    }

    /** A sum of the largest doubles may be beyond the range of doubles. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A sum whose rounding errors are kept next to it (Neumaier). */
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
