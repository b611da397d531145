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
    private final List<BandStatistics> statistics;
    private final @Nullable ValidityMask validity;
    private final @Nullable Long size;
    private final @Nullable Instant lastModified;

    /**
     * Creates the draft of an asset that was not opened.
     *
     * @param href the href to publish
     */
    public AssetDraft(String href) {
        this(href, null, null, null, List.of());
    }

    /**
     * Creates the draft of an asset.
     *
     * @param href the href to publish
     * @param size the size in bytes, or null when it is not known
     * @param lastModified when the file was last modified, or null when it is not known
     * @param raster what the file says of itself, or null when it is no raster
     * @param statistics statistics for each band, or none
     */
    public AssetDraft(
            String href,
            @Nullable Long size,
            @Nullable Instant lastModified,
            @Nullable RasterInfo raster,
            List<BandStatistics> statistics) {
        this(href, size, lastModified, raster, statistics, null);
    }

    /**
     * Creates the draft of an asset of which is known where it has data.
     *
     * @param href the href to publish
     * @param size the size in bytes, or null when it is not known
     * @param lastModified when the file was last modified, or null when it is not known
     * @param raster what the file says of itself, or null when it is no raster
     * @param statistics statistics for each band, or none
     * @param validity where the raster has data, or null when it was not asked for or is not known
     */
    public AssetDraft(
            String href,
            @Nullable Long size,
            @Nullable Instant lastModified,
            @Nullable RasterInfo raster,
            List<BandStatistics> statistics,
            @Nullable ValidityMask validity) {
        this.href = requireNonNull(href, "href");
        this.size = size;
        this.lastModified = lastModified;
        this.raster = raster;
        this.statistics = List.copyOf(statistics);
        this.validity = validity;
        this.bands = raster == null
                ? List.of()
                : raster.bands().stream()
                        .<Map<String, Object>>map(band -> new LinkedHashMap<>())
                        .toList();
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
     * @return as many as the raster has bands, to be changed; none when the asset is no raster
     */
    public List<Map<String, Object>> bands() {
        return bands;
    }

    /**
     * Returns what the file says of itself.
     *
     * @return the description; empty when the asset is no raster or was not opened
     */
    public Optional<RasterInfo> raster() {
        return Optional.ofNullable(raster);
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
     * @return the time; empty when the storage gives none or the asset was not opened
     */
    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }
}
