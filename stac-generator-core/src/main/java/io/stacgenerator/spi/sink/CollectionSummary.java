package io.stacgenerator.spi.sink;

import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.StacItem;
import java.util.Map;

/**
 * What a Collection says of its Items, as {@link io.stacgenerator.StacCollections} describes, of some of them: parts
 * that were made of other Items are merged, in any order, and its JSON form goes on in a later run or on another
 * machine.
 *
 * <p>Of an Item that is left out later nothing can be taken back, as an extreme may have been its own: make the part
 * anew that had it, and merge the others. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface CollectionSummary extends JsonObject {

    /**
     * Takes an Item into account.
     *
     * @param item an Item of the Collection, which no other part has
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_ITEM} when it is in another version of STAC
     *     than those before, or its time is no RFC 3339
     */
    void add(StacItem item);

    /**
     * Takes other Items into account.
     *
     * @param other what {@link #toMap} of their summary returned, or JSON text of it that was read
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_COLLECTION} when it is something else; with
     *     {@code INVALID_ITEM} when they are in another version of STAC
     */
    void merge(Map<String, Object> other);

    /**
     * Returns how many Items there are.
     *
     * @return their number
     */
    long items();

    /**
     * Writes extent, summaries, {@code item_assets} and the extensions they need into a Collection, in place of what it
     * has there.
     *
     * @param collection the members of a Collection; not changed
     * @return the members of the updated Collection, which may be changed
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_COLLECTION} when it is not a Collection, with
     *     {@code INVALID_ITEM} when it is in another version of STAC than the Items
     */
    Map<String, Object> applyTo(Map<String, ?> collection);
}
