package io.stacgenerator.spi.field;

/**
 * What is special about a field besides its type.
 *
 * @since 0.1.0
 */
public enum FieldTrait {
    /** An empty string, array or object is invalid. */
    NONEMPTY,
    /** Null is a value, not the absence of one. */
    NULLABLE,
    /** An object that is replaced as a whole, because its members make sense together only. */
    ATOMIC,
    /** A fact about the file itself, which its bytes show better than any metadata. */
    MEASURED,
    /** A fact about where the data lie, which counts as measured where the data have it. */
    LOCATING,
    /** Differs from file to file, so that a Collection does not describe the assets of its Items by it. */
    INDIVIDUAL,
    /** A member without which the object that holds it is worthless. */
    REQUIRED
}
