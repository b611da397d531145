package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonObject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a user should know about an Item that was made anyway.
 *
 * @param code a stable name in lower case, such as {@code crs-missing}
 * @param message what was found, with the offending value and what was done about it; never holds a credential
 * @param pointer the member of the Item that it is about, as a JSON pointer (RFC 6901), or null when it is about no one
 *     member
 * @since 0.1.0
 */
public record Warning(String code, String message, @Nullable String pointer) implements JsonObject, Serializable {

    /** Checks that code and message are there, and hides credentials. */
    public Warning {
        requireNonNull(code, "code");
        message = Secrets.hidden(requireNonNull(message, "message"));
    }

    /**
     * Creates a warning that is about no one member.
     *
     * @param code a stable name in lower case
     * @param message what was found
     */
    public Warning(String code, String message) {
        this(code, message, null);
    }

    /**
     * Reads a warning that was written as JSON.
     *
     * @param json the members
     * @return the warning
     * @throws StacGeneratorException with {@code INTERNAL} when it has no code or no message
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Warning fromMap(Map<String, ?> json) {
        requireNonNull(json, "warning");
        return new Warning(
                text(json, "code"), text(json, "message"), json.get("pointer") == null ? null : text(json, "pointer"));
    }

    /** Not by what reads other written JSON, as that may fail with an exception, and exceptions hold warnings. */
    private static String text(Map<String, ?> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new StacGeneratorException(
                ErrorCode.INTERNAL,
                "warning has no string at /%s, expected what the library writes there".formatted(name));
    }

    /** Returns {@code code}, {@code message} and, where there is one, {@code pointer}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code);
        map.put("message", message);
        if (pointer != null) {
            map.put("pointer", pointer);
        }
        return map;
    }
}
