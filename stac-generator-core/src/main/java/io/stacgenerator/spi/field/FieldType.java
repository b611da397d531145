package io.stacgenerator.spi.field;

import java.util.Optional;

/**
 * The type of a field's value. Metadata are brought to it: a number may come as text, a single text as an array.
 *
 * @since 0.1.0
 */
public enum FieldType {
    /** Anything, left as it is. */
    ANY,
    /** A string. */
    STRING,
    /** A finite number. */
    NUMBER,
    /** A number without a fraction. */
    INTEGER,
    /** True or false. */
    BOOLEAN,
    /** An instant by RFC 3339 in UTC, ending in {@code Z}. */
    TIME,
    /** A number or one of {@code nan}, {@code inf} and {@code -inf}. */
    NODATA,
    /** An object. */
    OBJECT,
    /** An array of strings. */
    STRINGS(STRING),
    /** An array of numbers. */
    NUMBERS(NUMBER),
    /** An array of integers. */
    INTEGERS(INTEGER),
    /** An array of objects. */
    OBJECTS(OBJECT);

    private final Optional<FieldType> element;

    FieldType() {
        this.element = Optional.empty();
    }

    FieldType(FieldType element) {
        this.element = Optional.of(element);
    }

    /**
     * Returns the type of an array's elements.
     *
     * @return empty when this is not an array
     */
    public Optional<FieldType> element() {
        return element;
    }
}
