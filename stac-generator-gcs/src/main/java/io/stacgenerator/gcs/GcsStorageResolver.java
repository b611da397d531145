package io.stacgenerator.gcs;

import io.stacgenerator.spi.HttpListing;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads objects of Google Cloud Storage: {@code gs://bucket/object}, with {@code ?generation=} or {@code #} and the
 * number of a version.
 *
 * <p>Hrefs are percent-encoded as URLs are. Objects are read by range requests of the generator, with its options for
 * HTTP and under its policy, which needs to allow {@code https} and the host {@code storage.googleapis.com} besides
 * {@code gs}. The URLs of Google are not of this resolver: they are requested as they stand.
 *
 * @since 0.1.0
 */
public final class GcsStorageResolver implements StorageResolver {

    private final GcsStorage storage;

    /**
     * Creates a resolver by the environment, as {@link GcsOptions#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public GcsStorageResolver() {
        this(GcsOptions.fromEnvironment());
    }

    /**
     * Creates a resolver.
     *
     * @param options credentials and who pays
     */
    public GcsStorageResolver(GcsOptions options) {
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
    public StorageObject open(String href, StorageContext context) throws IOException {
        GcsHref object = storage.parse(href);
        return context.openHttp(storage.url(object), storage.publicHref(object), storage.access());
    }

    /**
     * Returns the form that may be published.
     *
     * @param href a supported href, or the URL of Google that was published for one
     */
    @Override
    public String publicHref(String href) {
        return supports(href) ? storage.publicHref(storage.parse(href)) : href;
    }

    @Override
    public Stream<String> list(String prefix, StorageContext context) throws IOException {
        return listing(prefix, context).objects();
    }

    @Override
    public List<String> split(String prefix, StorageContext context) throws IOException {
        List<String> folders = listing(prefix, context).folders();
        return folders.isEmpty() ? List.of(prefix) : folders;
    }

    private HttpListing listing(String prefix, StorageContext context) {
        return new GcsListing(storage, storage.parse(prefix)).over(context);
    }
}
