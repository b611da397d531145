package io.stacgenerator.gcs;

import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageReply;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects of Google Cloud Storage, by the hrefs that {@link GcsStorageResolver} reads. An object appears when it
 * is complete, under the condition that it replaces the generation that was read, so that two writers do not overwrite
 * each other. The bucket has to be there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GcsStorageTarget implements StorageTarget {

    private final GcsStorage storage;

    /**
     * Creates a target by the environment, as {@link GcsOptions#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public GcsStorageTarget() {
        this(GcsOptions.fromEnvironment());
    }

    /**
     * Creates a target.
     *
     * @param options credentials and who pays
     */
    public GcsStorageTarget(GcsOptions options) {
        storage = options.storage();
    }

    @Override
    public String id() {
        return "gcs";
    }

    @Override
    public boolean supports(String href) {
        return storage.supports(href);
    }

    @Override
    public Optional<StoredFile> read(String href, StorageCalls calls) throws IOException {
        GcsUpload object = new GcsUpload(storage, storage.parse(href), calls);
        StorageReply reply = object.call("GET", storage.url(object.object()), Map.of(), new byte[0]);
        if (reply.status() == 404 && !reply.text().contains("NoSuchBucket")) {
            return Optional.empty();
        }
        object.require(reply);
        String version = reply.headers().firstValue("x-goog-generation").orElse("");
        return Optional.of(new StoredFile(reply.text(), version));
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) {
        return new StagedObject(new GcsUpload(storage, storage.parse(href), calls), replaced);
    }
}
