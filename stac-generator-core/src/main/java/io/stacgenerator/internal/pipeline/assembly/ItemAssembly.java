package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.pipeline.metadata.CollectionDocument;
import io.stacgenerator.model.GeoJson;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a draft into the form of an Item. */
final class ItemAssembly {

    private ItemAssembly() {}

    static Map<String, Object> assemble(
            String id, ItemDraft draft, @Nullable CollectionDocument collection, Provenance provenance) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "Feature");
        item.put("stac_version", StacVersion.V1_1_0.text());
        item.put("stac_extensions", new ArrayList<>());
        item.put("id", id);
        putLocation(item, draft);
        item.put("properties", new LinkedHashMap<>(draft.properties()));
        item.put("links", links(draft, collection));
        item.put("assets", assets(draft, provenance));
        if (collection != null) {
            item.put("collection", collection.id());
        }
        return item;
    }

    @SuppressWarnings("NullAway") // an Item that is not located has the geometry null
    private static void putLocation(Map<String, Object> item, ItemDraft draft) {
        item.put("geometry", draft.geometry().map(GeoJson::toMap).orElse(null));
        draft.bbox().ifPresent(bbox -> item.put("bbox", bbox.toList()));
    }

    private static Map<String, Object> assets(ItemDraft draft, Provenance provenance) {
        Map<String, Object> assets = new LinkedHashMap<>();
        draft.assets().forEach((key, asset) -> assets.put(key, asset(key, asset, provenance)));
        return assets;
    }

    private static Map<String, Object> asset(String key, AssetDraft draft, Provenance provenance) {
        Map<String, Object> shared = BandFolding.fold(draft.bands());
        follow(JsonPointer.to("/assets", key), shared.keySet(), draft.bands().size(), provenance);
        Map<String, Object> asset = members(draft);
        shared.forEach(asset::putIfAbsent);
        if (!draft.bands().isEmpty()) {
            List<Object> bands = new ArrayList<>();
            draft.bands().forEach(band -> bands.add(new LinkedHashMap<>(band)));
            asset.put("bands", bands);
        }
        return asset;
    }

    private static List<Object> links(ItemDraft draft, @Nullable CollectionDocument collection) {
        List<Object> links = collection == null ? new ArrayList<>() : collection.links();
        draft.links().forEach(link -> links.add(link.toMap()));
        return links;
    }

    /** The members of an asset without its bands. */
    static Map<String, Object> members(AssetDraft draft) {
        Map<String, Object> asset = new LinkedHashMap<>();
        asset.put("href", draft.href());
        asset.putAll(draft.fields());
        return asset;
    }

    /** Members of bands moved up to their asset. */
    private static void follow(String asset, Set<String> names, int bands, Provenance provenance) {
        for (int i = 0; i < bands; i++) {
            provenance.move(asset + "/bands/" + i, asset, names);
        }
    }
}
