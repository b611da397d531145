package io.stacgenerator.internal.storage;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A local folder that is one dataset: a Zarr store. It has no bytes of its own; who reads such folders goes by the
 * path.
 *
 * @param localPath the folder
 * @param href the href to publish
 * @param lastModified when an entry of the folder was last added or removed
 */
record FolderStorageObject(Path localPath, String href, Instant lastModified) implements StorageObject {

    static FolderStorageObject open(Path path, String href) throws IOException {
        return new FolderStorageObject(
                path, href, Files.getLastModifiedTime(path).toInstant());
    }

    /** Tells whether a folder is a Zarr store: by the metadata of its root, of version 2 or 3 of the specification. */
    static boolean isDataset(Path folder) {
        return Files.isDirectory(folder)
                && Stream.of(".zgroup", ".zarray", ".zmetadata", "zarr.json")
                        .map(folder::resolve)
                        .anyMatch(Files::isRegularFile);
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public @Nullable String etag() {
        return null;
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        return ByteBuffer.allocate(0);
    }

    @Override
    public void close() {}
}
