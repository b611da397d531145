package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.ValidityMask;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An asset of an Item that is being made. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class AssetDraft {

    private final String href;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> bands;
    private final @Nullable RasterInfo raster;
    private final @Nullable Dataset dataset;
    private final List<BandStatistics> statistics;
    private final @Nullable ValidityMask validity;
    private final @Nullable Long size;
    private final @Nullable Instant lastModified;

    private AssetDraft(Builder builder) {
        href = builder.href;
        size = builder.size;
        lastModified = builder.lastModified;
        raster = builder.raster;
        dataset = builder.dataset;
        statistics = List.copyOf(builder.statistics);
        validity = builder.validity;
        bands = raster == null
                ? List.of()
                : raster.bands().stream()
                        .<Map<String, Object>>map(band -> new LinkedHashMap<>())
                        .toList();
    }

    /**
     * Starts the draft of an asset that is known by its href alone, such as one that is not opened.
     *
     * @param href the href to publish
     * @return a builder
     */
    public static Builder builder(String href) {
        return new Builder(href);
    }

    /**
     * Returns the href to publish.
     *
     * @return the href, without credentials
     */
    public String href() {
        return href;
    }

    /**
     * Returns the members of the asset other than {@code href} and {@code bands}.
     *
     * @return JSON values by name, to be changed
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /**
     * Sets a field of the asset.
     *
     * @param field a field of assets
     * @param value a JSON value
     * @return this
     * @throws IllegalArgumentException when it is not a field of assets
     */
    public AssetDraft set(Field field, Object value) {
        new FieldHolder("", FieldLevel.ASSET, fields).set(field, value);
        return this;
    }

    /**
     * Sets a field of a band.
     *
     * @param band the index of the band, from 0
     * @param field a field of bands
     * @param value a JSON value
     * @return this
     * @throws IllegalArgumentException when it is not a field of bands
     * @throws IndexOutOfBoundsException when there is no such band
     */
    public AssetDraft set(int band, Field field, Object value) {
        new FieldHolder("/bands/" + band, FieldLevel.BAND, bands.get(band)).set(field, value);
        return this;
    }

    /**
     * Returns the members of each band object. Where all bands have equal values, these move up to the asset when the
     * Item is finished.
     *
     * @return as many as the raster has bands, to be changed; none when the asset is not a raster
     */
    public List<Map<String, Object>> bands() {
        return bands;
    }

    /**
     * Returns what the file says of itself.
     *
     * @return the description; empty when the asset is not a raster or was not opened
     */
    public Optional<RasterInfo> raster() {
        return Optional.ofNullable(raster);
    }

    /**
     * Returns what the header of a file that is not a raster says.
     *
     * @return the description; empty for a raster, a file of no known format and one that was not opened
     */
    public Optional<Dataset> dataset() {
        return Optional.ofNullable(dataset);
    }

    /**
     * Returns the statistics that were asked for.
     *
     * @return an entry for each band, or none
     */
    public List<BandStatistics> statistics() {
        return statistics;
    }

    /**
     * Returns where the raster has data.
     *
     * @return the mask; empty unless the footprint of data was asked for, and where it is not known
     */
    public Optional<ValidityMask> validity() {
        return Optional.ofNullable(validity);
    }

    /**
     * Returns the size of the file.
     *
     * @return bytes; empty when the asset was not opened
     */
    public Optional<Long> size() {
        return Optional.ofNullable(size);
    }

    /**
     * Returns when the file was last modified.
     *
     * @return the time; empty when the storage has none or the asset was not opened
     */
    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    /** Collects what is known of an asset; not thread-safe. */
    public static final class Builder {

        private final String href;
        private @Nullable Long size;
        private @Nullable Instant lastModified;
        private @Nullable RasterInfo raster;
        private @Nullable Dataset dataset;
        private List<BandStatistics> statistics = List.of();
        private @Nullable ValidityMask validity;

        private Builder(String href) {
            this.href = requireNonNull(href, "href");
        }

        /**
         * Sets the size of the file.
         *
         * @param size bytes, or null when it is not known
         * @return this
         */
        public Builder size(@Nullable Long size) {
            this.size = size;
            return this;
        }

        /**
         * Sets when the file was last modified.
         *
         * @param lastModified the time, or null when it is not known
         * @return this
         */
        public Builder lastModified(@Nullable Instant lastModified) {
            this.lastModified = lastModified;
            return this;
        }

        /**
         * Sets what the file says of itself.
         *
         * @param raster the description, or null when it is not a raster
         * @return this
         */
        public Builder raster(@Nullable RasterInfo raster) {
            this.raster = raster;
            return this;
        }

        /**
         * Sets what the header of a file that is not a raster says.
         *
         * @param dataset the description, or null when there is none
         * @return this
         */
        public Builder dataset(@Nullable Dataset dataset) {
            this.dataset = dataset;
            return this;
        }

        /**
         * Sets the statistics that were asked for.
         *
         * @param statistics an entry for each band, or none
         * @return this
         */
        public Builder statistics(List<BandStatistics> statistics) {
            this.statistics = requireNonNull(statistics, "statistics");
            return this;
        }

        /**
         * Sets where the raster has data.
         *
         * @param validity the mask, or null when it was not asked for or is not known
         * @return this
         */
        public Builder validity(@Nullable ValidityMask validity) {
            this.validity = validity;
            return this;
        }

        /**
         * Makes the draft.
         *
         * @return a draft without fields
         */
        public AssetDraft build() {
            return new AssetDraft(this);
        }
    }
}
