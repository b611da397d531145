package io.stacgenerator.model;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON values as text, and reads them. Numbers are written in plain notation, whole ones without a fraction, so
 * that coordinates stay readable; only those of a size below 1e-9 or from 1e15 have an exponent. The same value has the
 * same text on every Java.
 *
 * @since 0.1.0
 */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-9;

    private JsonText() {}

    /**
     * Writes a value on one line.
     *
     * @param value a JSON value: string, boolean, finite number, list, map with string keys, or null
     * @return JSON text
     * @throws IllegalArgumentException when it is or holds anything else, or is nested deeper than 500 levels
     */
    public static String compact(@Nullable Object value) {
        return text(ObjectWriteContext.empty(), value);
    }

    /**
     * Writes a value for people: indented by two blanks, arrays of numbers on one line.
     *
     * @param value a JSON value: string, boolean, finite number, list, map with string keys, or null
     * @return JSON text without a line break at its end
     * @throws IllegalArgumentException when it is or holds anything else, or is nested deeper than 500 levels
     */
    public static String pretty(@Nullable Object value) {
        return text(new Indented(), value);
    }

    /**
     * Reads an object (RFC 8259): strictly, without duplicate members and nested at most 200 levels deep. A byte order
     * mark is skipped.
     *
     * @param text JSON text
     * @return the members in document order, in maps and lists that may be changed
     * @throws IllegalArgumentException when the text is not one JSON object, saying what it is and where the fault is
     */
    public static Map<String, Object> parse(String text) {
        return parse(text, () -> {});
    }

    /**
     * Reads an object as {@link #parse(String)} does, for callers that bound how much they read.
     *
     * @param text JSON text
     * @param beforeValue called before each value, however deep; what it throws ends the reading
     * @return the members in document order, in maps and lists that may be changed
     * @throws IllegalArgumentException when the text is not one JSON object, saying what it is and where the fault is
     */
    public static Map<String, Object> parse(String text, Runnable beforeValue) {
        return ParsedJson.object(requireNonNull(text, "text"), beforeValue);
    }

    /**
     * Reads an object that may be larger than memory, member by member, with the rules of {@link #parse(String)}.
     *
     * @param text JSON text in UTF-8, which the caller closes
     * @param apart is asked for each member of the object: whether the elements of its array are read one by one
     * @param beforeValue called before each value, however deep; what it throws ends the reading
     * @return the members in document order; of one that is read apart an entry for each element. Its methods throw
     *     {@link IllegalArgumentException} where the text is not one JSON object, and
     *     {@link java.io.UncheckedIOException} when it cannot be read
     */
    public static Iterator<Map.Entry<String, Object>> members(
            InputStream text, Predicate<String> apart, Runnable beforeValue) {
        return new StreamedJson(requireNonNull(text, "text"), requireNonNull(apart, "apart"), beforeValue);
    }

    private static String text(ObjectWriteContext context, @Nullable Object value) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            write(generator, value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((name, member) -> {
                generator.writeName(name(name));
                write(generator, member);
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray(list);
            list.forEach(element -> write(generator, element));
            generator.writeEndArray();
        } else {
            writeScalar(generator, value);
        }
    }

    private static String name(@Nullable Object name) {
        if (name instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("%s is not the name of a JSON member: expected a string".formatted(name));
    }

    private static void writeScalar(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Double || value instanceof Float) {
            generator.writeNumber(decimal(((Number) value).doubleValue()));
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(decimal(number));
        } else if (isExact(value)) {
            generator.writeNumber(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "%s is not a JSON value: expected a string, number, boolean, list, map or null"
                            .formatted(value.getClass().getName()));
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
    }

    private static String decimal(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        return isPlain(size) ? value.toPlainString() : value.signum() == 0 ? "0" : value.toString();
    }

    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
        if (isPlainInteger(value)) {
            return Long.toString((long) value);
        }
        // Double.toString gives other digits before Java 19
        String shortest = NumberOutput.toString(value, true);
        return isPlain(Math.abs(value)) && shortest.indexOf('E') >= 0
                ? new BigDecimal(shortest).stripTrailingZeros().toPlainString()
                : shortest;
    }

    private static boolean isPlain(double size) {
        return size < LARGEST_PLAIN && size >= SMALLEST_PLAIN;
    }

    static boolean isPlainInteger(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new Indentation();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
