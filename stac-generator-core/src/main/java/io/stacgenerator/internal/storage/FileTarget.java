package io.stacgenerator.internal.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes local files: {@code file:} URIs and plain paths. Asked last, as {@link FileStorageResolver} is. */
public final class FileTarget implements StorageTarget {

    @Override
    public String id() {
        return "file";
    }

    @Override
    public int order() {
        return FileStorageResolver.LAST;
    }

    @Override
    public boolean supports(String href) {
        return FileStorageResolver.isLocal(href);
    }

    @Override
    public Optional<StoredFile> read(String href, StorageCalls calls) throws IOException {
        Path path = FileStorageResolver.path(href);
        try {
            String version = version(path);
            return Optional.of(StoredFile.of(Files.readAllBytes(path), version));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static String version(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return "%s %d %s".formatted(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) throws IOException {
        Path given = FileStorageResolver.path(href);
        Path target = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException("it is a folder, expected a file");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it is a device, expected a file"); // a file must not take its place
        }
        Files.createDirectories(folder);
        Path part = target.resolveSibling(".%s.part".formatted(UUID.randomUUID())); // a name that is never too long
        return new StagedLocalFile(target, part, Files.newOutputStream(part, CREATE_NEW, WRITE), replaced);
    }
}
