package io.stacgenerator.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * A value that is written as one JSON object. Jackson's databind, of version 2 and 3, writes it the same way, so that a
 * controller may return it as it is.
 *
 * @since 0.1.0
 */
public interface JsonObject {

    /**
     * Returns the members.
     *
     * @return JSON values by name
     */
    Map<String, Object> toMap();

    /**
     * Returns the object as JSON on one line.
     *
     * @return JSON text
     */
    default String toJson() {
        return JsonText.compact(toMap());
    }

    /**
     * Returns the members for libraries that print numbers by themselves: these come out with the digits that
     * {@link #toJson()} gives them.
     *
     * @return a copy, in which a whole {@code Double} is a {@code Long}
     */
    @JsonValue
    default Map<String, Object> jsonValue() {
        return PrintedNumber.inAll(toMap());
    }
}
