package io.stacgenerator.internal.collection;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.geo.Bboxes;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The box and the interval around Items. */
final class Extent {

    private final Set<Bbox> boxes = new LinkedHashSet<>();
    private @Nullable Instant start;
    private @Nullable Instant end;

    void add(StacItem item) {
        item.bbox().ifPresent(boxes::add);
        Map<String, Object> properties = item.properties();
        Instant from = time(item, properties.get("start_datetime"));
        Instant to = time(item, properties.get("end_datetime"));
        Instant at = time(item, properties.get("datetime"));
        from = from == null ? at : from;
        to = to == null ? at : to;
        start = start == null || (from != null && from.isBefore(start)) ? from : start;
        end = end == null || (to != null && to.isAfter(end)) ? to : end;
    }

    private static @Nullable Instant time(StacItem item, @Nullable Object text) {
        if (text == null) {
            return null;
        }
        return UtcTime.read(text)
                .filter(UtcTime::zoned)
                .map(UtcTime::instant)
                .orElseThrow(() -> new StacGeneratorException(
                        ErrorCode.INVALID_ITEM,
                        "Item %s has the time '%s', expected one as in RFC 3339".formatted(item.id(), text)));
    }

    void writeTo(Map<String, Object> collection) {
        Map<String, Object> extent = new LinkedHashMap<>(JsonValues.members(collection.get("extent")));
        if (!boxes.isEmpty()) {
            extent.put("spatial", Map.of("bbox", List.of(Bboxes.union(boxes).toList())));
        }
        if (start != null && end != null) {
            extent.put("temporal", Map.of("interval", List.of(List.of(start.toString(), end.toString()))));
        }
        if (!extent.isEmpty()) {
            collection.put("extent", extent);
        }
    }
}
