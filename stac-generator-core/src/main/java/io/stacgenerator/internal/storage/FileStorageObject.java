package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A local file: positional reads on one channel.
 *
 * <p>The channel keeps to the file that was opened when another takes its name. A file that grows or shrinks under the
 * reader is reported as changed.
 */
public final class FileStorageObject implements StorageObject {

    private final Path path;
    private final String href;
    private final FileChannel channel;
    private final long size;
    private final Instant lastModified;

    private FileStorageObject(Path path, String href, FileChannel channel, Instant lastModified) throws IOException {
        this.path = path;
        this.href = href;
        this.channel = channel;
        this.size = channel.size();
        this.lastModified = lastModified;
    }

    /**
     * Opens a file.
     *
     * @param path the file, of any file system
     * @param href the href to publish
     * @return the object; the caller closes it
     * @throws IOException when it cannot be opened
     */
    public static FileStorageObject open(Path path, String href) throws IOException {
        Instant lastModified = Files.getLastModifiedTime(path).toInstant();
        FileChannel channel = FileChannel.open(path);
        try {
            return new FileStorageObject(path, href, channel, lastModified);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
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
    public @Nullable String etag() {
        return null;
    }

    @Override
    public Instant lastModified() {
        return lastModified;
    }

    @Override
    public ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(Ranges.clip(offset, length, size).length());
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer, offset + buffer.position());
        }
        if (count < 0 || channel.size() != size) {
            throw new StacGeneratorException(
                    ErrorCode.ASSET_CHANGED,
                    "%s had %d bytes when it was opened and has %d now".formatted(href, size, channel.size()));
        }
        return buffer.flip();
    }

    @Override
    public @Nullable Path localPath() {
        return path.getFileSystem().equals(FileSystems.getDefault()) ? path : null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
