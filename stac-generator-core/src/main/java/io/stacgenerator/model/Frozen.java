package io.stacgenerator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies JSON values into unmodifiable ones, and reads members from them. */
final class Frozen {

    private Frozen() {}

    static Map<String, Object> object(Map<?, ?> source) {
        Map<String, Object> copy = new LinkedHashMap<>();
        source.forEach((name, value) -> copy.put((String) name, value(value)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of these maps and lists
    private static Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(value(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    static @Nullable String text(Map<String, Object> json, String name) {
        return json.get(name) instanceof String text ? text : null;
    }

    static List<String> texts(Map<String, Object> json, String name) {
        return elements(json, name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
        return elements(json, name).stream()
                .filter(Map.class::isInstance)
                .map(Frozen::cast)
                .toList();
    }

    static Map<String, Object> member(Map<String, Object> json, String name) {
        return json.get(name) instanceof Map<?, ?> map ? cast(map) : Map.of();
    }

    private static List<?> elements(Map<String, Object> json, String name) {
        return json.get(name) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // made by object(), whose keys are text
    static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
