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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A local folder that is one dataset: a Zarr store. It has no bytes of its own; who reads such folders goes by the
 * path.
 */
final class FolderStorageObject implements StorageObject {

    private final Path path;
    private final String href;
    private final Instant lastModified;

    private FolderStorageObject(Path path, String href, Instant lastModified) {
        this.path = path;
        this.href = href;
        this.lastModified = lastModified;
    }

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

    /**
     * Returns whether a folder is a Zarr store: by the metadata of its root, of version 2 or 3 of the specification.
     */
    static boolean isDataset(Path folder) {
        return Files.isDirectory(folder)
                && Stream.of(".zgroup", ".zarray", ".zmetadata", "zarr.json")
                        .map(folder::resolve)
                        .anyMatch(Files::isRegularFile);
    }

    @Override
    public String href() {
        return href;
    }

    @Override
    public Optional<Path> localPath() {
        return Optional.of(path);
    }

    /** Returns when an entry of the folder was last added or removed. */
    @Override
    public Optional<Instant> lastModified() {
        return Optional.of(lastModified);
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public Optional<String> etag() {
        return Optional.empty();
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        return ByteBuffer.allocate(0);
    }

    @Override
    public void close() {}
}
