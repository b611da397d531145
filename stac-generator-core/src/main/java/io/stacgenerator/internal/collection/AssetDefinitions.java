package io.stacgenerator.internal.collection;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.FieldTrait;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What assets of one key have in common in all Items that have them. */
final class AssetDefinitions {

    private static final int FEWEST_MEMBERS = 2;

    private final KnownFields known;
    private final Map<String, Map<String, Object>> common = new LinkedHashMap<>();

    AssetDefinitions(KnownFields known) {
        this.known = known;
    }

    void add(StacItem item) {
        item.assets().forEach((key, asset) -> add(key, general(asset.toMap())));
    }

    private void add(String key, Map<String, Object> members) {
        Map<String, Object> known = common.putIfAbsent(key, members);
        if (known != null) {
            known.entrySet().removeIf(member -> !JsonValues.same(members.get(member.getKey()), member.getValue()));
        }
    }

    void merge(AssetDefinitions other) {
        merge(new LinkedHashMap<>(other.common));
    }

    /** Takes up what {@link #toMap} gave. */
    void merge(Map<String, Object> json) {
        json.forEach((key, members) -> add(key, JsonValues.copyOf(JsonValues.members(members))));
    }

    /** Returns all keys: one without a common member must not get one by merging. */
    Map<String, Object> toMap() {
        return new LinkedHashMap<>(common);
    }

    private Map<String, Object> general(Map<String, ?> members) {
        Map<String, Object> general = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!isIndividual(name) && value != null) {
                general.put(name, name.equals("bands") ? bands(value) : value);
            }
        });
        return general;
    }

    private boolean isIndividual(String name) {
        return known.find(name).filter(field -> field.is(FieldTrait.INDIVIDUAL)).isPresent();
    }

    private List<Object> bands(Object bands) {
        return JsonValues.objects(bands).stream().<Object>map(this::general).toList();
    }

    boolean isEmpty() {
        return definitions().isEmpty();
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        common.forEach((key, members) -> {
            if (members.size() >= FEWEST_MEMBERS) {
                definitions.put(key, members);
            }
        });
        return definitions;
    }

    /** Returns the names of the fields in the definitions, at all levels. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        definitions().values().forEach(definition -> collect(definition, names));
        return names;
    }

    private static void collect(Object value, Set<String> names) {
        JsonValues.members(value).forEach((name, member) -> {
            names.add(name);
            collect(member, names);
        });
        JsonValues.elements(value).forEach(element -> collect(element, names));
    }

    void writeTo(Map<String, Object> collection) {
        if (!isEmpty()) {
            collection.put("item_assets", definitions());
        }
    }
}
