package io.stacgenerator.internal.storage;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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

    /** Opens a folder; links in it that lead to where the policy does not allow are refused. */
    static FolderStorageObject open(Path path, String href, StoragePolicy policy) throws IOException {
        if (policy != StoragePolicy.open()) {
            checkLinks(path, policy);
        }
        return new FolderStorageObject(
                path, href, Files.getLastModifiedTime(path).toInstant());
    }

    private static void checkLinks(Path folder, StoragePolicy policy) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    policy.checkPath(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
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
