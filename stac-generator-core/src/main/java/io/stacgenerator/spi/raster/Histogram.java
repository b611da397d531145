package io.stacgenerator.spi.raster;

import java.util.List;

/**
 * A histogram of band values with buckets of equal width ({@code raster:histogram}).
 *
 * @param min the lower edge of the first bucket
 * @param max the upper edge of the last bucket
 * @param buckets the number of pixels in each bucket, at least 3
 * @since 0.1.0
 */
public record Histogram(double min, double max, List<Long> buckets) {

    /** Checks edges and number of buckets, and copies these. */
    public Histogram {
        buckets = List.copyOf(buckets);
        if (buckets.size() < 3 || !(min < max) || !Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException(
                    "histogram of %d buckets from %s to %s: expected at least 3 buckets and finite edges, min < max"
                            .formatted(buckets.size(), min, max));
        }
    }
}
