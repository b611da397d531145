package io.stacgenerator.spi.raster;

import org.jspecify.annotations.Nullable;

/**
 * Statistics of the valid pixels of a band. What is not known is null, and so is what was given as NaN or infinite.
 *
 * @param minimum the smallest value
 * @param maximum the largest value
 * @param mean the mean
 * @param stddev the standard deviation of the population
 * @param count the number of valid pixels that were read
 * @param validPercent the share of valid pixels, 0 to 100
 * @param histogram the distribution of the values
 * @since 0.1.0
 */
public record BandStatistics(
        @Nullable Double minimum,
        @Nullable Double maximum,
        @Nullable Double mean,
        @Nullable Double stddev,
        @Nullable Long count,
        @Nullable Double validPercent,
        @Nullable Histogram histogram) {

    /** Leaves out what is not a finite number. */
    public BandStatistics {
        minimum = finite(minimum);
        maximum = finite(maximum);
        mean = finite(mean);
        stddev = finite(stddev);
        validPercent = finite(validPercent);
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number != null && Double.isFinite(number) ? number : null;
    }
}
