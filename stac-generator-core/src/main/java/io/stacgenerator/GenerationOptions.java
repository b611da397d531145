package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.datetime.UtcTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How Items are made: for all requests of a generator, or for one. A request may carry some of them itself, see
 * {@link GenerationRequest#options()}. Immutable.
 *
 * @since 0.1.0
 */
public final class GenerationOptions {

    private static final GenerationListener SILENT = new GenerationListener() {};

    private final StatisticsMode statistics;
    private final FootprintMode footprint;
    private final @Nullable Double footprintDeviation;
    private final int footprintPositions;
    private final @Nullable Instant datetime;
    private final @Nullable Instant startDatetime;
    private final @Nullable Instant endDatetime;
    private final DatetimeFallback datetimeFallback;
    private final @Nullable Pattern datetimePattern;
    private final StacVersion stacVersion;
    private final boolean remoteSideFiles;
    private final List<Path> sourceFolders;
    private final @Nullable Integer thumbnail;
    private final @Nullable String thumbnailFolder;
    private final @Nullable String thumbnailHref;
    private final boolean checksum;
    private final boolean strict;
    private final Map<String, Object> properties;
    private final Map<String, Map<String, Object>> parameters;
    private final @Nullable Duration timeout;
    private final List<HostHeader> headers;
    private final GenerationListener listener;

    private GenerationOptions(Builder builder) {
        statistics = builder.statistics;
        footprint = builder.footprint;
        footprintDeviation = builder.footprintDeviation;
        footprintPositions = builder.footprintPositions;
        datetime = builder.datetime;
        startDatetime = builder.startDatetime;
        endDatetime = builder.endDatetime;
        datetimeFallback = builder.datetimeFallback;
        datetimePattern = builder.datetimePattern;
        stacVersion = builder.stacVersion;
        remoteSideFiles = builder.remoteSideFiles;
        sourceFolders = builder.sourceFolders;
        thumbnail = builder.thumbnail;
        thumbnailFolder = builder.thumbnailFolder;
        thumbnailHref = builder.thumbnailHref;
        checksum = builder.checksum;
        strict = builder.strict;
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
        timeout = builder.timeout;
        headers = List.copyOf(builder.headers);
        listener = builder.listener;
    }

    /**
     * Returns the options that hold when none are given.
     *
     * @return statistics from tags, the footprint of bounds, no date but those of data and metadata, STAC 1.1.0, no
     *     look next to remote files, not strict
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
     * Returns a builder that holds these options.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = builder();
        builder.statistics = statistics;
        builder.footprint = footprint;
        builder.footprintDeviation = footprintDeviation;
        builder.footprintPositions = footprintPositions;
        builder.datetime = datetime;
        builder.startDatetime = startDatetime;
        builder.endDatetime = endDatetime;
        builder.datetimeFallback = datetimeFallback;
        builder.datetimePattern = datetimePattern;
        builder.stacVersion = stacVersion;
        builder.remoteSideFiles = remoteSideFiles;
        builder.sourceFolders = sourceFolders;
        builder.thumbnail = thumbnail;
        builder.thumbnailFolder = thumbnailFolder;
        builder.thumbnailHref = thumbnailHref;
        builder.checksum = checksum;
        builder.strict = strict;
        builder.properties.putAll(properties);
        builder.parameters.putAll(parameters);
        builder.timeout = timeout;
        builder.headers.addAll(headers);
        builder.listener = listener;
        return builder;
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
     * Returns how far the geometry may be from what is known of the data, with {@link FootprintMode#DATA}.
     *
     * @return meters greater than 0; empty, as by default, for a meter or a tenth of a pixel, whichever is larger
     */
    public Optional<Double> footprintDeviation() {
        return Optional.ofNullable(footprintDeviation);
    }

    /**
     * Returns how many positions the geometry of a raster may have, with {@link FootprintMode#DATA}.
     *
     * @return by default 2048
     */
    public int footprintPositions() {
        return footprintPositions;
    }

    /**
     * Returns the date of all Items, which comes before data and metadata.
     *
     * @return the date; empty when data and metadata decide
     */
    public Optional<Instant> datetime() {
        return Optional.ofNullable(datetime);
    }

    /**
     * Returns the start of the range of all Items, which comes before data and metadata.
     *
     * @return the time; empty when there is no range
     */
    public Optional<Instant> startDatetime() {
        return Optional.ofNullable(startDatetime);
    }

    /**
     * Returns the end of the range of all Items.
     *
     * @return the time; empty when there is no range
     */
    public Optional<Instant> endDatetime() {
        return Optional.ofNullable(endDatetime);
    }

    /**
     * Returns where the date comes from when nothing else has one.
     *
     * @return the fallback; by default {@link DatetimeFallback#NONE}
     */
    public DatetimeFallback datetimeFallback() {
        return datetimeFallback;
    }

    /**
     * Returns the form of the dates in the names of files, instead of the common ones.
     *
     * @return a pattern, see {@link Builder#datetimePattern}; empty by default
     */
    public Optional<Pattern> datetimePattern() {
        return Optional.ofNullable(datetimePattern);
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
     * Returns whether the files that may stand next to a remote raster are looked for, as they are next to local ones:
     * world files, {@code .aux.xml}, {@code .ovr} and {@code .msk}. Each costs a request, and most find nothing.
     *
     * @return false by default
     */
    public boolean remoteSideFiles() {
        return remoteSideFiles;
    }

    /**
     * Returns the folders in which the files lie that a VRT or an MRF may name.
     *
     * @return absolute paths without links; none by default, and such files are not read
     */
    public List<Path> sourceFolders() {
        return sourceFolders;
    }

    /**
     * Returns how large a thumbnail is made for each Item that has none.
     *
     * @return pixels of its longer side; empty, as by default, where none is made
     */
    public Optional<Integer> thumbnail() {
        return Optional.ofNullable(thumbnail);
    }

    /**
     * Returns where thumbnails are written.
     *
     * @return a folder; empty by default
     */
    public Optional<String> thumbnailFolder() {
        return Optional.ofNullable(thumbnailFolder);
    }

    /**
     * Returns where the folder of thumbnails is published.
     *
     * @return what their hrefs begin with; empty, as by default, for the folder itself
     */
    public Optional<String> thumbnailHref() {
        return Optional.ofNullable(thumbnailHref);
    }

    /**
     * Returns whether each asset is read as a whole for its {@code file:checksum}.
     *
     * @return false by default
     */
    public boolean checksum() {
        return checksum;
    }

    /**
     * Returns whether conflicts between metadata and data, services that cannot be loaded, and files that an extension
     * cannot read are errors.
     *
     * @return false by default
     */
    public boolean strict() {
        return strict;
    }

    /**
     * Returns the properties of all Items, which come before data and metadata.
     *
     * @return JSON values by name; none by default
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * Returns the parameters of an extension.
     *
     * @param extension the id of the extension
     * @return JSON values by name; none by default
     */
    public Map<String, Object> parameters(String extension) {
        return parameters.getOrDefault(extension, Map.of());
    }

    /**
     * Returns for how long files are read for a request, from its start; the policy of the generator may allow less.
     *
     * @return the time; empty when it is not limited, the default
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * Returns the headers for HTTP requests to a host, which come before those of {@link HttpOptions}.
     *
     * @param host the host of a URL
     * @return names and values
     */
    public Map<String, String> headers(String host) {
        return HostHeader.of(headers, host);
    }

    /**
     * Returns the listener that hears what becomes of requests.
     *
     * @return the listener; by default one that does nothing
     */
    public GenerationListener listener() {
        return listener;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private StatisticsMode statistics = StatisticsMode.TAGS;
        private static final int LEAST_POSITIONS = 16;
        private static final int LEAST_THUMBNAIL = 16;

        // 4 bands of 8 bytes each are 32 MiB, which a request may always have
        private static final int LARGEST_THUMBNAIL = 1024;

        private FootprintMode footprint = FootprintMode.BOUNDS;
        private @Nullable Double footprintDeviation;
        private int footprintPositions = 2048;
        private @Nullable Instant datetime;
        private @Nullable Instant startDatetime;
        private @Nullable Instant endDatetime;
        private DatetimeFallback datetimeFallback = DatetimeFallback.NONE;
        private @Nullable Pattern datetimePattern;
        private StacVersion stacVersion = StacVersion.V1_1_0;
        private boolean remoteSideFiles;
        private List<Path> sourceFolders = List.of();
        private @Nullable Integer thumbnail;
        private @Nullable String thumbnailFolder;
        private @Nullable String thumbnailHref;
        private boolean checksum;
        private boolean strict;
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
        private @Nullable Duration timeout;
        private final List<HostHeader> headers = new ArrayList<>();
        private GenerationListener listener = SILENT;

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
         * Sets how far the geometry may be from what is known of the data. No pixel with data is left out.
         *
         * @param meters greater than 0, or null for the default
         * @return this
         * @throws IllegalArgumentException when it is not greater than 0 and finite
         */
        public Builder footprintDeviation(@Nullable Double meters) {
            if (meters != null && !(meters > 0 && Double.isFinite(meters))) {
                throw new IllegalArgumentException(
                        "footprintDeviation is %s, expected meters above 0".formatted(meters));
            }
            this.footprintDeviation = meters;
            return this;
        }

        /**
         * Sets how many positions the geometry of the data of a raster may have. Data that need more are enclosed more
         * coarsely.
         *
         * @param positions at least 16
         * @return this
         * @throws IllegalArgumentException when it is less than 16
         */
        public Builder footprintPositions(int positions) {
            if (positions < LEAST_POSITIONS) {
                throw new IllegalArgumentException(
                        "footprintPositions is %d, expected at least %d".formatted(positions, LEAST_POSITIONS));
            }
            this.footprintPositions = positions;
            return this;
        }

        /**
         * Sets the date of all Items, in place of a range.
         *
         * @param datetime the date, or null when data and metadata decide
         * @return this
         */
        public Builder datetime(@Nullable Instant datetime) {
            this.datetime = datetime;
            startDatetime = null;
            endDatetime = null;
            return this;
        }

        /**
         * Sets the range of all Items, in place of a date: {@code start_datetime} and {@code end_datetime}, with a
         * {@code datetime} of null.
         *
         * @param start the start
         * @param end the end, not before the start
         * @return this
         * @throws IllegalArgumentException when the end is before the start
         */
        public Builder datetimeRange(Instant start, Instant end) {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("the end %s is before the start %s".formatted(end, start));
            }
            datetime = null;
            startDatetime = start;
            endDatetime = end;
            return this;
        }

        /**
         * Sets the date or the range of all Items as a string.
         *
         * @param text a time with its zone (RFC 3339), such as {@code 2024-05-01T10:20:30Z}, or {@code START/END}, two
         *     of them
         * @return this
         * @throws IllegalArgumentException when it is neither, or the end is before the start
         */
        public Builder datetimeOrRange(String text) {
            List<Instant> times = Stream.of(text.split("/", -1))
                    .flatMap(time -> UtcTime.read(time).stream())
                    .filter(UtcTime::zoned)
                    .map(UtcTime::instant)
                    .toList();
            boolean read = text.chars().filter(c -> c == '/').count() == times.size() - 1;
            if (!read || times.size() > 2) {
                throw new IllegalArgumentException(
                        "'%s' is not a date with time and zone, such as 2026-06-15T10:26:31Z, nor a range START/END"
                                .formatted(text));
            }
            return times.size() == 1 ? datetime(times.get(0)) : datetimeRange(times.get(0), times.get(1));
        }

        /**
         * Sets a property of all Items, which comes before data and metadata.
         *
         * @param name the name, such as {@code constellation}
         * @param value a JSON value: string, boolean, finite number, list or map with string keys
         * @return this
         */
        public Builder property(String name, Object value) {
            properties.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets parameters of an extension, which reads them from the options of its context.
         *
         * @param extension the id of the extension
         * @param values JSON values by name, in place of those given before
         * @return this
         */
        public Builder parameters(String extension, Map<String, ?> values) {
            parameters.put(
                    requireNonNull(extension, "extension"), Collections.unmodifiableMap(new LinkedHashMap<>(values)));
            return this;
        }

        /**
         * Sets for how long files are read for a request.
         *
         * @param timeout more than zero, or null for no limit
         * @return this
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder timeout(@Nullable Duration timeout) {
            if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
                throw new IllegalArgumentException("timeout is %s, expected more than zero".formatted(timeout));
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Adds a header to the HTTP requests to some hosts, such as the token of the user who asks. It goes to these
         * hosts alone; a later header replaces an earlier one of the same name.
         *
         * @param host a host, all hosts below a domain as {@code .example.com}, or every host as {@code *}
         * @param name the name of the header
         * @param value the value
         * @return this
         * @throws IllegalArgumentException when the name or the value is malformed or may not be set
         */
        public Builder header(String host, String name, String value) {
            headers.add(HostHeader.checked(host, name, value));
            return this;
        }

        /**
         * Sets where the date comes from when nothing else has one.
         *
         * @param datetimeFallback the fallback
         * @return this
         */
        public Builder datetimeFallback(DatetimeFallback datetimeFallback) {
            this.datetimeFallback = requireNonNull(datetimeFallback, "datetimeFallback");
            return this;
        }

        /**
         * Sets the form of the dates in the names of files, which is looked for instead of the common ones. It has the
         * named group {@code year} and may have {@code month}, {@code day}, {@code dayOfYear}, {@code hour},
         * {@code minute} and {@code second}, all of digits; a second match in the same name is the end of a range.
         *
         * @param datetimePattern the pattern, such as {@code _(?<day>\d\d)(?<month>\d\d)(?<year>\d{4})}, or null for
         *     the common forms
         * @return this
         * @throws IllegalArgumentException when the pattern has no group {@code year}
         */
        public Builder datetimePattern(@Nullable Pattern datetimePattern) {
            if (datetimePattern != null && !datetimePattern.pattern().contains("(?<year>")) {
                throw new IllegalArgumentException(
                        "datetimePattern '%s' has no group (?<year>...)".formatted(datetimePattern));
            }
            this.datetimePattern = datetimePattern;
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
         * Looks for the files that may stand next to remote rasters.
         *
         * @param remoteSideFiles true to look for them, at the cost of some requests for each raster
         * @return this
         */
        public Builder remoteSideFiles(boolean remoteSideFiles) {
            this.remoteSideFiles = remoteSideFiles;
            return this;
        }

        /**
         * Sets the folders in which the files lie that a VRT or an MRF may name: whoever writes such a file chooses
         * what is read of them. The storage policy counts too.
         *
         * @param folders folders that exist
         * @return this
         * @throws UncheckedIOException when a folder does not exist or cannot be accessed
         */
        public Builder sourceFolders(Path... folders) {
            this.sourceFolders = Stream.of(folders).map(Builder::real).toList();
            return this;
        }

        private static Path real(Path folder) {
            try {
                return folder.toRealPath();
            } catch (IOException e) {
                throw new UncheckedIOException("source folder '%s' cannot be resolved".formatted(folder), e);
            }
        }

        /**
         * Makes a thumbnail for each Item that has none, as its asset {@code thumbnail}: a PNG, transparent where there
         * is no data. It is made from an overview or, where a raster has none, from all its pixels, which reads the
         * whole file. Takes {@link #thumbnailFolder(String)}. What cannot be shown is a warning.
         *
         * @param side pixels of its longer side, from 16 to 1024, at most those of the raster; null for none
         * @return this
         * @throws IllegalArgumentException when it is less or more
         */
        public Builder thumbnail(@Nullable Integer side) {
            if (side != null && (side < LEAST_THUMBNAIL || side > LARGEST_THUMBNAIL)) {
                throw new IllegalArgumentException("thumbnail is %d pixels, expected %d to %d"
                        .formatted(side, LEAST_THUMBNAIL, LARGEST_THUMBNAIL));
            }
            this.thumbnail = side;
            return this;
        }

        /**
         * Sets where thumbnails are written, each by the id of its Item, in a folder by that of its Collection where it
         * has one, in place of one that is there. Requests may carry the option {@code thumbnail} then.
         *
         * @param folder a path or URI that an installed {@link io.stacgenerator.spi.sink.StorageTarget} writes to; null
         *     for none
         * @return this
         */
        public Builder thumbnailFolder(@Nullable String folder) {
            this.thumbnailFolder = folder;
            return this;
        }

        /**
         * Sets where the folder of thumbnails is published.
         *
         * @param prefix what their hrefs begin with, such as {@code https://cdn.example/thumbnails/}, or {@code ./} for
         *     those next to their Items; null for the folder itself
         * @return this
         */
        public Builder thumbnailHref(@Nullable String prefix) {
            this.thumbnailHref = prefix;
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
         * Sets the listener that hears what becomes of requests.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(GenerationListener listener) {
            this.listener = requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException when there is a thumbnail, but no folder for it
         */
        public GenerationOptions build() {
            if (thumbnail != null && thumbnailFolder == null) {
                throw new IllegalArgumentException("thumbnail is set, expected the option thumbnailFolder too");
            }
            return new GenerationOptions(this);
        }
    }
}
