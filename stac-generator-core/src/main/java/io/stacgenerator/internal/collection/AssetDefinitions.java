package io.stacgenerator.internal.collection;

import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What assets of one key have in common in all Items that have them. */
final class AssetDefinitions {

    private static final Set<String> OF_ONE_FILE =
            Set.of("href", "statistics", "raster:histogram", "created", "updated", "alternate");
    private static final String OF_FILE_OR_GRID = "(file|proj|storage|auth):.*";
    private static final int FEWEST_MEMBERS = 2;

    private final Map<String, Map<String, Object>> common = new LinkedHashMap<>();

    void add(StacItem item) {
        item.assets().forEach((key, asset) -> {
            Map<String, Object> members = general(asset.toMap());
            Map<String, Object> known = common.putIfAbsent(key, members);
            if (known != null) {
                known.entrySet().removeIf(member -> !Objects.equals(members.get(member.getKey()), member.getValue()));
            }
        });
    }

    private static Map<String, Object> general(Map<String, ?> members) {
        Map<String, Object> general = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!OF_ONE_FILE.contains(name) && !name.matches(OF_FILE_OR_GRID) && value != null) {
                general.put(name, name.equals("bands") && value instanceof List<?> bands ? bands(bands) : value);
            }
        });
        return general;
    }

    private static List<Object> bands(List<?> bands) {
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

    Set<String> prefixes() {
        Set<String> prefixes = new LinkedHashSet<>();
        definitions().values().forEach(definition -> collect(definition, prefixes));
        return prefixes;
    }

    private static void collect(Object value, Set<String> prefixes) {
        if (value instanceof Map<?, ?> members) {
            Prefixes.collect(members.keySet().stream().map(String::valueOf).toList(), prefixes);
            members.values().forEach(member -> collect(member, prefixes));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> collect(element, prefixes));
        }
    }

    void writeTo(Map<String, Object> collection) {
        if (!isEmpty()) {
            collection.put("item_assets", definitions());
        }
    }
}
