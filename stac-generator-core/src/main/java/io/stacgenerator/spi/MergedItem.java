package io.stacgenerator.spi;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.model.StacLink;
import io.stacgenerator.spi.field.Field;

/**
 * An Item into which the metadata were merged, for extensions that derive something from all of it. What is added here
 * is checked, and extensions are declared for it, as for the rest of the Item. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface MergedItem {

    /**
     * Returns the Item as it is now, in STAC 1.1.0.
     *
     * @return a copy, which later changes do not reach
     */
    StacItem item();

    /**
     * Sets a field of the properties.
     *
     * @param field a field of Items
     * @param value a JSON value
     * @throws IllegalArgumentException when it is not a field of Items
     */
    void set(Field field, Object value);

    /**
     * Sets a field of an asset.
     *
     * @param asset the key of the asset
     * @param field a field of assets
     * @param value a JSON value
     * @throws IllegalArgumentException when there is no such asset, or it is not a field of assets
     */
    void set(String asset, Field field, Object value);

    /**
     * Adds an asset, such as a thumbnail.
     *
     * @param key its key
     * @param asset the draft, whose href is published as it is
     * @throws IllegalArgumentException when there is an asset with this key
     */
    void addAsset(String key, AssetDraft asset);

    /**
     * Adds a link.
     *
     * @param link a link with a relation and an href
     */
    void addLink(StacLink link);
}
