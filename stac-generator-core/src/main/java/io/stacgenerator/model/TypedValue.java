package io.stacgenerator.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a JSON value as a type of Java. */
final class TypedValue {

    private TypedValue() {}

    /** Returns the value as the type; empty when it is absent, null or of another type. */
    static <T> Optional<T> of(@Nullable Object value, Class<T> type) {
        Object converted = converted(value, type);
        return type.isInstance(converted) ? Optional.of(type.cast(converted)) : Optional.empty();
    }

    private static @Nullable Object converted(@Nullable Object value, Class<?> type) {
        if (value instanceof Number number) {
            return number(number, type);
        }
        return type == Instant.class ? JsonValues.time(value).orElse(null) : value;
    }

    private static Number number(Number number, Class<?> type) {
        if (type == Double.class) {
            return number.doubleValue();
        }
        boolean whole = number.doubleValue() == number.longValue();
        if (type == Long.class && whole) {
            return number.longValue();
        }
        return type == Integer.class && whole && number.longValue() == number.intValue() ? number.intValue() : number;
    }
}
