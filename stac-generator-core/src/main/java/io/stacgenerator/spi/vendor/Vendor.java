package io.stacgenerator.spi.vendor;

import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.Service;
import java.util.List;

/**
 * A vendor of scenes: which files are a product, what their assets are, and what their metadata say.
 *
 * <p>Most of it stands in a {@link ProductTable}. Thread-safe.
 *
 * @since 0.1.0
 */
public interface Vendor extends Service {

    /**
     * Returns what is known of the vendor's products. No I/O but reading the table on first use.
     *
     * @return the same table each time
     */
    ProductTable products();

    /**
     * Maps a metadata document to STAC fields.
     *
     * @param document the document, in XML, JSON or ODL
     * @param item the part of an Item to fill; it knows the request
     */
    void describe(Section document, PartialItem item);

    /**
     * Returns whether a document is one of this vendor's. No I/O.
     *
     * @param document a metadata file
     * @return by default, whether the table says so
     */
    default boolean supports(MetadataDocument document) {
        return products().describes(document);
    }

    /**
     * Returns which scene a file of a listing belongs to. No I/O: the path is all there is.
     *
     * @param path the path in its storage, not percent-encoded, with {@code /} between folders
     * @return its place in a scene, by default by the table; several when others than the last are not certain, none
     *     when the file is not of this vendor
     */
    default List<SceneFile> sceneFiles(String path) {
        return products().sceneFiles(path);
    }
}
