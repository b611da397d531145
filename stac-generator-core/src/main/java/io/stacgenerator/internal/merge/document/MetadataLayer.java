package io.stacgenerator.internal.merge.document;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A metadata document with the name it goes by. Later layers take precedence over earlier ones.
 *
 * @param name the href of the file, without credentials, or what else says where the document comes from; relative
 *     hrefs in the document are resolved against it
 * @param document the document as a JSON value; a whole Item, a part of one, or a flat map of fields
 * @param geometry how good its geometry is
 * @param product the id that a vendor gave the product, or null
 */
public record MetadataLayer(
        String name,
        @Nullable Object document,
        GeometrySource geometry,
        @Nullable String product) {

    /** Checks that there is a name. */
    public MetadataLayer {
        requireNonNull(name, "name");
    }

    /**
     * Creates a layer whose geometry is as good as any.
     *
     * @param name the href of the file, or what else says where the document comes from
     * @param document the document as a JSON value
     */
    public MetadataLayer(String name, @Nullable Object document) {
        this(name, document, GeometrySource.GIVEN, null);
    }
}
