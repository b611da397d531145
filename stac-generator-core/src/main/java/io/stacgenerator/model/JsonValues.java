package io.stacgenerator.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of any JSON value in plain Java: its kind, its members or elements, a copy, equality by value.
 *
 * @since 0.1.0
 */
public final class JsonValues {

    /** java.time has no leap seconds. */
    private static final Pattern LEAP_SECOND = Pattern.compile("(.*:)60((?:\\.\\d+)?(?:[Zz]|[+-].*))");

    private JsonValues() {}

    /**
     * Returns a value as an object.
     *
     * @param value any JSON value, or null
     * @return its members, those of the value itself; empty when it is not an object
     */
    @SuppressWarnings("unchecked") // the names of JSON objects are strings
    public static Optional<Map<String, Object>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, Object>) map) : Optional.empty();
    }

    /**
     * Returns a value as an array.
     *
     * @param value any JSON value, or null
     * @return its elements, those of the value itself; empty when it is not an array
     */
    @SuppressWarnings("unchecked") // the elements of JSON arrays are anything
    public static Optional<List<Object>> array(@Nullable Object value) {
        return value instanceof List<?> list ? Optional.of((List<Object>) list) : Optional.empty();
    }

    /**
     * Returns a value as a string.
     *
     * @param value any JSON value, or null
     * @return the string; empty when it is not one
     */
    public static Optional<String> string(@Nullable Object value) {
        return value instanceof String string ? Optional.of(string) : Optional.empty();
    }

    /**
     * Returns a value as a time.
     *
     * @param value any JSON value, or null
     * @return the time; a leap second is the first second of the next minute. Empty when it is not a time with its zone
     *     (RFC 3339)
     */
    public static Optional<Instant> time(@Nullable Object value) {
        return string(value).flatMap(JsonValues::instant);
    }

    private static Optional<Instant> instant(String text) {
        Matcher leap = LEAP_SECOND.matcher(text);
        try {
            return Optional.of(
                    leap.matches()
                            ? parsed(leap.group(1) + "59" + leap.group(2)).plusSeconds(1)
                            : parsed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant parsed(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    /**
     * Returns the members of a value, if any.
     *
     * @param value any JSON value, or null
     * @return the members of an object; none, unmodifiable, of anything else
     */
    public static Map<String, Object> members(@Nullable Object value) {
        return object(value).orElse(Map.of());
    }

    /**
     * Returns the elements of a value, if any.
     *
     * @param value any JSON value, or null
     * @return the elements of an array; none, unmodifiable, of anything else
     */
    public static List<Object> elements(@Nullable Object value) {
        return array(value).orElse(List.of());
    }

    /**
     * Returns the objects in an array.
     *
     * @param value any JSON value, or null
     * @return those elements that are objects, in order; none when it is not an array
     */
    public static List<Map<String, Object>> objects(@Nullable Object value) {
        return elements(value).stream()
                .flatMap(element -> object(element).stream())
                .toList();
    }

    /**
     * Returns the strings in an array.
     *
     * @param value any JSON value, or null
     * @return those elements that are strings, in order; none when it is not an array
     */
    public static List<String> strings(@Nullable Object value) {
        return elements(value).stream()
                .flatMap(element -> string(element).stream())
                .toList();
    }

    /**
     * Names the kind of a value, for messages. Strings are not quoted: they may be hrefs with credentials.
     *
     * @param value any JSON value, or null
     * @return such as {@code a list} or {@code the number 5}
     */
    public static String kind(@Nullable Object value) {
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

    /**
     * Copies an object.
     *
     * @param object the members
     * @return a deep copy whose objects and arrays may be changed
     */
    public static Map<String, Object> copyOf(Map<String, ?> object) {
        return copyOf(object, UnaryOperator.identity());
    }

    /** Copies an object, with another value for each that is neither an object nor an array. */
    static Map<String, Object> copyOf(Map<String, ?> object, UnaryOperator<Object> scalars) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(name, copy(value, scalars)));
        return copy;
    }

    /**
     * Copies a value.
     *
     * @param value any JSON value, or null
     * @return a deep copy whose objects and arrays may be changed
     */
    public static Object copy(@Nullable Object value) {
        return copy(value, UnaryOperator.identity());
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of maps and lists
    private static Object copy(@Nullable Object value, UnaryOperator<Object> scalars) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(element, scalars)));
            return copy;
        }
        return object(value).<Object>map(object -> copyOf(object, scalars)).orElseGet(() -> scalars.apply(value));
    }

    /**
     * Returns whether two values are the same JSON: 1 equals 1.0, and the order of members does not count.
     *
     * @param a any JSON value, or null
     * @param b any JSON value, or null
     * @return true when they are the same
     */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.equals(y) || sameNumber(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.entrySet().stream()
                            .allMatch(e -> y.containsKey(e.getKey()) && same(e.getValue(), y.get(e.getKey())));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return sameElements(x, y);
        }
        return a == null ? b == null : a.equals(b);
    }

    private static boolean sameElements(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(Number a, Number b) {
        if (!Double.isFinite(a.doubleValue()) || !Double.isFinite(b.doubleValue())) {
            return a.doubleValue() == b.doubleValue();
        }
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
}
