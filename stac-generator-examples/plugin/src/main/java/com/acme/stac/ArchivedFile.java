package com.acme.stac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** An open file of the archive; reads at positions, so that several threads may share it. */
final class ArchivedFile implements StorageObject {

    private final String href;
    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final FileTime lastModified;

    ArchivedFile(String href, Path file) throws IOException {
        this.href = href;
        this.file = file;
        this.channel = FileChannel.open(file);
        this.size = channel.size();
        this.lastModified = Files.getLastModifiedTime(file);
    }

    @Override
    public String href() {
        return href;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Optional<String> etag() {
        return Optional.of(size + "-" + lastModified.toMillis());
    }

    @Override
    public Optional<Instant> lastModified() {
        return Optional.of(lastModified.toInstant());
    }

    @Override
    public ByteBuffer read(long offset, int length) throws IOException {
        ByteRange range = new ByteRange(offset, length);
        if (channel.size() != size
                || Files.size(file) != size
                || !Files.getLastModifiedTime(file).equals(lastModified)) {
            throw new StacGeneratorException(
                    ErrorCode.ASSET_CHANGED, "%s was replaced while it was read".formatted(href));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size - range.offset())));
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // a channel may return less than asked for
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
