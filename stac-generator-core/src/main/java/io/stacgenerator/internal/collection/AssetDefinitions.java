package io.stacgenerator.internal.collection;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.FieldTrait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        item.assets().forEach((key, asset) -> {
            Map<String, Object> members = general(asset.toMap());
            Map<String, Object> known = common.putIfAbsent(key, members);
            if (known != null) {
                known.entrySet().removeIf(member -> !Objects.equals(members.get(member.getKey()), member.getValue()));
            }
        });
    }

    private Map<String, Object> general(Map<String, ?> members) {
        Map<String, Object> general = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!isIndividual(name) && value != null) {
                general.put(name, name.equals("bands") && value instanceof List<?> bands ? bands(bands) : value);
            }
        });
        return general;
    }

    private boolean isIndividual(String name) {
        return known.find(name).filter(field -> field.is(FieldTrait.INDIVIDUAL)).isPresent();
    }

    private List<Object> bands(List<?> bands) {
        List<Object> general = new ArrayList<>();
        for (Object band : bands) {
            Map<String, Object> members = new LinkedHashMap<>();
            if (band instanceof Map<?, ?> map) {
                map.forEach((name, value) -> members.put(String.valueOf(name), value));
            }
            general.add(general(members));
        }
        return general;
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
        if (value instanceof Map<?, ?> members) {
            members.keySet().forEach(name -> names.add(String.valueOf(name)));
            members.values().forEach(member -> collect(member, names));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> collect(element, names));
        }
    }

    void writeTo(Map<String, Object> collection) {
        if (!isEmpty()) {
            collection.put("item_assets", definitions());
        }
    }
}
