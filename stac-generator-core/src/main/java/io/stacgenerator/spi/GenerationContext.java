package io.stacgenerator.spi;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import java.io.IOException;

/**
 * The request that is being worked on, for services that take part in it. Thread-safe.
 *
 * @since 0.1.0
 */
public interface GenerationContext {

    /**
     * Returns the request.
     *
     * @return the request as it was given
     */
    GenerationRequest request();

    /**
     * Returns the options of the generator.
     *
     * @return the options
     */
    GenerationOptions options();

    /**
     * Adds a warning to the result.
     *
     * @param warning what the user should know
     */
    void warn(Warning warning);

    /**
     * Returns the form of an href of the request that may be published. No I/O.
     *
     * @param href an absolute href or a path
     * @return absolute and without credentials; the href itself by default
     */
    default String publicHref(String href) {
        return href;
    }

    /**
     * Opens another file through the storage of the generator, under its policy, such as one that lies beside an asset.
     *
     * @param href an absolute href or a path
     * @return the object; the caller closes it
     * @throws io.stacgenerator.StacGeneratorException as {@link StorageResolver#open} says
     * @throws IOException when reading fails
     */
    StorageObject open(String href) throws IOException;
}
