package io.stacgenerator.internal.collection;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.geo.Bboxes;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The box and the interval around Items. */
final class Extent {

    private final LongitudeCover longitudes = new LongitudeCover();
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private @Nullable Instant start;
    private @Nullable Instant end;

    static Extent of(Map<String, Object> json) {
        Extent extent = new Extent();
        for (Object range : JsonValues.elements(json.get("longitudes"))) {
            extent.longitudes.add(number(range, 0), number(range, 1));
        }
        if (json.containsKey("latitudes")) {
            extent.addLatitudes(number(json.get("latitudes"), 0), number(json.get("latitudes"), 1));
        }
        if (json.containsKey("interval")) {
            extent.addTimes(time(json.get("interval"), 0), time(json.get("interval"), 1));
        }
        return extent;
    }

    private static double number(@Nullable Object pair, int index) {
        return element(pair, index, Number.class).doubleValue();
    }

    private static Instant time(@Nullable Object pair, int index) {
        try {
            return Instant.parse(element(pair, index, String.class));
        } catch (DateTimeException e) {
            throw CollectionUpdate.malformed("the interval %s is not two times in UTC".formatted(pair));
        }
    }

    private static <T> T element(@Nullable Object pair, int index, Class<T> type) {
        return Optional.of(JsonValues.elements(pair))
                .filter(list -> list.size() == 2)
                .map(list -> list.get(index))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> CollectionUpdate.malformed("the range %s is not two values".formatted(pair)));
    }

    /** An Item that is refused changes nothing. */
    void add(StacItem item) {
        Optional<Bbox> box = box(item);
        Map<String, Object> properties = item.properties();
        Instant from = time(item, properties.get("start_datetime"));
        Instant to = time(item, properties.get("end_datetime"));
        Instant at = time(item, properties.get("datetime"));
        box.ifPresent(this::add);
        addTimes(from == null ? at : from, to == null ? at : to);
    }

    private static Optional<Bbox> box(StacItem item) {
        try {
            return item.bbox();
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_ITEM,
                    "Item %s has a bbox that is not one: %s".formatted(item.id(), e.getMessage()),
                    e);
        }
    }

    private void add(Bbox box) {
        longitudes.add(box);
        addLatitudes(box.south(), box.north());
    }

    private void addLatitudes(double least, double greatest) {
        south = Math.min(south, least);
        north = Math.max(north, greatest);
    }

    private void addTimes(@Nullable Instant from, @Nullable Instant to) {
        start = start == null || (from != null && from.isBefore(start)) ? from : start;
        end = end == null || (to != null && to.isAfter(end)) ? to : end;
    }

    void merge(Extent other) {
        longitudes.merge(other.longitudes);
        addLatitudes(other.south, other.north);
        addTimes(other.start, other.end);
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

    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!longitudes.isEmpty()) {
            json.put("longitudes", longitudes.toList());
            json.put("latitudes", List.of(south, north));
        }
        if (start != null && end != null) {
            json.put("interval", List.of(start.toString(), end.toString()));
        }
        return json;
    }

    void writeTo(Map<String, Object> collection) {
        Map<String, Object> extent = new LinkedHashMap<>(JsonValues.members(collection.get("extent")));
        if (!longitudes.isEmpty()) {
            List<Object> box = Bboxes.union(longitudes.boxes(south, north)).toList();
            extent.put("spatial", Map.of("bbox", List.of(box)));
        }
        if (start != null && end != null) {
            extent.put("temporal", Map.of("interval", List.of(List.of(start.toString(), end.toString()))));
        }
        if (!extent.isEmpty()) {
            collection.put("extent", extent);
        }
    }
}
