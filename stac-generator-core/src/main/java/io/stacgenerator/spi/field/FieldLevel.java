package io.stacgenerator.spi.field;

/**
 * Where in an Item a field can stand.
 *
 * @since 0.1.0
 */
public enum FieldLevel {
    /** In {@code properties}. */
    ITEM,
    /** In a member of {@code assets}. */
    ASSET,
    /** In an entry of an asset's {@code bands}. */
    BAND,
    /** In an entry of {@code links}. */
    LINK
}
