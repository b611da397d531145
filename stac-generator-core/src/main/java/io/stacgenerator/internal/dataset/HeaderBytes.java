package io.stacgenerator.internal.dataset;

import io.stacgenerator.internal.storage.object.Windows;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file in little-endian order. */
final class HeaderBytes {

    private final Windows windows;

    HeaderBytes(StorageObject object) {
        this.windows = new Windows(object, IndexOutOfBoundsException::new);
    }

    long size() {
        return windows.size();
    }

    /** Returns whether a run of bytes lies within the file. */
    boolean holds(long offset, long length) {
        return windows.holds(offset, length);
    }

    /**
     * Returns a run of bytes.
     *
     * @throws IndexOutOfBoundsException when it is not within the file
     */
    ByteBuffer view(long offset, int length) throws IOException {
        return windows.view(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
