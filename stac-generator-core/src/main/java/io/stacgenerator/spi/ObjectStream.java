package io.stacgenerator.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Reads an object from its start in pieces. */
final class ObjectStream extends InputStream {

    /** Few requests to a remote storage, and little to throw away where only the start is wanted. */
    private static final int PIECE = 1 << 20;

    private final StorageObject object;
    private long offset;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    ObjectStream(StorageObject object) {
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        return more() ? piece.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(into, start, count);
        return count;
    }

    private boolean more() throws IOException {
        if (!piece.hasRemaining() && offset < object.size()) {
            piece = object.read(offset, PIECE);
            offset += piece.remaining();
        }
        return piece.hasRemaining();
    }
}
