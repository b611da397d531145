package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An open file or blob that is read by ranges.
 *
 * <p>All reads see one version of the object: when it changes underneath, a read fails with {@code ASSET_CHANGED}.
 * Reads block. Thread-safe: statistics are read by several threads.
 *
 * @since 0.1.0
 */
public interface StorageObject extends Closeable {

    /**
     * Makes an object of bytes in memory, such as a file that was taken out of an archive.
     *
     * @param href the href to publish, and to show in messages
     * @param bytes all of its bytes; not copied, so that they must not be changed any more
     * @return an object without entity tag, date and files next to it; it need not be closed
     */
    static StorageObject of(String href, byte[] bytes) {
        return new BytesObject(requireNonNull(href, "href"), requireNonNull(bytes, "bytes"));
    }

    /**
     * Returns the form of the href that may be published, without credentials.
     *
     * @return the href
     */
    String href();

    /**
     * Returns the size of the whole object.
     *
     * @return bytes
     */
    long size();

    /**
     * Returns the entity tag of the version that is read, without quotes.
     *
     * @return the tag; empty when the storage has none
     */
    Optional<String> etag();

    /**
     * Returns when the object was last modified.
     *
     * @return the time; empty when the storage has none
     */
    Optional<Instant> lastModified();

    /**
     * Reads a range.
     *
     * @param offset the first byte, from 0
     * @param length the number of bytes
     * @return a buffer with the bytes between position and limit, of its own position and byte order (big-endian);
     *     fewer than asked for only where the object ends, none beyond its end
     * @throws IOException when reading fails
     */
    ByteBuffer read(long offset, int length) throws IOException;

    /**
     * Reads several ranges; a remote storage merges neighbors into one request.
     *
     * @param ranges the ranges, in any order
     * @return a buffer for each range, in the order asked, as {@link #read(long, int)} returns it
     * @throws IOException when reading fails
     */
    default List<ByteBuffer> read(List<ByteRange> ranges) throws IOException {
        List<ByteBuffer> buffers = new ArrayList<>(ranges.size());
        for (ByteRange range : ranges) {
            buffers.add(read(range.offset(), range.length()));
        }
        return buffers;
    }

    /**
     * Reads all bytes one after the other, in pieces of 1 MiB.
     *
     * @return a stream from the start of the object, to be used by one thread while the object is open; it need not be
     *     closed
     */
    default InputStream stream() {
        return new ObjectStream(this);
    }

    /**
     * Returns the href of another file in the folder of this one, with the credentials that this one was opened with:
     * it is for {@link GenerationContext#open}, not to be published. No I/O.
     *
     * @param name the name of the file, not percent-encoded
     * @return the href; empty where it is not known, as by default of all but local files
     */
    default Optional<String> siblingHref(String name) {
        return localPath().map(path -> path.resolveSibling(name).toString());
    }

    /**
     * Returns the local file behind this object.
     *
     * @return the path; empty when there is none
     */
    default Optional<Path> localPath() {
        return Optional.empty();
    }
}
