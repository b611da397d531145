package io.stacgenerator.internal.geotiff.tiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/** The bytes of a file, fetched in windows, the last few of which are kept, so that a header costs few reads. */
public final class TiffBytes {

    public static final int WINDOW = 32 * 1024;
    private static final int KEPT = 8;

    private final StorageObject object;
    private final Deque<Window> windows = new ArrayDeque<>(KEPT);
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    public TiffBytes(StorageObject object) {
        this.object = object;
    }

    void order(ByteOrder order) {
        this.order = order;
    }

    public ByteOrder order() {
        return order;
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

    /** Returns a run of bytes in the byte order of the file. */
    public ByteBuffer view(long offset, int length) throws IOException {
        if (!holds(offset, length)) {
            throw invalid(
                    "it needs %d bytes at offset %s, but the file has %d bytes",
                    length, Long.toUnsignedString(offset), size());
        }
        return window(offset, length).view(offset, length).order(order);
    }

    private Window window(long offset, int length) throws IOException {
        for (Window window : windows) {
            if (window.holds(offset, length)) {
                return window;
            }
        }
        return length > WINDOW ? fetch(offset, length) : keep(fetch(start(offset), WINDOW));
    }

    /** What is asked for at the end of a file has its neighbors in front. */
    private long start(long offset) {
        return Math.max(0, Math.min(offset, size() - WINDOW));
    }

    private Window fetch(long offset, int length) throws IOException {
        int wanted = (int) Math.min(length, size() - offset);
        ByteBuffer buffer = object.read(offset, wanted);
        if (buffer.remaining() < wanted) {
            throw invalid(
                    "it ends after %d bytes, but the storage gave its size as %d", offset + buffer.remaining(), size());
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
