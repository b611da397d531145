package io.stacgenerator.internal.pipeline;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.MetadataLayer;
import io.stacgenerator.internal.merge.MetadataMerge;
import io.stacgenerator.model.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code item_assets} of a Collection say of the assets of its Items: what files do not give themselves is
 * taken from there. Roles are, because no file gives its role; and names of bands where the file gives none.
 */
final class ItemAssets {

    private static final List<String> WHERE_MISSING = List.of("title", "description", "type");
    private static final String ROLES = "roles";
    private static final String BANDS = "bands";
    private static final String NAME = "name";
    private static final String MADE_UP_NAME = "b\\d+";

    private final Map<String, Object> definitions;
    private final Origins origins;
    private final String origin;

    ItemAssets(CollectionDocument collection, KnownFields fields, Origins origins) {
        Map<String, Object> item = MetadataMerge.normalise(
                new MetadataLayer(collection.href(), Map.of("assets", collection.itemAssets())), fields);
        this.definitions = object(item.get("assets")).orElse(Map.of());
        this.origins = origins;
        this.origin = "collection:" + collection.href();
    }

    /** Fills the assets of an Item, by key. */
    void fill(Map<String, Object> assets) {
        definitions.forEach((key, definition) -> object(assets.get(key))
                .ifPresent(asset -> fill(
                        JsonPointer.to("/assets", key),
                        asset,
                        object(definition).orElse(Map.of()))));
    }

    private void fill(String pointer, Map<String, Object> asset, Map<String, Object> definition) {
        for (String name : WHERE_MISSING) {
            if (!asset.containsKey(name)) {
                take(pointer, asset, definition, name);
            }
        }
        take(pointer, asset, definition, ROLES);
        if (definition.get(BANDS) instanceof List<?> bands) {
            fillBands(pointer, asset, bands);
        }
    }

    private void take(String pointer, Map<String, Object> holder, Map<String, Object> definition, String name) {
        Object value = definition.get(name);
        if (value != null && !value.equals(holder.get(name))) {
            holder.put(name, value);
            origins.replace(JsonPointer.to(pointer, name), origin);
        }
    }

    /** The file fixes the number of bands; definitions of another number are of another form of the product. */
    private void fillBands(String pointer, Map<String, Object> asset, List<?> definitions) {
        List<Map<String, Object>> bands = bands(asset, definitions.size());
        if (bands.size() != definitions.size()) {
            return;
        }
        for (int i = 0; i < bands.size(); i++) {
            Map<String, Object> band = bands.get(i);
            String place = pointer + "/bands/" + i;
            object(definitions.get(i))
                    .ifPresent(definition -> definition.keySet().stream()
                            .filter(name -> isOpen(name, band, asset))
                            .forEach(name -> take(place, band, definition, name)));
        }
        if (bands.stream().noneMatch(Map::isEmpty)) {
            asset.put(BANDS, new ArrayList<Object>(bands));
        }
    }

    private static List<Map<String, Object>> bands(Map<String, Object> asset, int definitions) {
        List<Map<String, Object>> bands = new ArrayList<>();
        if (asset.get(BANDS) instanceof List<?> given) {
            given.forEach(band -> object(band).ifPresent(bands::add));
        } else {
            int count = asset.containsKey("data_type") ? 1 : definitions;
            for (int i = 0; i < count; i++) {
                bands.add(new LinkedHashMap<>());
            }
        }
        return bands;
    }

    private static boolean isOpen(String name, Map<String, Object> band, Map<String, Object> asset) {
        return name.equals(NAME)
                ? Objects.toString(band.get(NAME), "b1").matches(MADE_UP_NAME)
                : !band.containsKey(name) && !asset.containsKey(name);
    }

    @SuppressWarnings("unchecked") // objects of JSON have text as keys
    private static Optional<Map<String, Object>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, Object>) map) : Optional.empty();
    }
}
