package io.stacgenerator.spi;

import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads rasters of one or more formats.
 *
 * <p>The first reader, in order, that {@link #recognizes} a file opens it. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RasterReader extends Service {

    /** The number of leading bytes that {@link #recognizes} is given, where the file has as many. */
    int HEAD_LENGTH = 1024;

    /**
     * Returns whether this reader opens such files. Decides by the leading bytes; no I/O.
     *
     * @param head the leading {@value #HEAD_LENGTH} bytes, or all of a shorter file; read-only
     * @param object the file, for its href and size
     * @return true when {@link #open} is to be called for it
     */
    boolean recognizes(ByteBuffer head, StorageObject object);

    /**
     * Opens a raster and reads its header; reads the fewest ranges that the format allows. Blocks.
     *
     * @param object the file; stays open until the raster is closed, and is closed by the caller
     * @param context the request that the file belongs to
     * @return the open raster
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} or {@code UNSUPPORTED_RASTER}; after
     *     the latter the next reader that recognizes the file is asked, and where none is left the file becomes an
     *     asset without raster facts, and a warning
     * @throws IOException when reading fails
     */
    Raster open(StorageObject object, GenerationContext context) throws IOException;
}
