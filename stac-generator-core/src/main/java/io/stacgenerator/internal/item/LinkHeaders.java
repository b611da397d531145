package io.stacgenerator.internal.item;

import io.stacgenerator.model.JsonValues;
import org.jspecify.annotations.Nullable;

/** The HTTP headers of a link: an object of strings or arrays of strings (STAC Link specification). */
public final class LinkHeaders {

    private LinkHeaders() {}

    /** Returns whether a value is one header or several of the same name. */
    public static boolean isHeader(@Nullable Object value) {
        return value instanceof String
                || JsonValues.array(value)
                        .filter(all -> all.stream().allMatch(String.class::isInstance))
                        .isPresent();
    }
}
