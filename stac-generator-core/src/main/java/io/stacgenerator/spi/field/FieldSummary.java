package io.stacgenerator.spi.field;

/**
 * What a Collection says of a field of its Items.
 *
 * @since 0.1.0
 */
public enum FieldSummary {
    /** Nothing. */
    NONE,
    /** The distinct values; those of an array one by one. */
    DISTINCT,
    /** The smallest and the greatest number. */
    RANGE
}
