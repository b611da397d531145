package io.stacgenerator.internal.validation;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A valid Item that uses every field of the built-in extensions, and changes to it. */
final class TestItems {

    private TestItems() {}

    static Map<String, Object> valid() {
        return read(text("item.json"));
    }

    static Stream<Map<String, Object>> lines(String resource) {
        return text(resource).lines().map(TestItems::read);
    }

    /** Returns the valid Item without the members at {@code remove}, and then with those of {@code set}. */
    static Map<String, Object> changed(Map<String, Object> change) {
        Map<String, Object> item = valid();
        ((List<?>) change.getOrDefault("remove", List.of())).forEach(pointer -> remove(item, (String) pointer));
        ((Map<?, ?>) change.getOrDefault("set", Map.of()))
                .forEach((pointer, value) -> set(item, (String) pointer, value));
        return item;
    }

    @SuppressWarnings("unchecked") // read from JSON
    static Map<String, Object> asset(Map<String, Object> item, String key) {
        return (Map<String, Object>) ((Map<?, ?>) item.get("assets")).get(key);
    }

    private static void remove(Map<String, Object> item, String pointer) {
        Object parent = parent(item, pointer);
        if (parent instanceof List<?> list) {
            list.remove(Integer.parseInt(last(pointer)));
        } else {
            ((Map<?, ?>) parent).remove(last(pointer));
        }
    }

    @SuppressWarnings("unchecked") // read from JSON
    private static void set(Map<String, Object> item, String pointer, Object value) {
        Object parent = parent(item, pointer);
        if (parent instanceof List<?>) {
            List<Object> list = (List<Object>) parent;
            int index = Integer.parseInt(last(pointer));
            list.subList(index, Math.min(index + 1, list.size())).clear();
            list.add(index, value);
        } else {
            ((Map<String, Object>) parent).put(last(pointer), value);
        }
    }

    private static Object parent(Map<String, Object> item, String pointer) {
        Object parent = item;
        List<String> names = new ArrayList<>(List.of(pointer.split("/", -1)));
        for (String name : names.subList(1, names.size() - 1)) {
            parent = parent instanceof List<?> list ? list.get(Integer.parseInt(name)) : ((Map<?, ?>) parent).get(name);
        }
        return parent;
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    static Map<String, Object> read(String json) {
        return JsonReader.object(json, ErrorCode.INTERNAL, "test document");
    }

    static String text(String resource) {
        try (InputStream in = TestItems.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
