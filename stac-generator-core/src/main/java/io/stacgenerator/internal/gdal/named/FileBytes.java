package io.stacgenerator.internal.gdal.named;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The bytes of a local file, read where a format says that something lies.
 *
 * @param channel the open file
 * @param size its size
 */
public record FileBytes(FileChannel channel, long size) implements Closeable {

    /** As large as the largest block of a heap of HDF5; other structures have some kilobytes. */
    private static final long LONGEST = 1 << 24;

    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new FileBytes(channel, channel.size());
    }

    /**
     * Reads bytes, in little-endian order.
     *
     * @throws EOFException when the file ends before
     * @throws IllegalArgumentException for a length that no structure has
     */
    public ByteBuffer read(long at, long length) throws IOException {
        if (at < 0 || length < 0 || length > LONGEST) {
            throw new IllegalArgumentException("%d bytes at %d".formatted(length, at));
        }
        if (at > size || length > size - at) {
            throw new EOFException("it has %d bytes, but should have %d at %d".formatted(size, length, at));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // a read may return less than there is
        }
        return bytes.flip();
    }

    /** Returns whether bytes stand at a place. */
    public boolean has(long at, byte[] expected) throws IOException {
        return at >= 0
                && at <= size - expected.length
                && read(at, expected.length).equals(ByteBuffer.wrap(expected));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
