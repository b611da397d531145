package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonObject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a document.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
 * @param message what is wrong, with the offending value and what was expected
 * @since 0.1.0
 */
public record Fault(String pointer, String message) implements Serializable, JsonObject {

    private static final int LONGEST_VALUE = 80;

    /** Checks that nothing is null, and hides credentials. */
    public Fault {
        requireNonNull(pointer, "pointer");
        message = Secrets.hidden(requireNonNull(message, "message"));
    }

    /**
     * Says that a value is not what was expected.
     *
     * @param pointer where the value is, as a JSON pointer
     * @param value the offending value, which is shortened where it is long, and cleared of credentials in URLs
     * @param expected what was expected, such as {@code a number 0 to 100}
     * @return the fault
     */
    public static Fault unexpected(String pointer, @Nullable Object value, String expected) {
        return new Fault(pointer, "is %s, expected %s".formatted(shown(value), expected));
    }

    private static String shown(@Nullable Object value) {
        String text = Secrets.redact(String.valueOf(value));
        String start = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
        return value instanceof String ? "'" + start + "'" : start;
    }

    /** Returns {@code pointer} and {@code message}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pointer", pointer);
        map.put("message", message);
        return map;
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }
}
