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
import java.util.TreeMap;
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
                addRange(field, number.doubleValue(), number.doubleValue());
            }
        }
    }

    private void addRange(String field, double least, double greatest) {
        double[] range = extremes.computeIfAbsent(field, first -> new double[] {least, greatest});
        range[0] = Math.min(range[0], least);
        range[1] = Math.max(range[1], greatest);
    }

    void merge(Summaries other) {
        other.values.forEach((field, some) -> add(field, new ArrayList<>(some)));
        other.extremes.forEach((field, range) -> addRange(field, range[0], range[1]));
    }

    /** Takes up what {@link #toMap} gave; also fields that are not summarized here. */
    void merge(Map<String, Object> json) {
        json.forEach((field, summary) -> {
            Map<String, Object> range = JsonValues.members(summary);
            if (JsonValues.array(summary).isPresent()) {
                add(field, summary);
            } else if (range.get("minimum") instanceof Number least
                    && range.get("maximum") instanceof Number greatest) {
                addRange(field, least.doubleValue(), greatest.doubleValue());
            } else {
                throw CollectionUpdate.malformed("the summary of %s is neither values nor a range".formatted(field));
            }
        });
    }

    private void addDistinct(Map<String, ?> holder) {
        distinct.forEach(field -> add(field, holder.get(field)));
    }

    private void add(String field, @Nullable Object value) {
        JsonValues.elements(value).forEach(element -> add(field, element));
        if (value != null && JsonValues.array(value).isEmpty()) {
            values.computeIfAbsent(field, first -> new LinkedHashSet<>())
                    .add(value instanceof Number number ? (Object) number.doubleValue() : value);
        }
    }

    /** Returns the names of the fields that are summarized. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(extremes.keySet());
        return names;
    }

    Map<String, Object> toMap() {
        Map<String, Object> summaries = new LinkedHashMap<>();
        values.forEach((field, some) -> summaries.put(field, new ArrayList<>(some)));
        extremes.forEach((field, range) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("minimum", range[0]);
            json.put("maximum", range[1]);
            summaries.put(field, json);
        });
        return summaries;
    }

    /** Writes in the order of the fields, independent of the order of the Items. */
    void writeTo(Map<String, Object> collection) {
        Map<String, Object> summaries = new LinkedHashMap<>(JsonValues.members(collection.get("summaries")));
        summaries.putAll(new TreeMap<>(toMap()));
        if (!summaries.isEmpty()) {
            collection.put("summaries", summaries);
        }
    }
}
