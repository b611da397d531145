package io.stacgenerator.internal.field;

/** What is special about a field beside its type. */
public enum FieldTrait {
    /** An empty string, array or object is invalid. */
    NONEMPTY,
    /** Null is a value, not the absence of one. */
    NULLABLE,
    /** An object that is replaced as a whole, because its members make sense together only. */
    ATOMIC,
    /** A fact about the file itself, which its bytes tell better than any metadata. */
    MEASURED,
    /** A member without which the object that holds it is worthless. */
    REQUIRED
}
