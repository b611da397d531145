package io.stacgenerator.internal.storage.http;

import io.stacgenerator.spi.ByteRange;
import java.nio.ByteBuffer;

/**
 * Bytes of a file that are in memory.
 *
 * @param offset the first byte
 * @param bytes the bytes from position 0 to the limit; read-only
 */
record Window(long offset, ByteBuffer bytes) {

    long end() {
        return offset + bytes.limit();
    }

    boolean holds(long position) {
        return offset <= position && position < end();
    }

    boolean holds(ByteRange range) {
        return offset <= range.offset() && range.end() <= end();
    }

    ByteBuffer slice(ByteRange range) {
        return bytes.slice((int) (range.offset() - offset), range.length());
    }
}
