package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a file that is not a raster says: where it is, and fields of STAC. Immutable.
 *
 * @since 0.1.0
 */
public final class Dataset {

    private final String mediaType;
    private final @Nullable CrsDefinition crs;
    private final List<Double> bounds;
    private final List<Instant> times;
    private final Map<String, Object> fields;

    private Dataset(Builder builder) {
        mediaType = builder.mediaType;
        crs = builder.crs;
        bounds = builder.bounds;
        times = builder.times;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    }

    /**
     * Starts a description.
     *
     * @param mediaType the media type of the file
     * @return a builder
     */
    public static Builder builder(String mediaType) {
        return new Builder(requireNonNull(mediaType, "mediaType"));
    }

    /**
     * Returns the media type of the file.
     *
     * @return such as {@code application/vnd.flatgeobuf}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the reference system of the bounds.
     *
     * @return the system; empty when the file does not say
     */
    public Optional<CrsDefinition> crs() {
        return Optional.ofNullable(crs);
    }

    /**
     * Returns the box around what the file holds.
     *
     * @return least x, least y, greatest x, greatest y in units of the reference system, east before north; none when
     *     the file does not say
     */
    public List<Double> bounds() {
        return bounds;
    }

    /**
     * Returns when what the file holds is from.
     *
     * @return the first and the last time, which may be equal; none when the file does not say
     */
    public List<Instant> times() {
        return times;
    }

    /**
     * Returns whether the file says anything of where it is.
     *
     * @return false for a table without geometries
     */
    public boolean isSpatial() {
        return crs != null || !bounds.isEmpty();
    }

    /**
     * Returns the fields of STAC that the header gives, which are written to the asset.
     *
     * @return JSON values by the full name of the field, such as {@code pc:count}, unmodifiable
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Collects what a header says; not thread-safe. */
    public static final class Builder {

        private final String mediaType;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private @Nullable CrsDefinition crs;
        private List<Double> bounds = List.of();
        private List<Instant> times = List.of();

        private Builder(String mediaType) {
            this.mediaType = mediaType;
        }

        /**
         * Sets the reference system of the bounds.
         *
         * @param crs the system, or null when the file does not say
         * @return this
         */
        public Builder crs(@Nullable CrsDefinition crs) {
            this.crs = crs;
            return this;
        }

        /**
         * Sets the box around what the file holds, east before north. Where degrees cross the antimeridian the east is
         * greater than 180.
         *
         * @param minX the least x
         * @param minY the least y
         * @param maxX the greatest x
         * @param maxY the greatest y
         * @return this
         * @throws IllegalArgumentException when a number is not finite, or the least one is the greater
         */
        public Builder bounds(double minX, double minY, double maxX, double maxY) {
            boolean finite = DoubleStream.of(minX, minY, maxX, maxY).allMatch(Double::isFinite);
            if (!finite || minX > maxX || minY > maxY) {
                throw new IllegalArgumentException("expected the least x and y before the greatest, got %s, %s, %s, %s"
                        .formatted(minX, minY, maxX, maxY));
            }
            bounds = List.of(minX, minY, maxX, maxY);
            return this;
        }

        /**
         * Sets when what the file holds is from.
         *
         * @param first the first time
         * @param last the last time, not before the first
         * @return this
         * @throws IllegalArgumentException when the last is before the first
         */
        public Builder times(Instant first, Instant last) {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("the last time %s is before the first %s".formatted(last, first));
            }
            times = List.of(first, last);
            return this;
        }

        /**
         * Sets a field of STAC.
         *
         * @param name the full name, such as {@code pc:count}
         * @param value a JSON value
         * @return this
         */
        public Builder field(String name, Object value) {
            fields.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
            return this;
        }

        /**
         * Makes the description.
         *
         * @return immutable
         */
        public Dataset build() {
            return new Dataset(this);
        }
    }
}
