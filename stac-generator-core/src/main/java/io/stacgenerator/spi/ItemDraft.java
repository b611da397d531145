package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.StacLink;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
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
    private final List<StacLink> links = new ArrayList<>();

    /**
     * Creates a draft.
     *
     * @param assets the assets by key, in the order of the request
     * @param geometry the footprint in WGS 84, or null when no asset is located
     * @param bbox the bounding box of the footprint, or null when no asset is located
     */
    public ItemDraft(Map<String, AssetDraft> assets, @Nullable Geometry geometry, @Nullable Bbox bbox) {
        this.assets = new LinkedHashMap<>(assets);
        this.geometry = geometry;
        this.bbox = bbox;
    }

    /**
     * Returns the assets.
     *
     * @return drafts by key, in the order of the request, then those that were added, unmodifiable; each draft may be
     *     changed
     */
    public Map<String, AssetDraft> assets() {
        return Collections.unmodifiableMap(assets);
    }

    /**
     * Adds an asset that is not one of the request, such as a thumbnail that lies next to the data.
     *
     * @param key its key
     * @param asset the draft, whose href is published as it is
     * @throws IllegalArgumentException when there is an asset with this key
     */
    public void addAsset(String key, AssetDraft asset) {
        if (assets.putIfAbsent(requireNonNull(key, "key"), requireNonNull(asset, "asset")) != null) {
            throw new IllegalArgumentException("there is an asset %s already, expected a new key".formatted(key));
        }
    }

    /**
     * Adds a link.
     *
     * @param link a link with a relation and an href
     */
    public void addLink(StacLink link) {
        links.add(requireNonNull(link, "link"));
    }

    /**
     * Returns the links that were added.
     *
     * @return links in their order, unmodifiable
     */
    public List<StacLink> links() {
        return Collections.unmodifiableList(links);
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
     * Sets a field of the properties.
     *
     * @param field a field of Items
     * @param value a JSON value
     * @return this
     * @throws IllegalArgumentException when it is not a field of Items
     */
    public ItemDraft set(Field field, Object value) {
        new FieldHolder("/properties", FieldLevel.ITEM, properties).set(field, value);
        return this;
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
