package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.StorageObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file within a file, such as the TIFF in the Exif of a JPEG. */
record Block(String href, ByteBuffer bytes) implements StorageObject {

    @Override
    public long size() {
        return bytes.remaining();
    }

    @Override
    public @Nullable String etag() {
        return null;
    }

    @Override
    public @Nullable Instant lastModified() {
        return null;
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        int at = (int) Math.min(offset, size());
        return bytes.slice(bytes.position() + at, (int) Math.min(length, size() - at));
    }

    @Override
    public void close() {
        // the file that holds it is closed by who opened that
    }
}
