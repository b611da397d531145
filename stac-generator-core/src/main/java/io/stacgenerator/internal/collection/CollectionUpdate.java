package io.stacgenerator.internal.collection;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Collection that is brought up to date with its Items, one after the other. Not thread-safe. */
public final class CollectionUpdate {

    private static final String ITEM_ASSETS_URI = "https://stac-extensions.github.io/item-assets/v1.0.0/schema.json";
    private static final String EXTENSIONS = "stac_extensions";

    private final Map<String, Object> collection;
    private final Extent extent = new Extent();
    private final KnownFields known;
    private final Summaries summaries;
    private final AssetDefinitions assets;
    private final Set<String> extensions = new LinkedHashSet<>();

    /**
     * Begins an update.
     *
     * @param collection the members of a Collection; not changed
     * @param known the fields, which say how they are summarised
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is none
     */
    public CollectionUpdate(Map<String, ?> collection, KnownFields known) {
        if (!"Collection".equals(collection.get("type"))) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_COLLECTION,
                    "the document is not a STAC Collection: type is '%s', expected Collection"
                            .formatted(collection.get("type")));
        }
        this.collection = new LinkedHashMap<>(collection);
        this.known = known;
        this.summaries = new Summaries(known);
        this.assets = new AssetDefinitions(known);
    }

    /**
     * Takes an Item into account.
     *
     * @param item an Item of the Collection
     * @throws StacGeneratorException with {@code INVALID_ITEM} when it is in another version of STAC
     */
    public void add(StacItem item) {
        if (!item.stacVersion().equals(collection.get("stac_version"))) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_ITEM,
                    "Item %s is in STAC %s, expected %s as its Collection"
                            .formatted(item.id(), item.stacVersion(), collection.get("stac_version")));
        }
        extent.add(item);
        summaries.add(item);
        assets.add(item);
        extensions.addAll(item.stacExtensions());
    }

    /**
     * Returns the updated Collection.
     *
     * @return its members
     */
    public Map<String, Object> finish() {
        extent.writeTo(collection);
        summaries.writeTo(collection);
        assets.writeTo(collection);
        declare();
        return collection;
    }

    private void declare() {
        Set<Object> declared = new LinkedHashSet<>(JsonValues.elements(collection.get(EXTENSIONS)));
        Set<String> names = new LinkedHashSet<>(summaries.names());
        names.addAll(assets.names());
        names.forEach(name -> declaredFor(name).forEach(declared::add));
        if ("1.0.0".equals(collection.get("stac_version")) && !assets.isEmpty()) {
            declared.add(ITEM_ASSETS_URI);
        }
        if (!declared.isEmpty()) {
            collection.put(EXTENSIONS, new ArrayList<>(declared));
        }
    }

    /** Returns what Items declare of the extension that a field belongs to, in whatever version. */
    private List<String> declaredFor(String name) {
        Optional<KnownExtension> extension = Field.prefixOf(name).flatMap(known.extensions()::withPrefix);
        return extensions.stream()
                .filter(uri ->
                        extension.isPresent() && known.extensions().withUri(uri).equals(extension))
                .toList();
    }
}
