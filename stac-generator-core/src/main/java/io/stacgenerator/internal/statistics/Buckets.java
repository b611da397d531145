package io.stacgenerator.internal.statistics;

import io.stacgenerator.spi.raster.Histogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ten buckets of equal width; a value on an edge is in the upper one, but the greatest value in the last. */
final class Buckets {

    private static final int COUNT = 10;

    private final double min;
    private final double max;
    private final double perWidth;
    private final double[] edges = new double[COUNT + 1];
    private final long[] counts = new long[COUNT];

    Buckets(double min, double max) {
        this.min = min;
        this.max = max;
        double range = max - min;
        double width = Double.isFinite(range) ? range / COUNT : max / COUNT - min / COUNT;
        this.perWidth = 1 / width;
        for (int i = 0; i < COUNT; i++) {
            edges[i] = Double.isFinite(range) ? min + i * width : edge(i / (double) COUNT);
        }
        edges[COUNT] = max;
    }

    /** The range may be beyond that of doubles, edges are not. */
    private double edge(double share) {
        return min * (1 - share) + max * share;
    }

    void add(double value, long count) {
        int bucket = Math.max(0, Math.min(COUNT - 1, (int) ((value - min) * perWidth)));
        while (bucket > 0 && value < edges[bucket]) {
            bucket--;
        }
        while (bucket < COUNT - 1 && value >= edges[bucket + 1]) {
            bucket++;
        }
        counts[bucket] += count;
    }

    void add(Buckets other) {
        for (int i = 0; i < COUNT; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Returns the histogram, or null where all values are equal. */
    @Nullable Histogram histogram() {
        return min < max ? new Histogram(min, max, Arrays.stream(counts).boxed().toList()) : null;
    }
}
