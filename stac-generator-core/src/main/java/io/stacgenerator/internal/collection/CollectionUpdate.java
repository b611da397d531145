package io.stacgenerator.internal.collection;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.validation.DocumentRules;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.sink.CollectionSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Collection says of its Items, of some of them at first. Not thread-safe. */
public final class CollectionUpdate implements CollectionSummary {

    private static final String ITEM_ASSETS_URI = "https://stac-extensions.github.io/item-assets/v1.0.0/schema.json";
    private static final String VERSION = "stac_version";
    private static final String EXTENSIONS = "stac_extensions";

    private final KnownFields known;
    private final Extent extent;
    private final Summaries summaries;
    private final AssetDefinitions assets;
    private final Set<String> extensions = new LinkedHashSet<>();
    private @Nullable String version;
    private long items;

    /**
     * Begins without Items.
     *
     * @param known the fields, which say how they are summarized
     */
    public CollectionUpdate(KnownFields known) {
        this(known, new Extent());
    }

    private CollectionUpdate(KnownFields known, Extent extent) {
        this.known = known;
        this.extent = extent;
        this.summaries = new Summaries(known);
        this.assets = new AssetDefinitions(known);
    }

    private static CollectionUpdate of(Map<String, Object> json, KnownFields known) {
        if (!(json.get("items") instanceof Number items)) {
            throw malformed("it does not say of how many items");
        }
        CollectionUpdate update = new CollectionUpdate(known, Extent.of(JsonValues.members(json.get("extent"))));
        update.items = items.longValue();
        update.version = JsonValues.string(json.get(VERSION)).orElse(null);
        update.extensions.addAll(JsonValues.strings(json.get(EXTENSIONS)));
        update.summaries.merge(JsonValues.members(json.get("summaries")));
        update.assets.merge(JsonValues.members(json.get("item_assets")));
        return update;
    }

    static StacGeneratorException malformed(String reason) {
        return new StacGeneratorException(
                ErrorCode.INVALID_COLLECTION,
                "the summary of a Collection's items cannot be read: %s; expected what this library wrote"
                        .formatted(reason));
    }

    @Override
    public long items() {
        return items;
    }

    @Override
    public void add(StacItem item) {
        expect(item.stacVersion(), "Item " + item.id());
        extent.add(item);
        summaries.add(item);
        assets.add(item);
        extensions.addAll(item.stacExtensions());
        items++;
    }

    private void expect(@Nullable String other, String what) {
        check(other, version, what);
        version = version == null ? other : version;
    }

    private static void check(@Nullable String found, @Nullable String expected, String what) {
        if (found != null && expected != null && !found.equals(expected)) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_ITEM,
                    "%s is in STAC %s, expected %s as its Collection".formatted(what, found, expected));
        }
    }

    @Override
    public void merge(Map<String, Object> json) {
        CollectionUpdate other = of(json, known);
        expect(other.version, "another part of the items");
        extent.merge(other.extent);
        summaries.merge(other.summaries);
        assets.merge(other.assets);
        extensions.addAll(other.extensions);
        items += other.items;
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", items);
        if (version != null) {
            json.put(VERSION, version);
        }
        json.put(EXTENSIONS, new ArrayList<>(extensions));
        json.put("extent", extent.toMap());
        json.put("summaries", summaries.toMap());
        json.put("item_assets", assets.toMap());
        return JsonValues.copyOf(json);
    }

    /**
     * Expects Items of a Collection.
     *
     * @param collection the members of a Collection
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is not a Collection, with
     *     {@code INVALID_ITEM} when the Items so far are in another version of STAC
     */
    public void expect(Map<String, ?> collection) {
        if (!"Collection".equals(collection.get("type"))) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_COLLECTION,
                    "the document is not a STAC Collection: type is '%s', expected Collection"
                            .formatted(collection.get("type")));
        }
        String expected = JsonValues.string(collection.get(VERSION)).orElse("");
        check(version, expected, "an item");
        version = expected;
    }

    @Override
    public Map<String, Object> applyTo(Map<String, ?> collection) {
        expect(collection);
        Map<String, Object> updated = new LinkedHashMap<>(collection);
        extent.writeTo(updated);
        summaries.writeTo(updated);
        assets.writeTo(updated);
        declare(updated);
        return updated;
    }

    private void declare(Map<String, Object> collection) {
        Set<Object> declared = new LinkedHashSet<>(JsonValues.elements(collection.get(EXTENSIONS)));
        Set<String> names = new LinkedHashSet<>(summaries.names());
        names.addAll(assets.names());
        names.forEach(name -> declaredFor(name, collection).forEach(declared::add));
        if ("1.0.0".equals(collection.get(VERSION)) && !assets.isEmpty()) {
            declared.add(ITEM_ASSETS_URI);
        }
        if (!declared.isEmpty()) {
            collection.put(EXTENSIONS, new ArrayList<>(declared));
        }
    }

    /** Returns what Items declare of the extension that a field belongs to, where a Collection may do so too. */
    private List<String> declaredFor(String name, Map<String, Object> collection) {
        return Field.prefixOf(name)
                .flatMap(known.extensions()::withPrefix)
                .filter(extension -> DocumentRules.mayDeclare(collection, extension, known))
                .map(extension -> extensions.stream()
                        .filter(uri -> known.extensions()
                                .withUri(uri)
                                .filter(extension::equals)
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }
}
