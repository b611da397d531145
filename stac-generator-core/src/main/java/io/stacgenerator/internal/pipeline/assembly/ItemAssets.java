package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.MetadataDocuments;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.pipeline.asset.BandNames;
import io.stacgenerator.internal.pipeline.metadata.CollectionDocument;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Applies the {@code item_assets} of a Collection to the assets of its Items: what files do not give themselves is
 * taken from there. Roles are, because no file gives its role; and names of bands where the file gives none.
 */
final class ItemAssets {

    private static final List<String> WHERE_MISSING = List.of("title", "description", "type");
    private static final String ROLES = "roles";
    private static final String BANDS = "bands";
    private static final String NAME = "name";

    private final Map<String, Object> definitions;
    private final Provenance provenance;
    private final String origin;

    ItemAssets(CollectionDocument collection, KnownFields fields, Provenance provenance) {
        Map<String, Object> item = MetadataDocuments.normalize(
                new MetadataLayer(collection.href(), Map.of("assets", collection.itemAssets())), fields);
        this.definitions = JsonValues.members(item.get("assets"));
        this.provenance = provenance;
        this.origin = "collection:" + collection.href();
    }

    /** Fills the assets of an Item, by key. */
    void fill(Map<String, Object> assets) {
        definitions.forEach((key, definition) -> JsonValues.object(assets.get(key))
                .ifPresent(asset -> fill(JsonPointer.to("/assets", key), asset, JsonValues.members(definition))));
    }

    private void fill(String pointer, Map<String, Object> asset, Map<String, Object> definition) {
        for (String name : WHERE_MISSING) {
            if (!asset.containsKey(name)) {
                take(pointer, asset, definition, name);
            }
        }
        take(pointer, asset, definition, ROLES);
        fillBands(pointer, asset, JsonValues.elements(definition.get(BANDS)));
    }

    private void take(String pointer, Map<String, Object> holder, Map<String, Object> definition, String name) {
        Object value = definition.get(name);
        if (value != null && !value.equals(holder.get(name))) {
            holder.put(name, value);
            provenance.replace(JsonPointer.to(pointer, name), origin);
        }
    }

    /** The file fixes the number of bands; definitions of another number are of another form of the product. */
    private void fillBands(String pointer, Map<String, Object> asset, List<Object> definitions) {
        List<Map<String, Object>> bands = bands(asset, definitions.size());
        if (bands.size() != definitions.size() || bands.isEmpty()) {
            return;
        }
        for (int i = 0; i < bands.size(); i++) {
            Map<String, Object> band = bands.get(i);
            String place = pointer + "/bands/" + i;
            Map<String, Object> definition = JsonValues.members(definitions.get(i));
            definition.keySet().stream()
                    .filter(name -> isOpen(name, place, band, asset))
                    .forEach(name -> take(place, band, definition, name));
        }
        if (bands.stream().noneMatch(Map::isEmpty)) {
            asset.put(BANDS, new ArrayList<Object>(bands));
        }
    }

    private static List<Map<String, Object>> bands(Map<String, Object> asset, int definitions) {
        if (asset.containsKey(BANDS)) {
            return JsonValues.objects(asset.get(BANDS));
        }
        int count = asset.containsKey("data_type") ? 1 : definitions;
        return Stream.<Map<String, Object>>generate(LinkedHashMap::new)
                .limit(count)
                .toList();
    }

    private boolean isOpen(String name, String pointer, Map<String, Object> band, Map<String, Object> asset) {
        return name.equals(NAME)
                ? !band.containsKey(NAME) || BandNames.isInvented(JsonPointer.to(pointer, NAME), provenance)
                : !band.containsKey(name) && !asset.containsKey(name);
    }
}
