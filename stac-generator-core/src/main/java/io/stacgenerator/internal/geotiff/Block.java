package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.StorageObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** A file within a file, such as the TIFF in the Exif of a JPEG. */
record Block(String href, ByteBuffer bytes) implements StorageObject {

    @Override
    public long size() {
        return bytes.remaining();
    }

    @Override
    public Optional<String> etag() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastModified() {
        return Optional.empty();
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
