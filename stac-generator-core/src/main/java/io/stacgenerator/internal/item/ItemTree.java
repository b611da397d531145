package io.stacgenerator.internal.item;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Item that is being made, seen as the objects that hold fields, with who wrote what. Not thread-safe. */
public final class ItemTree {

    private final Map<String, Object> item;
    private final Provenance provenance;

    /**
     * Creates a tree.
     *
     * @param item the members of an Item, to be changed
     * @param provenance who wrote them
     */
    public ItemTree(Map<String, Object> item, Provenance provenance) {
        this.item = item;
        this.provenance = provenance;
    }

    /** Returns the members of the Item, to be changed. */
    public Map<String, Object> item() {
        return item;
    }

    /** Returns who wrote what. */
    public Provenance provenance() {
        return provenance;
    }

    /** Returns the properties. */
    public FieldHolder properties() {
        return new FieldHolder("/properties", FieldLevel.ITEM, object("properties"));
    }

    /** Returns the assets, to be changed. */
    public Map<String, Object> assetsByKey() {
        return object("assets");
    }

    /** Finds an asset. */
    public Optional<FieldHolder> asset(String key) {
        return JsonValues.object(assetsByKey().get(key))
                .map(asset -> new FieldHolder(pointerToAsset(key), FieldLevel.ASSET, asset, properties()));
    }

    /** Returns the assets in their order. */
    public Stream<FieldHolder> assets() {
        return List.copyOf(assetsByKey().keySet()).stream().flatMap(key -> asset(key).stream());
    }

    /** Adds an asset without members. */
    public FieldHolder addAsset(String key) {
        assetsByKey().put(key, new LinkedHashMap<>());
        return asset(key).orElseThrow();
    }

    /** Removes an asset. */
    public void removeAsset(String key) {
        assetsByKey().remove(key);
        provenance.forget(pointerToAsset(key));
    }

    /** Gives an asset another key, in its place. */
    public void renameAsset(String from, String to) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        assetsByKey().forEach((key, asset) -> renamed.put(key.equals(from) ? to : key, asset));
        item.put("assets", renamed);
        provenance.rename(pointerToAsset(from), pointerToAsset(to));
    }

    private static String pointerToAsset(String key) {
        return JsonPointer.to("/assets", key);
    }

    /** Returns the links in their order. */
    public Stream<FieldHolder> links() {
        return FieldHolder.linksOf(item).stream();
    }

    /** Adds a link without members. */
    public FieldHolder addLink() {
        List<Object> links = JsonValues.array(item.computeIfAbsent("links", name -> new ArrayList<>()))
                .orElseThrow();
        Map<String, Object> link = new LinkedHashMap<>();
        links.add(link);
        return new FieldHolder(JsonPointer.to("/links", links.size() - 1), FieldLevel.LINK, link);
    }

    /** Returns the holders for which the fields of a holder are defaults. */
    public Stream<FieldHolder> below(FieldHolder holder) {
        return switch (holder.level()) {
            case ITEM -> assets().flatMap(asset -> Stream.concat(Stream.of(asset), asset.bands().stream()));
            case ASSET -> holder.bands().stream();
            case BAND, LINK -> Stream.of();
        };
    }

    /** Returns all objects that hold fields. */
    public Stream<FieldHolder> all() {
        return FieldHolder.allOf(item).stream();
    }

    /** Removes a member, and what is known of who wrote it. */
    public void remove(FieldHolder holder, String name) {
        holder.members().remove(name);
        provenance.forget(holder.pointerTo(name));
    }

    private Map<String, Object> object(String name) {
        return JsonValues.object(item.computeIfAbsent(name, missing -> new LinkedHashMap<>()))
                .orElseThrow();
    }
}
