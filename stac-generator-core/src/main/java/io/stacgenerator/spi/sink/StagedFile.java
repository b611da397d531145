package io.stacgenerator.spi.sink;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that appears complete or not at all. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface StagedFile {

    /**
     * Returns where its bytes go.
     *
     * @return always the same stream, which {@link #commit} closes
     */
    OutputStream stream();

    /**
     * Gives the file its final name, in place of one that is there.
     *
     * @throws java.nio.file.AccessDeniedException when the credential may not write it; the message names the file
     * @throws IOException when not all bytes could be written, or the file to replace is another than expected
     */
    void commit() throws IOException;

    /** Removes what was written; does nothing after {@link #commit}. */
    void discard();
}
