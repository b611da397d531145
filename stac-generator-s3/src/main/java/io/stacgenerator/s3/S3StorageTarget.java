package io.stacgenerator.s3;

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
 * Writes objects of S3, by the hrefs that {@link S3StorageResolver} reads. An object appears when it is complete, under
 * the condition that it replaces the version that was read, so that two writers do not overwrite each other
 * ({@code If-None-Match} and {@code If-Match}). The bucket has to be there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class S3StorageTarget implements StorageTarget {

    private final S3Storage storage;

    /**
     * Creates a target by the environment, as {@link S3Options#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public S3StorageTarget() {
        this(S3Options.fromEnvironment());
    }

    /**
     * Creates a target.
     *
     * @param options region, endpoint and credentials
     */
    public S3StorageTarget(S3Options options) {
        storage = new S3Storage(options);
    }

    @Override
    public String id() {
        return "s3";
    }

    @Override
    public boolean supports(String href) {
        return storage.supports(href);
    }

    @Override
    public Optional<StoredFile> read(String href, StorageCalls calls) throws IOException {
        S3Upload object = new S3Upload(storage, storage.parse(href), calls);
        StorageReply reply = object.call("GET", "", Map.of(), new byte[0]);
        if (reply.status() == 404 && !S3Upload.code(reply).equals("NoSuchBucket")) {
            return Optional.empty();
        }
        object.require(reply);
        String version = reply.headers().firstValue("ETag").orElse("");
        return Optional.of(new StoredFile(reply.text(), version));
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) {
        return new StagedObject(new S3Upload(storage, storage.parse(href), calls), replaced);
    }
}
