package io.stacgenerator.internal.sink;

import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of all storages that are written to. Thread-safe. */
public final class TargetFiles {

    private final List<StorageTarget> storages;
    private final StorageCalls calls;

    /**
     * Creates it.
     *
     * @param storages the storages in the order in which they are asked
     * @param calls calls them
     */
    public TargetFiles(List<StorageTarget> storages, StorageCalls calls) {
        this.storages = List.copyOf(storages);
        this.calls = calls;
    }

    Optional<StoredFile> read(String href) {
        try {
            return storage(href).read(href, calls);
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        }
    }

    StagedFile create(String href, @Nullable String replaced) {
        try {
            return storage(href).create(href, replaced, calls);
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        }
    }

    /**
     * Writes a file, in place of one that is there.
     *
     * @param href its place
     * @param bytes all of it
     * @throws io.stacgenerator.StacGeneratorException when it cannot be written, or no installed storage supports the
     *     href
     */
    public void write(String href, byte[] bytes) {
        StagedFile file = create(href, null);
        try {
            file.stream().write(bytes);
            file.commit();
        } catch (IOException e) {
            throw WriteFailures.of(href, e);
        } finally {
            file.discard();
        }
    }

    private StorageTarget storage(String href) {
        return storages.stream()
                .filter(storage -> storage.supports(href))
                .findFirst()
                .orElseThrow(
                        () -> Sinks.invalid("no installed storage writes to %s".formatted(Secrets.published(href))));
    }
}
