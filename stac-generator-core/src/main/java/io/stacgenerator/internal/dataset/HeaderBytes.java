package io.stacgenerator.internal.dataset;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file in little-endian order, fetched in windows, the last of which is kept. */
final class HeaderBytes {

    /** Holds most headers whole, and costs a remote storage little more than the first byte. */
    private static final int WINDOW = 32 * 1024;

    private final StorageObject object;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long start;

    HeaderBytes(StorageObject object) {
        this.object = object;
    }

    long size() {
        return object.size();
    }

    /** Returns whether a run of bytes lies within the file. */
    boolean holds(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size() - length;
    }

    /**
     * Returns a run of bytes.
     *
     * @throws IndexOutOfBoundsException when it is not within the file
     */
    ByteBuffer view(long offset, int length) throws IOException {
        if (!holds(offset, length)) {
            throw new IndexOutOfBoundsException("%d bytes at offset %s, but the file has %d bytes"
                    .formatted(length, Long.toUnsignedString(offset), size()));
        }
        if (offset < start || offset + length > start + window.capacity()) {
            fetch(offset, length);
        }
        return window.slice((int) (offset - start), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What is asked for at the end of a file has its neighbors in front. */
    private void fetch(long offset, int length) throws IOException {
        start = Math.max(0, Math.min(offset, size() - WINDOW));
        start = length > WINDOW ? offset : start;
        ByteBuffer read = object.read(start, (int) Math.min(Math.max(length, WINDOW), size() - start));
        window = read.slice();
    }
}
