package io.stacgenerator.internal.collection;

import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinct values and ranges of fields of Items. */
final class Summaries {

    private static final List<String> DISTINCT =
            List.of("platform", "instruments", "constellation", "gsd", "proj:code", "eo:common_name");
    private static final List<String> RANGES =
            List.of("eo:cloud_cover", "view:off_nadir", "view:sun_azimuth", "view:sun_elevation");

    private final Map<String, Set<Object>> values = new LinkedHashMap<>();
    private final Map<String, double[]> ranges = new LinkedHashMap<>();

    void add(StacItem item) {
        addAll(item.properties());
        for (StacAsset asset : item.assets().values()) {
            addDistinct(asset.toMap());
            asset.bands().forEach(this::addDistinct);
        }
    }

    private void addAll(Map<String, ?> properties) {
        addDistinct(properties);
        for (String field : RANGES) {
            if (properties.get(field) instanceof Number number) {
                double value = number.doubleValue();
                double[] range = ranges.computeIfAbsent(field, first -> new double[] {value, value});
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }

    private void addDistinct(Map<String, ?> holder) {
        DISTINCT.forEach(field -> add(field, holder.get(field)));
    }

    private void add(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> add(field, element));
        } else if (value != null) {
            values.computeIfAbsent(field, first -> new LinkedHashSet<>())
                    .add(value instanceof Number number ? (Object) number.doubleValue() : value);
        }
    }

    Set<String> prefixes() {
        Set<String> prefixes = new LinkedHashSet<>();
        Prefixes.collect(values.keySet(), prefixes);
        Prefixes.collect(ranges.keySet(), prefixes);
        return prefixes;
    }

    void writeTo(Map<String, Object> collection) {
        Map<String, Object> summaries = new LinkedHashMap<>();
        if (collection.get("summaries") instanceof Map<?, ?> old) {
            old.forEach((name, value) -> summaries.put(String.valueOf(name), value));
        }
        DISTINCT.stream()
                .filter(values::containsKey)
                .forEach(field -> summaries.put(field, new ArrayList<>(values.getOrDefault(field, Set.of()))));
        ranges.forEach((field, range) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("minimum", range[0]);
            json.put("maximum", range[1]);
            summaries.put(field, json);
        });
        if (!summaries.isEmpty()) {
            collection.put("summaries", summaries);
        }
    }
}
