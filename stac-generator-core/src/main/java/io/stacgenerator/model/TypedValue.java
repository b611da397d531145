package io.stacgenerator.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
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
        return value instanceof String text && type == Instant.class ? time(text) : value;
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

    private static @Nullable Instant time(String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_INSTANT.parse(text);
            return Instant.from(time).plusSeconds(time.query(DateTimeFormatter.parsedLeapSecond()) ? 1 : 0);
        } catch (DateTimeException e) {
            return null; // reads as absent, as any value of another type does
        }
    }
}
