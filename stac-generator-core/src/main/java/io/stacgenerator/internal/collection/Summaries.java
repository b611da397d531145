package io.stacgenerator.internal.collection;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinct values and ranges of fields of Items. */
final class Summaries {

    private final List<String> distinct;
    private final List<String> ranges;
    private final Map<String, Set<Object>> values = new LinkedHashMap<>();
    private final Map<String, double[]> extremes = new LinkedHashMap<>();

    Summaries(KnownFields known) {
        distinct = names(known, FieldSummary.DISTINCT);
        ranges = names(known, FieldSummary.RANGE);
    }

    private static List<String> names(KnownFields known, FieldSummary summary) {
        return known.all().stream()
                .filter(field -> field.summary() == summary)
                .map(Field::name)
                .toList();
    }

    void add(StacItem item) {
        addAll(item.properties());
        for (StacAsset asset : item.assets().values()) {
            addDistinct(asset.toMap());
            asset.bands().forEach(this::addDistinct);
        }
    }

    private void addAll(Map<String, ?> properties) {
        addDistinct(properties);
        for (String field : ranges) {
            if (properties.get(field) instanceof Number number) {
                double value = number.doubleValue();
                double[] range = extremes.computeIfAbsent(field, first -> new double[] {value, value});
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }

    private void addDistinct(Map<String, ?> holder) {
        distinct.forEach(field -> add(field, holder.get(field)));
    }

    private void add(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> add(field, element));
        } else if (value != null) {
            values.computeIfAbsent(field, first -> new LinkedHashSet<>())
                    .add(value instanceof Number number ? (Object) number.doubleValue() : value);
        }
    }

    /** Returns the names of the fields that are summarised. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(extremes.keySet());
        return names;
    }

    void writeTo(Map<String, Object> collection) {
        Map<String, Object> summaries = new LinkedHashMap<>(JsonValues.members(collection.get("summaries")));
        distinct.stream()
                .filter(values::containsKey)
                .forEach(field -> summaries.put(field, new ArrayList<>(values.getOrDefault(field, Set.of()))));
        extremes.forEach((field, range) -> {
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
