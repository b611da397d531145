package io.stacgenerator.internal.downgrade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and copies JSON values; what has another type reads as if it were absent. */
final class Json {

    private Json() {}

    @SuppressWarnings("unchecked") // the names of JSON objects are text
    static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static List<Map<String, Object>> objects(@Nullable Object value) {
        return list(value).stream().map(Json::object).toList();
    }

    static Map<String, Object> copy(@Nullable Object value) {
        return new LinkedHashMap<>(object(value));
    }

    static List<Map<String, Object>> copies(@Nullable Object value) {
        List<Map<String, Object>> copies = new ArrayList<>();
        list(value).forEach(element -> copies.add(copy(element)));
        return copies;
    }

    /** Gives a member another name and value, in the place where it stands. */
    static void replace(Map<String, Object> members, String name, String newName, @Nullable Object newValue) {
        Map<String, Object> old = new LinkedHashMap<>(members);
        members.clear();
        old.forEach((each, value) -> {
            boolean replaced = each.equals(name);
            put(members, replaced ? newName : each, replaced ? newValue : value);
        });
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of these maps
    static void put(Map<String, Object> members, String name, @Nullable Object value) {
        members.put(name, value);
    }
}
