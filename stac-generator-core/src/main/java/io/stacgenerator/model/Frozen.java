package io.stacgenerator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies JSON values into unmodifiable ones. */
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
}
