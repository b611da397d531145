package io.stacgenerator.internal.merge;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Item that is being made, seen as the places where fields can stand. */
final class ItemTree {

    private final Map<String, Object> item;

    ItemTree(Map<String, Object> item) {
        this.item = item;
    }

    Map<String, Object> item() {
        return item;
    }

    Place properties() {
        return new Place("/properties", FieldLevel.ITEM, object("properties"), null);
    }

    Map<String, Object> assetsByKey() {
        return object("assets");
    }

    Optional<Place> asset(String key) {
        return JsonValues.object(assetsByKey().get(key))
                .map(asset -> new Place(JsonPointer.to("/assets", key), FieldLevel.ASSET, asset, properties()));
    }

    Place addAsset(String key) {
        assetsByKey().put(key, new LinkedHashMap<>());
        return asset(key).orElseThrow();
    }

    void renameAsset(String from, String to) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        assetsByKey().forEach((key, asset) -> renamed.put(key.equals(from) ? to : key, asset));
        item.put("assets", renamed);
    }

    Stream<Place> assets() {
        return List.copyOf(assetsByKey().keySet()).stream().flatMap(key -> asset(key).stream());
    }

    Stream<Place> bands(Place asset) {
        List<Object> bands = JsonValues.array(asset.members().get("bands")).orElse(List.of());
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            int index = i;
            JsonValues.object(bands.get(i)).map(band -> asset.band(index, band)).ifPresent(places::add);
        }
        return places.stream();
    }

    List<Object> links() {
        return JsonValues.array(item.computeIfAbsent("links", name -> new ArrayList<>()))
                .orElseThrow();
    }

    Stream<Place> linkPlaces() {
        List<Object> links = links();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String pointer = JsonPointer.to("/links", i);
            JsonValues.object(links.get(i))
                    .map(link -> new Place(pointer, FieldLevel.LINK, link, null))
                    .ifPresent(places::add);
        }
        return places.stream();
    }

    /** The places for which the fields of a place are defaults. */
    Stream<Place> below(Place place) {
        return switch (place.level()) {
            case ITEM -> assets().flatMap(asset -> Stream.concat(Stream.of(asset), bands(asset)));
            case ASSET -> bands(place);
            case BAND, LINK -> Stream.of();
        };
    }

    /** All places of the Item. */
    Stream<Place> all() {
        return Stream.of(Stream.of(properties()), below(properties()), linkPlaces())
                .flatMap(places -> places);
    }

    private Map<String, Object> object(String name) {
        return JsonValues.object(item.computeIfAbsent(name, missing -> new LinkedHashMap<>()))
                .orElseThrow();
    }
}
