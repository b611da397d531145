package io.stacgenerator.internal.geotiff.tiff;

import io.stacgenerator.internal.storage.object.Windows;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file in its byte order, which is big-endian until another one is known. */
public final class TiffBytes {

    private final Windows windows;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    public TiffBytes(StorageObject object) {
        this.windows = new Windows(object, fault -> TiffError.invalid("%s", fault));
    }

    void order(ByteOrder order) {
        this.order = order;
    }

    public ByteOrder order() {
        return order;
    }

    public long size() {
        return windows.size();
    }

    /** Returns whether a run of bytes lies within the file, also for lengths beyond any file. */
    public boolean holds(long offset, long length) {
        return windows.holds(offset, length);
    }

    /** Returns whether a run of bytes has been fetched already. */
    public boolean atHand(long offset, int length) {
        return windows.atHand(offset, length);
    }

    /** Returns a run of bytes in the byte order of the file. */
    public ByteBuffer view(long offset, int length) throws IOException {
        return windows.view(offset, length).order(order);
    }
}
