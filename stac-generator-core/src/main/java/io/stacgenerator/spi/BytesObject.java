package io.stacgenerator.spi;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** A file whose bytes are in memory. */
final class BytesObject implements StorageObject {

    private final String href;
    private final byte[] bytes;

    BytesObject(String href, byte[] bytes) {
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
    public Optional<String> etag() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastModified() {
        return Optional.empty();
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        ByteRange range = new ByteRange(offset, length);
        int start = (int) Math.min(range.offset(), bytes.length);
        int end = (int) Math.min(range.end(), bytes.length);
        return ByteBuffer.wrap(bytes, start, end - start).slice().asReadOnlyBuffer();
    }

    @Override
    public void close() {}
}
