package io.stacgenerator.table;

import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as an Item again. */
final class TableItem {

    private static final List<String> AFTER_PROPERTIES = List.of("links", "assets", "collection");

    private TableItem() {}

    @SuppressWarnings("NullAway") // a null of JSON is a value
    static StacItem of(Map<String, Object> row) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "Feature");
        row.remove("type");
        move(row, "stac_version", item, "1.1.0");
        move(row, "stac_extensions", item, List.of());
        move(row, "id", item, "");
        item.put("geometry", geometry(row.remove("geometry")));
        if (row.remove("bbox") instanceof Map<?, ?> box) {
            item.put("bbox", box(box));
        }
        Map<String, Object> last = new LinkedHashMap<>();
        AFTER_PROPERTIES.forEach(name -> move(row, name, last, empty(name)));
        item.put("properties", properties(row));
        item.putAll(last);
        return StacItem.of(item);
    }

    private static @Nullable Object empty(String name) {
        return switch (name) {
            case "links" -> List.of();
            case "assets" -> Map.of();
            default -> null;
        };
    }

    private static void move(
            Map<String, Object> row, String name, Map<String, Object> item, @Nullable Object otherwise) {
        Object value = row.remove(name);
        Object given = value == null ? otherwise : plain(value);
        if (given != null) {
            item.put(name, given);
        }
    }

    private static @Nullable Object geometry(@Nullable Object wkb) {
        return wkb instanceof byte[] bytes ? Wkb.read(bytes) : wkb;
    }

    private static List<Object> box(Map<?, ?> box) {
        List<Object> numbers = new ArrayList<>();
        List<String> names = box.containsKey("zmin") ? ItemRows.DEEP_BOX : ItemRows.BOX;
        names.forEach(name -> numbers.add(box.get(name)));
        return numbers;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value
    private static Map<String, Object> properties(Map<String, Object> row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        row.forEach((name, value) ->
                properties.put(name, value instanceof byte[] bytes ? Wkb.read(bytes) : plain(value)));
        if (!properties.containsKey("datetime")) {
            properties.put("datetime", null);
        }
        return properties;
    }

    /** JSON has no NaN. */
    @SuppressWarnings("NullAway") // a null of JSON is a value
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> plain(element)).toList();
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> object = new LinkedHashMap<>();
            JsonValues.members(value).forEach((name, member) -> object.put(name, plain(member)));
            return object;
        }
        return value;
    }
}
