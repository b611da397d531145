package io.stacgenerator.spi.sink;

import io.stacgenerator.spi.Service;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storage that files can be written to.
 *
 * @since 0.1.0
 */
public interface StorageTarget extends Service {

    /**
     * Returns whether this storage has an href. No I/O.
     *
     * @param href a path or URI
     * @return true when it has
     */
    boolean supports(String href);

    /**
     * Reads a small file.
     *
     * @param href its place
     * @param calls the HTTP of the generator, for a storage that is reached over it
     * @return its content; empty when there is none
     * @throws java.nio.file.AccessDeniedException when the credential may not read it; the message names the file
     * @throws IOException when it cannot be read
     */
    Optional<StoredFile> read(String href, StorageCalls calls) throws IOException;

    /**
     * Begins a file. Folders above it are made as needed.
     *
     * @param href its place
     * @param replaced the version of the file that may be replaced, an empty string when there may be none; null to
     *     replace any
     * @param calls the HTTP of the generator, for a storage that is reached over it
     * @return the file
     * @throws IOException when it cannot be written
     */
    StagedFile create(String href, @Nullable String replaced, StorageCalls calls) throws IOException;
}
