package io.stacgenerator.internal.merge;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in tests: read from text, looked into by pointer, compared by value. */
public final class Json {

    public static final Comparator<Object> BY_VALUE = (a, b) -> JsonValues.same(a, b) ? 0 : 1;
    public static final Object ABSENT = "absent";

    private Json() {}

    public static Map<String, Object> object(String text) {
        return JsonReader.object(text, ErrorCode.INVALID_METADATA, "test document");
    }

    public static @Nullable Object value(String text) {
        return text.equals(ABSENT) ? ABSENT : object("{\"value\":" + text + "}").get("value");
    }

    /** Returns what stands at a pointer; {@link #ABSENT} when nothing does. */
    public static @Nullable Object at(@Nullable Object document, String pointer) {
        Object value = document;
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            value = child(value, token.replace("~1", "/").replace("~0", "~"));
        }
        return value;
    }

    private static @Nullable Object child(@Nullable Object parent, String token) {
        if (parent instanceof Map<?, ?> object) {
            return object.containsKey(token) ? object.get(token) : ABSENT;
        }
        boolean there = parent instanceof List<?> array && Integer.parseInt(token) < array.size();
        return there ? ((List<?>) parent).get(Integer.parseInt(token)) : ABSENT;
    }
}
