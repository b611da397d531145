package io.stacgenerator.spi.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the valid pixels of a band. What is not known is null, and so is what was given as NaN or infinite.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class BandStatistics {

    private final @Nullable Double minimum;
    private final @Nullable Double maximum;
    private final @Nullable Double mean;
    private final @Nullable Double stddev;
    private final @Nullable Long count;
    private final @Nullable Double validPercent;
    private final @Nullable Histogram histogram;

    private BandStatistics(Builder builder) {
        minimum = finite(builder.minimum);
        maximum = finite(builder.maximum);
        mean = finite(builder.mean);
        stddev = finite(builder.stddev);
        count = builder.count;
        validPercent = finite(builder.validPercent);
        histogram = builder.histogram;
    }

    /**
     * Starts with nothing known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number != null && Double.isFinite(number) ? number : null;
    }

    /**
     * Returns the smallest value.
     *
     * @return the value; empty when it is not given
     */
    public Optional<Double> minimum() {
        return Optional.ofNullable(minimum);
    }

    /**
     * Returns the largest value.
     *
     * @return the value; empty when it is not given
     */
    public Optional<Double> maximum() {
        return Optional.ofNullable(maximum);
    }

    /**
     * Returns the mean.
     *
     * @return the mean; empty when it is not given
     */
    public Optional<Double> mean() {
        return Optional.ofNullable(mean);
    }

    /**
     * Returns the standard deviation of the population.
     *
     * @return the deviation; empty when it is not given
     */
    public Optional<Double> stddev() {
        return Optional.ofNullable(stddev);
    }

    /**
     * Returns the number of valid pixels that were read.
     *
     * @return the number; empty when it is not given
     */
    public Optional<Long> count() {
        return Optional.ofNullable(count);
    }

    /**
     * Returns the share of valid pixels.
     *
     * @return 0 to 100; empty when it is not given
     */
    public Optional<Double> validPercent() {
        return Optional.ofNullable(validPercent);
    }

    /**
     * Returns the distribution of the values.
     *
     * @return the histogram; empty when it is not given
     */
    public Optional<Histogram> histogram() {
        return Optional.ofNullable(histogram);
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(minimum, maximum, mean, stddev, count, validPercent, histogram);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BandStatistics that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "BandStatistics" + values();
    }

    /** Collects what is known; not thread-safe. */
    public static final class Builder {

        private @Nullable Double minimum;
        private @Nullable Double maximum;
        private @Nullable Double mean;
        private @Nullable Double stddev;
        private @Nullable Long count;
        private @Nullable Double validPercent;
        private @Nullable Histogram histogram;

        private Builder() {}

        /**
         * Sets the smallest value.
         *
         * @param minimum the value, or null
         * @return this
         */
        public Builder minimum(@Nullable Double minimum) {
            this.minimum = minimum;
            return this;
        }

        /**
         * Sets the largest value.
         *
         * @param maximum the value, or null
         * @return this
         */
        public Builder maximum(@Nullable Double maximum) {
            this.maximum = maximum;
            return this;
        }

        /**
         * Sets the mean.
         *
         * @param mean the mean, or null
         * @return this
         */
        public Builder mean(@Nullable Double mean) {
            this.mean = mean;
            return this;
        }

        /**
         * Sets the standard deviation of the population.
         *
         * @param stddev the deviation, or null
         * @return this
         */
        public Builder stddev(@Nullable Double stddev) {
            this.stddev = stddev;
            return this;
        }

        /**
         * Sets the number of valid pixels that were read.
         *
         * @param count the number, or null
         * @return this
         */
        public Builder count(@Nullable Long count) {
            this.count = count;
            return this;
        }

        /**
         * Sets the share of valid pixels.
         *
         * @param validPercent 0 to 100, or null
         * @return this
         */
        public Builder validPercent(@Nullable Double validPercent) {
            this.validPercent = validPercent;
            return this;
        }

        /**
         * Sets the distribution of the values.
         *
         * @param histogram the histogram, or null
         * @return this
         */
        public Builder histogram(@Nullable Histogram histogram) {
            this.histogram = histogram;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public BandStatistics build() {
            return new BandStatistics(this);
        }
    }
}
