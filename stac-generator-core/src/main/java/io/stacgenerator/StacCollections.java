package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.collection.CollectionUpdate;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.internal.validation.DocumentRules;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.sink.CollectionSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps Collections in step with their Items. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StacCollections {

    private StacCollections() {}

    /**
     * Computes from the Items of a Collection what it says of them all.
     *
     * <ul>
     *   <li>{@code extent}: one box around the boxes of all Items, the shorter way around the Earth, and one interval
     *       from the first start to the last end, from {@code datetime} or the range of each Item.
     *   <li>{@code summaries}: the distinct values of {@code platform}, {@code instruments}, {@code constellation},
     *       {@code gsd}, and the distinct values or ranges of those fields of which an extension that
     *       {@link java.util.ServiceLoader} finds says so, such as {@code eo:cloud_cover}. Others are kept.
     *   <li>{@code item_assets}: by key, the members that are equal in all Items that have the asset, where there are
     *       two or more; not those that describe one file, such as {@code href}, {@code file:size} and
     *       {@code statistics}.
     *   <li>{@code stac_extensions}: those that the new members need are added.
     * </ul>
     *
     * All other members are kept, and without Items all of them.
     *
     * @param collection the members of a Collection as JSON values; not changed
     * @param items all Items of the Collection, not only new ones; consumed, but not closed
     * @return the members of the updated Collection, which may be changed
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is no Collection; with
     *     {@code INVALID_ITEM} when an Item is in another version of STAC than the Collection, or its time is no RFC
     *     3339
     * @see <a href="https://github.com/radiantearth/stac-spec/blob/v1.1.0/collection-spec/collection-spec.md">STAC
     *     Collection specification</a>
     */
    public static Map<String, Object> update(Map<String, ?> collection, Stream<StacItem> items) {
        return update(collection, items, knownFields());
    }

    private static KnownFields knownFields() {
        return KnownFields.of(ServiceRegistry.discovered().all(StacExtension.class));
    }

    static Map<String, Object> update(Map<String, ?> collection, Stream<StacItem> items, KnownFields fields) {
        CollectionUpdate update = new CollectionUpdate(fields);
        update.expect(requireNonNull(collection, "collection"));
        requireNonNull(items, "items").forEachOrdered(update::add);
        return update.applyTo(collection);
    }

    /**
     * Begins to compute it in parts, with the extensions that {@link java.util.ServiceLoader} finds.
     *
     * @return a summary without Items
     * @see StacGenerator#collectionSummary()
     */
    public static CollectionSummary summary() {
        return new CollectionUpdate(knownFields());
    }

    /**
     * Makes a Collection of STAC 1.1.0, or of the version that its Items are in.
     *
     * @param members what the Items do not say, with an {@code id}: such as {@code title}, {@code description},
     *     {@code license}, {@code providers} and {@code keywords}; without a description it is the title or the id, and
     *     without a license {@code other}
     * @param summary of all its Items
     * @return the members of the Collection, which may be changed
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when there is no id, when a member breaks a rule
     *     of STAC, or when no Item says where and when it is
     */
    public static Map<String, Object> create(Map<String, ?> members, CollectionSummary summary) {
        String id = JsonValues.string(members.get("id"))
                .orElseThrow(() -> invalid("a Collection needs an id, got '%s'".formatted(members.get("id"))));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "Collection");
        collection.put(
                "stac_version",
                JsonValues.string(summary.toMap().get("stac_version")).orElse("1.1.0"));
        collection.put("stac_extensions", new ArrayList<>());
        collection.put("id", id);
        collection.put("description", JsonValues.string(members.get("title")).orElse(id));
        collection.put("license", "other");
        collection.putAll(members);
        collection.putIfAbsent("links", new ArrayList<>());
        Map<String, Object> created = summary.applyTo(collection);
        if (!JsonValues.members(created.get("extent")).keySet().containsAll(List.of("spatial", "temporal"))) {
            throw invalid("the Collection '%s' has no Item of %d with a bbox and a time, expected one for its extent"
                    .formatted(id, summary.items()));
        }
        requireValid(members, created);
        return created;
    }

    /** What Items of others brought along is theirs; only what the caller says can be put right here. */
    private static void requireValid(Map<String, ?> members, Map<String, Object> created) {
        List<Fault> faults = DocumentRules.check(created, knownFields()).stream()
                .filter(fault -> members.keySet().stream().anyMatch(name -> isWithin(fault, name)))
                .toList();
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_COLLECTION, "the Collection would be invalid", faults);
        }
    }

    private static boolean isWithin(Fault fault, String member) {
        return (fault.pointer() + "/").startsWith(JsonPointer.to("", member) + "/");
    }

    private static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_COLLECTION, message);
    }

    /**
     * Reads what {@link CollectionSummary#toJson} wrote.
     *
     * @param text JSON text
     * @return a summary that goes on from there
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is something else
     */
    public static CollectionSummary summary(String text) {
        CollectionSummary summary = summary();
        summary.merge(JsonReader.object(text, ErrorCode.INVALID_COLLECTION, "summary"));
        return summary;
    }

    /**
     * Reads a Collection.
     *
     * @param text JSON text
     * @return its members, which may be changed
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is no JSON object with the type and an id
     *     of a Collection
     */
    public static Map<String, Object> parse(String text) {
        Map<String, Object> collection = JsonReader.object(text, ErrorCode.INVALID_COLLECTION, "collection");
        if (!"Collection".equals(collection.get("type")) || !(collection.get("id") instanceof String)) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_COLLECTION,
                    "the document is not a STAC Collection: type is '%s' and id '%s', expected Collection and an id"
                            .formatted(collection.get("type"), collection.get("id")));
        }
        return collection;
    }

    /**
     * Does what {@link #update(Map, Stream)} does, with documents in JSON text.
     *
     * @param collection a Collection
     * @param items all Items of the Collection; consumed, but not closed
     * @return the members of the updated Collection, which may be changed
     * @throws StacGeneratorException as {@link #update(Map, Stream)} says, also when a text is no JSON object
     */
    public static Map<String, Object> update(String collection, Stream<String> items) {
        return update(
                JsonReader.object(collection, ErrorCode.INVALID_COLLECTION, "collection"),
                items.map(item -> StacItem.of(JsonReader.object(item, ErrorCode.INVALID_ITEM, "Item"))));
    }
}
