package io.stacgenerator.internal.storage.object;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * The bytes of a file, fetched in windows, the last few of which are kept, so that a header costs few reads. Not
 * thread-safe.
 */
public final class Windows {

    /** Holds most headers whole, and costs a remote storage little more than the first byte. */
    private static final int SIZE = 32 * 1024;

    private static final int KEPT = 8;

    private final StorageObject object;
    private final Function<String, RuntimeException> fault;
    private final Deque<Window> windows = new ArrayDeque<>(KEPT);

    /**
     * Creates it; nothing is read yet.
     *
     * @param object the file
     * @param fault makes of a sentence what is thrown when the file is too short
     */
    public Windows(StorageObject object, Function<String, RuntimeException> fault) {
        this.object = object;
        this.fault = fault;
    }

    public long size() {
        return object.size();
    }

    /** Returns whether a run of bytes lies within the file, also for lengths beyond any file. */
    public boolean holds(long offset, long length) {
        return offset >= 0 && length >= 0 && length <= size() - offset;
    }

    /** Returns whether a run of bytes has been fetched already. */
    public boolean atHand(long offset, int length) {
        return windows.stream().anyMatch(window -> window.holds(offset, length));
    }

    /** Returns a run of bytes, in big-endian order. */
    public ByteBuffer view(long offset, int length) throws IOException {
        if (!holds(offset, length)) {
            throw fault.apply("it needs %d bytes at offset %s, but the file has %d bytes"
                    .formatted(length, Long.toUnsignedString(offset), size()));
        }
        return window(offset, length).view(offset, length);
    }

    private Window window(long offset, int length) throws IOException {
        for (Window window : windows) {
            if (window.holds(offset, length)) {
                return window;
            }
        }
        return length > SIZE ? fetch(offset, length) : keep(fetch(start(offset), SIZE));
    }

    /** What is asked for at the end of a file has its neighbors in front. */
    private long start(long offset) {
        return Math.max(0, Math.min(offset, size() - SIZE));
    }

    private Window fetch(long offset, int length) throws IOException {
        int wanted = (int) Math.min(length, size() - offset);
        ByteBuffer buffer = object.read(offset, wanted);
        if (buffer.remaining() < wanted) {
            throw fault.apply("it ends after %d bytes, but the storage gave its size as %d"
                    .formatted(offset + buffer.remaining(), size()));
        }
        return new Window(offset, buffer);
    }

    private Window keep(Window window) {
        if (windows.size() == KEPT) {
            windows.removeLast();
        }
        windows.addFirst(window);
        return window;
    }

    private record Window(long start, ByteBuffer bytes) {

        boolean holds(long offset, int length) {
            return offset >= start && offset + length <= start + bytes.remaining();
        }

        ByteBuffer view(long offset, int length) {
            return bytes.slice(bytes.position() + (int) (offset - start), length);
        }
    }
}
