package io.stacgenerator.internal.collection;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Collection that is brought up to date with its Items, one after the other. Not thread-safe. */
public final class CollectionUpdate {

    private static final String ITEM_ASSETS_URI = "https://stac-extensions.github.io/item-assets/v1.0.0/schema.json";
    private static final String EXTENSIONS = "stac_extensions";

    private final Map<String, Object> collection;
    private final Extent extent = new Extent();
    private final Summaries summaries = new Summaries();
    private final AssetDefinitions assets = new AssetDefinitions();
    private final Set<String> extensions = new LinkedHashSet<>();

    /**
     * Begins an update.
     *
     * @param collection the members of a Collection; not changed
     * @throws StacGeneratorException with {@code INVALID_COLLECTION} when it is none
     */
    public CollectionUpdate(Map<String, ?> collection) {
        if (!"Collection".equals(collection.get("type"))) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_COLLECTION,
                    "the document is not a STAC Collection: type is '%s', expected Collection"
                            .formatted(collection.get("type")));
        }
        this.collection = new LinkedHashMap<>(collection);
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
        Set<Object> declared =
                new LinkedHashSet<>(collection.get(EXTENSIONS) instanceof List<?> list ? list : List.of());
        Set<String> prefixes = new LinkedHashSet<>(summaries.prefixes());
        prefixes.addAll(assets.prefixes());
        prefixes.forEach(prefix -> declaredIn(prefix).forEach(declared::add));
        if ("1.0.0".equals(collection.get("stac_version")) && !assets.isEmpty()) {
            declared.add(ITEM_ASSETS_URI);
        }
        if (!declared.isEmpty()) {
            collection.put(EXTENSIONS, new ArrayList<>(declared));
        }
    }

    private List<String> declaredIn(String prefix) {
        return extensions.stream()
                .filter(uri -> uri.contains("/" + Prefixes.REPOSITORIES.getOrDefault(prefix, prefix) + "/"))
                .toList();
    }
}
