package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file in memory that keeps what was read of it. */
public final class CountingObject implements StorageObject {

    private final byte[] bytes;
    private final @Nullable Path path;
    private final List<ByteRange> reads = new ArrayList<>();
    private int batches;

    private CountingObject(byte[] bytes, @Nullable Path path) {
        this.bytes = bytes;
        this.path = path;
    }

    public static CountingObject remote(byte[] bytes) {
        return new CountingObject(bytes, null);
    }

    public static CountingObject local(Path path) throws IOException {
        return new CountingObject(Files.readAllBytes(path), path);
    }

    /** Returns each run of bytes that was asked for. */
    public List<ByteRange> reads() {
        return List.copyOf(reads);
    }

    @Override
    public String href() {
        return path == null ? "https://example.com/image.tif" : path.toString();
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
        reads.add(new ByteRange(offset, length));
        int start = (int) Math.min(offset, bytes.length);
        return ByteBuffer.wrap(bytes, start, Math.min(length, bytes.length - start))
                .slice()
                .asReadOnlyBuffer();
    }

    @Override
    public List<ByteBuffer> read(List<ByteRange> ranges) throws IOException {
        batches++;
        return StorageObject.super.read(ranges);
    }

    /** Returns how often several runs were asked for at once. */
    public int batches() {
        return batches;
    }

    @Override
    public Optional<Path> localPath() {
        return Optional.ofNullable(path);
    }

    @Override
    public void close() {}
}
