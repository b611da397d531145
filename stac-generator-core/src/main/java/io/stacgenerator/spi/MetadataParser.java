package io.stacgenerator.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata files of one vendor or form and maps them to STAC fields.
 *
 * <p>The first parser, in order, that {@link #supports} a document parses it. Thread-safe.
 *
 * @since 0.1.0
 */
public interface MetadataParser extends Service {

    /**
     * Returns whether this parser reads such documents. No I/O.
     *
     * @param document the document
     * @param provider the provider of the request, or null; compare without regard to case
     * @return true when {@link #parse} is to be called for it
     */
    boolean supports(MetadataDocument document, @Nullable String provider);

    /**
     * Reads a document.
     *
     * @param document a document that is supported
     * @param context the request that it belongs to
     * @return a STAC Item or a part of one, as JSON values: {@code properties}, {@code assets}, {@code geometry}, ... ;
     *     it is merged into the generated Item by the rules of the request's source
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_METADATA}
     */
    Map<String, Object> parse(MetadataDocument document, GenerationContext context);

    /**
     * Returns whether a {@code geometry} in its results is approximate, such as the corners of the scene. Where the
     * data are located and win over metadata, it is left out without a warning; an exact geometry would be a conflict.
     *
     * @return true for an approximate geometry; false by default
     */
    default boolean geometryIsApproximate() {
        return false;
    }
}
