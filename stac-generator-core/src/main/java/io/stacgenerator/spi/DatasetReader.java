package io.stacgenerator.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Reads the headers of files that are not rasters: point clouds, vectors, tables, tiles.
 *
 * <p>The first reader, in order, that {@link #recognizes} a file describes it; raster readers are asked for the others.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public interface DatasetReader extends Service {

    /**
     * Returns whether this reader describes such files. Decides by the leading bytes; no I/O.
     *
     * @param head the leading {@value RasterReader#HEAD_LENGTH} bytes, or all of a shorter file; read-only
     * @param object the file, for its href and size
     * @return true when {@link #read} is to be called for it
     */
    boolean recognizes(ByteBuffer head, StorageObject object);

    /**
     * Returns by which file a dataset of many files is read, where it is at an href that is not a file. No I/O.
     *
     * @param href an href of a request
     * @return hrefs, of which the first one that is there is opened in place of it; none by default
     */
    default List<String> documents(String href) {
        return List.of();
    }

    /**
     * Reads the header of a file, in the fewest ranges that the format allows. Blocks.
     *
     * @param object the file; closed by the caller
     * @param context the request that the file belongs to
     * @return what the header says
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} or {@code UNSUPPORTED_RASTER} when
     *     the header cannot be understood: the file becomes an asset without these facts, with a warning, or an error
     *     in strict mode
     * @throws IOException when reading fails
     */
    Dataset read(StorageObject object, GenerationContext context) throws IOException;
}
