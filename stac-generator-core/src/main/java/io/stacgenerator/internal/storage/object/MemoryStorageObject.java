package io.stacgenerator.internal.storage.object;

import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file whose bytes are in memory. */
public final class MemoryStorageObject implements StorageObject {

    private final String href;
    private final byte[] bytes;

    /**
     * Creates an object.
     *
     * @param href the href to publish
     * @param bytes all of its bytes, not copied
     */
    public MemoryStorageObject(String href, byte[] bytes) {
        this.href = href;
        this.bytes = bytes;
    }

    @Override
    public String href() {
        return href;
    }

    @Override
    public long size() {
        return bytes.length;
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
        ByteRange range = Ranges.clip(offset, length, bytes.length);
        return ByteBuffer.wrap(bytes, (int) range.offset(), range.length())
                .slice()
                .asReadOnlyBuffer();
    }

    @Override
    public void close() {}
}
