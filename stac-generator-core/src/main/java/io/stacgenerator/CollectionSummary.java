package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.collection.CollectionUpdate;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.StacExtension;
import java.util.Map;

/**
 * What a Collection says of its Items, by {@link StacCollections#update}, of some of them: parts that were made of other
 * Items are merged, in any order, and its JSON form goes on in a later run or on another machine.
 *
 * <p>Of an Item that is left out later nothing can be taken back: make a new one of the others. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class CollectionSummary implements JsonObject {

    private final CollectionUpdate update;
    private final KnownFields fields;

    private CollectionSummary(CollectionUpdate update, KnownFields fields) {
        this.update = update;
        this.fields = fields;
    }

    static CollectionSummary of(KnownFields fields) {
        return new CollectionSummary(new CollectionUpdate(fields), fields);
    }

    /**
     * Begins without Items, with the extensions that {@link java.util.ServiceLoader} finds.
     *
     * @return an empty summary
     * @see StacGenerator#collectionSummary()
     */
    public static CollectionSummary create() {
        return of(KnownFields.of(ServiceRegistry.discovered().all(StacExtension.class)));
    }

    /**
     * Takes an Item into account.
     *
     * @param item an Item of the Collection, which no other part has
     * @throws StacGeneratorException with {@code INVALID_ITEM} when it is in another version of STAC than those before,
     *     or its time is no RFC 3339
     */
    public void add(StacItem item) {
        update.add(requireNonNull(item, "item"));
    }

    /**
     * Takes other Items into account.
     *
     * @param other the summary of other Items of the same Collection; not changed
     * @throws StacGeneratorException with {@code INVALID_ITEM} when they are in another version of STAC
     */
    public void merge(CollectionSummary other) {
        update.merge(other.update);
    }

    /**
     * Takes other Items into account.
     *
     * @param other what {@link #toMap} returned
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is something else
     */
    public void merge(Map<String, Object> other) {
        update.merge(CollectionUpdate.of(other, fields));
    }

    /**
     * Takes other Items into account.
     *
     * @param other what {@link #toJson} returned
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is something else
     */
    public void merge(String other) {
        merge(JsonReader.object(other, ErrorCode.INVALID_COLLECTION, "summary"));
    }

    /**
     * Returns how many Items there are.
     *
     * @return their number
     */
    public long items() {
        return update.items();
    }

    /**
     * Writes extent, summaries, {@code item_assets} and the extensions they need into a Collection, in place of what it
     * has there.
     *
     * @param collection the members of a Collection; not changed
     * @return the members of the updated Collection, which may be changed
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is none, with {@code INVALID_ITEM} when it
     *     is in another version of STAC than the Items
     */
    public Map<String, Object> applyTo(Map<String, ?> collection) {
        return update.applyTo(collection);
    }

    /** Returns the state as JSON values, for {@link #merge(Map)}. */
    @Override
    public Map<String, Object> toMap() {
        return update.toMap();
    }

    @Override
    public String toString() {
        return "CollectionSummary[%d items]".formatted(items());
    }
}
