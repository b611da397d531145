package io.stacgenerator.spi.field;

/**
 * What the JSON Schema of an extension asks of a Collection that declares it, next to valid fields.
 *
 * @since 0.1.0
 */
public enum CollectionUse {
    /** Nothing: a Collection may declare the extension without using it. */
    FREE,
    /** A field of the extension in the Collection, its assets, {@code item_assets} or {@code summaries}. */
    REQUIRED,
    /** That it does not declare the extension, which is for Items only. */
    REFUSED
}
