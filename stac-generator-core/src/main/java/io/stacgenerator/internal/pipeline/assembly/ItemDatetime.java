package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the date of an Item: by option, else by its metadata, else by the data. */
final class ItemDatetime {

    private static final String DATETIME = "datetime";
    private static final String START = "start_datetime";
    private static final String END = "end_datetime";

    /** The members of the properties that are set here. */
    static final List<String> MEMBERS = List.of(DATETIME, START, END);

    private ItemDatetime() {}

    /**
     * Sets {@code datetime} among the properties, and the range that the data are for where they have one.
     *
     * @param properties the properties after metadata were merged, to be changed
     * @return where the date comes from; empty when the metadata give it
     */
    static Optional<String> set(
            Map<String, Object> properties, ItemDraft draft, List<String> fileNames, GenerationContext context) {
        GenerationOptions options = context.options();
        if (options.datetime().isPresent() || options.startDatetime().isPresent()) {
            put(properties, options.datetime().map(Datetimes::text).orElse(null));
            options.startDatetime().ifPresent(start -> properties.put(START, Datetimes.text(start)));
            options.endDatetime().ifPresent(end -> properties.put(END, Datetimes.text(end)));
            return Optional.of("options");
        }
        if (properties.get(DATETIME) != null || hasRange(properties)) {
            put(properties, properties.get(DATETIME));
            return Optional.empty();
        }
        Datetimes.Found found =
                Datetimes.find(draft, fileNames, context.request().itemId(), options, context::warn);
        put(properties, found.range() ? null : Datetimes.text(found.time()));
        putRange(properties, found);
        return Optional.of(found.origin());
    }

    private static boolean hasRange(Map<String, Object> properties) {
        return properties.get(START) != null && properties.get(END) != null;
    }

    /** What the metadata say of a start or an end stays. */
    private static void putRange(Map<String, Object> properties, Datetimes.Found found) {
        if (found.end() != null && found.end().isAfter(found.time())) {
            properties.putIfAbsent(START, Datetimes.text(found.time()));
            properties.putIfAbsent(END, Datetimes.text(found.end()));
        }
    }

    /** Puts the date in front, where people look for it. */
    @SuppressWarnings("NullAway") // an Item with a range may have the datetime null
    private static void put(Map<String, Object> properties, @Nullable Object datetime) {
        Map<String, Object> others = new LinkedHashMap<>(properties);
        others.remove(DATETIME);
        properties.clear();
        properties.put(DATETIME, datetime);
        properties.putAll(others);
    }
}
