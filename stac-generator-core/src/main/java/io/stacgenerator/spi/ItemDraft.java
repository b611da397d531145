package io.stacgenerator.spi;

import io.stacgenerator.model.Bbox;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An Item that is being made: what is known of it before the metadata are merged. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ItemDraft {

    private final Map<String, AssetDraft> assets;
    private final @Nullable Geometry geometry;
    private final @Nullable Bbox bbox;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * Creates a draft.
     *
     * @param assets the assets by key, in the order of the request
     * @param geometry the footprint in WGS 84, or null when no asset is located
     * @param bbox the bounding box of the footprint, or null when no asset is located
     */
    public ItemDraft(Map<String, AssetDraft> assets, @Nullable Geometry geometry, @Nullable Bbox bbox) {
        this.assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
        this.geometry = geometry;
        this.bbox = bbox;
    }

    /**
     * Returns the assets.
     *
     * @return drafts by key, in the order of the request, unmodifiable; each draft may be changed
     */
    public Map<String, AssetDraft> assets() {
        return assets;
    }

    /**
     * Returns the assets that are rasters and were opened.
     *
     * @return drafts in the order of the request
     */
    public List<AssetDraft> rasters() {
        return assets.values().stream()
                .filter(asset -> asset.raster().isPresent())
                .toList();
    }

    /**
     * Returns the members of {@code properties}.
     *
     * @return JSON values by name, to be changed
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * Returns the footprint.
     *
     * @return a geometry in WGS 84, longitude first; empty when no asset is located
     */
    public Optional<Geometry> geometry() {
        return Optional.ofNullable(geometry);
    }

    /**
     * Returns the bounding box of the footprint.
     *
     * @return the box; empty when no asset is located
     */
    public Optional<Bbox> bbox() {
        return Optional.ofNullable(bbox);
    }
}
