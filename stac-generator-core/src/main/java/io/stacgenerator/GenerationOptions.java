package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How Items are made, for all requests of a generator. Immutable.
 *
 * @since 0.1.0
 */
public final class GenerationOptions {

    private final StatisticsMode statistics;
    private final FootprintMode footprint;
    private final @Nullable Instant datetime;
    private final DatetimeFallback datetimeFallback;
    private final StacVersion stacVersion;
    private final boolean remoteSideFiles;
    private final boolean checksum;
    private final boolean strict;

    private GenerationOptions(Builder builder) {
        statistics = builder.statistics;
        footprint = builder.footprint;
        datetime = builder.datetime;
        datetimeFallback = builder.datetimeFallback;
        stacVersion = builder.stacVersion;
        remoteSideFiles = builder.remoteSideFiles;
        checksum = builder.checksum;
        strict = builder.strict;
    }

    /**
     * Returns the options that hold when none are given.
     *
     * @return statistics from tags, the footprint of bounds, no date but those of data and metadata, STAC 1.1.0, no
     *     look beside remote files, not strict
     */
    public static GenerationOptions ofDefaults() {
        return builder().build();
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where the statistics of bands come from.
     *
     * @return the mode; by default {@link StatisticsMode#TAGS}
     */
    public StatisticsMode statistics() {
        return statistics;
    }

    /**
     * Returns what the geometry encloses.
     *
     * @return the mode; by default {@link FootprintMode#BOUNDS}
     */
    public FootprintMode footprint() {
        return footprint;
    }

    /**
     * Returns the date of all Items, which comes before data and metadata.
     *
     * @return the date, or null when data and metadata are to tell
     */
    public @Nullable Instant datetime() {
        return datetime;
    }

    /**
     * Returns what gives the date when nothing else does.
     *
     * @return the fallback; by default {@link DatetimeFallback#NONE}
     */
    public DatetimeFallback datetimeFallback() {
        return datetimeFallback;
    }

    /**
     * Returns the version of STAC to write.
     *
     * @return the version; by default {@link StacVersion#V1_1_0}
     */
    public StacVersion stacVersion() {
        return stacVersion;
    }

    /**
     * Tells whether the files that may stand beside a remote raster are looked for, as they are beside local ones:
     * world files, {@code .aux.xml}, {@code .ovr} and {@code .msk}. Each takes a request, most of which find nothing.
     *
     * @return false by default
     */
    public boolean remoteSideFiles() {
        return remoteSideFiles;
    }

    /**
     * Tells whether each asset is read as a whole for its {@code file:checksum}.
     *
     * @return false by default
     */
    public boolean checksum() {
        return checksum;
    }

    /**
     * Tells whether conflicts between metadata and data, and services that cannot be loaded, are errors.
     *
     * @return false by default
     */
    public boolean strict() {
        return strict;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private StatisticsMode statistics = StatisticsMode.TAGS;
        private FootprintMode footprint = FootprintMode.BOUNDS;
        private @Nullable Instant datetime;
        private DatetimeFallback datetimeFallback = DatetimeFallback.NONE;
        private StacVersion stacVersion = StacVersion.V1_1_0;
        private boolean remoteSideFiles;
        private boolean checksum;
        private boolean strict;

        private Builder() {}

        /**
         * Sets where the statistics of bands come from.
         *
         * @param statistics the mode
         * @return this
         */
        public Builder statistics(StatisticsMode statistics) {
            this.statistics = requireNonNull(statistics, "statistics");
            return this;
        }

        /**
         * Sets what the geometry encloses.
         *
         * @param footprint the mode
         * @return this
         */
        public Builder footprint(FootprintMode footprint) {
            this.footprint = requireNonNull(footprint, "footprint");
            return this;
        }

        /**
         * Sets the date of all Items.
         *
         * @param datetime the date, or null when data and metadata are to tell
         * @return this
         */
        public Builder datetime(@Nullable Instant datetime) {
            this.datetime = datetime;
            return this;
        }

        /**
         * Sets what gives the date when nothing else does.
         *
         * @param datetimeFallback the fallback
         * @return this
         */
        public Builder datetimeFallback(DatetimeFallback datetimeFallback) {
            this.datetimeFallback = requireNonNull(datetimeFallback, "datetimeFallback");
            return this;
        }

        /**
         * Sets the version of STAC to write.
         *
         * @param stacVersion the version
         * @return this
         */
        public Builder stacVersion(StacVersion stacVersion) {
            this.stacVersion = requireNonNull(stacVersion, "stacVersion");
            return this;
        }

        /**
         * Looks for the files that may stand beside remote rasters.
         *
         * @param remoteSideFiles true to look for them, at the cost of some requests for each raster
         * @return this
         */
        public Builder remoteSideFiles(boolean remoteSideFiles) {
            this.remoteSideFiles = remoteSideFiles;
            return this;
        }

        /**
         * Reads each asset as a whole for its {@code file:checksum}, the multihash of a SHA-256, where the request
         * chooses the file extension.
         *
         * @param checksum true to read all bytes
         * @return this
         */
        public Builder checksum(boolean checksum) {
            this.checksum = checksum;
            return this;
        }

        /**
         * Makes conflicts between metadata and data, and services that cannot be loaded, errors.
         *
         * @param strict true for errors instead of warnings
         * @return this
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public GenerationOptions build() {
            return new GenerationOptions(this);
        }
    }
}
