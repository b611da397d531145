package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Reads a long run of bytes in pieces. A failure of the storage is unchecked, so that it is not taken for corrupt data.
 */
final class RangeInputStream extends InputStream {

    private static final int PIECE = 1 << 20;

    private final StorageObject object;
    private final long end;
    private long offset;
    private ByteBufferInputStream piece = new ByteBufferInputStream(ByteBuffer.allocate(0));

    RangeInputStream(StorageObject object, long offset, long length) {
        this.object = object;
        this.offset = offset;
        this.end = offset + length;
    }

    @Override
    public int read() {
        int value = piece.read();
        return value < 0 && next() ? piece.read() : value;
    }

    @Override
    public int read(byte[] into, int start, int length) {
        int count = piece.read(into, start, length);
        return count < 0 && next() ? piece.read(into, start, length) : count;
    }

    private boolean next() {
        int length = (int) Math.min(PIECE, end - offset);
        if (length == 0) {
            return false;
        }
        try {
            piece = new ByteBufferInputStream(object.read(offset, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offset += length;
        return true;
    }
}
