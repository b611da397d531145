package io.stacgenerator.internal.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the kind of a JSON value, for messages. Texts are not told: they may be hrefs with credentials. */
public final class JsonKind {

    private JsonKind() {}

    /**
     * Names the kind of a value.
     *
     * @param value a JSON value
     * @return such as {@code a list} or {@code the number 5}
     */
    public static String of(@Nullable Object value) {
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Number ? "the number " + value : String.valueOf(value);
    }
}
