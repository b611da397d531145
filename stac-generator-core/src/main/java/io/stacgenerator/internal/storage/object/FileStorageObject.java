package io.stacgenerator.internal.storage.object;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A local file: positional reads on one channel.
 *
 * <p>Other readers may go by the path. So a file that is written to, or gives its name to another, while it is read is
 * reported as changed: by its size, its time of modification and, where the file system has one, its key. A file that
 * is deleted can be read on.
 */
public final class FileStorageObject implements StorageObject {

    private final Path path;
    private final String href;
    private final FileChannel channel;
    private final long size;
    private final BasicFileAttributes opened;
    private volatile boolean changed;

    private FileStorageObject(Path path, String href, FileChannel channel, BasicFileAttributes opened)
            throws IOException {
        this.path = path;
        this.href = href;
        this.channel = channel;
        this.size = channel.size();
        this.opened = opened;
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
        BasicFileAttributes opened = attributes(path);
        FileChannel channel = FileChannel.open(path);
        try {
            return new FileStorageObject(path, href, channel, opened);
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
    public Optional<String> etag() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastModified() {
        return Optional.of(opened.lastModifiedTime().toInstant());
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
            changed = true;
            throw new StacGeneratorException(
                    ErrorCode.ASSET_CHANGED,
                    "%s had %d bytes when it was opened and has %d now".formatted(href, size, channel.size()));
        }
        requireSame();
        return buffer.flip();
    }

    private void requireSame() throws IOException {
        BasicFileAttributes now;
        try {
            now = attributes(path);
        } catch (NoSuchFileException e) {
            return;
        }
        if (now.size() != size
                || !now.lastModifiedTime().equals(opened.lastModifiedTime())
                || !Objects.equals(now.fileKey(), opened.fileKey())) {
            changed = true;
            throw new StacGeneratorException(
                    ErrorCode.ASSET_CHANGED,
                    "%s was written to while it was read: %d bytes of %s when it was opened, now %d bytes of %s"
                            .formatted(href, size, opened.lastModifiedTime(), now.size(), now.lastModifiedTime()));
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    @Override
    public Optional<Path> localPath() {
        return Optional.of(path).filter(each -> each.getFileSystem().equals(FileSystems.getDefault()));
    }

    /** Looks once more, unless a change is reported already: who goes by the path has read since. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            if (!changed) {
                requireSame();
            }
        }
    }
}
