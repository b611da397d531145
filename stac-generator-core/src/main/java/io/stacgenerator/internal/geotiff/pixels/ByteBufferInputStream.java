package io.stacgenerator.internal.geotiff.pixels;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads what remains of a buffer. */
final class ByteBufferInputStream extends InputStream {

    private final ByteBuffer buffer;

    ByteBufferInputStream(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int read() {
        return buffer.hasRemaining() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, buffer.remaining());
        if (count == 0 && length > 0) {
            return -1;
        }
        buffer.get(into, offset, count);
        return count;
    }

    /** At once: the default collects small pieces. */
    @Override
    public byte[] readNBytes(int length) {
        byte[] bytes = new byte[Math.min(length, buffer.remaining())];
        buffer.get(bytes);
        return bytes;
    }
}
