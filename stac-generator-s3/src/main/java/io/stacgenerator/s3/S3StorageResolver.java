package io.stacgenerator.s3;

import io.stacgenerator.spi.HttpListing;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads objects of Amazon S3 and of storages that speak like it: {@code s3://bucket/key}, the same with {@code s3a} and
 * {@code s3n}, and the URLs of an endpoint that is set, {@code https://endpoint/bucket/key}. A query may have a
 * {@code versionId}.
 *
 * <p>Hrefs are percent-encoded as URLs are. Objects are read by range requests of the generator, with its options for
 * HTTP and under its policy, which needs to allow {@code https} and the host of the bucket besides {@code s3}. The URLs
 * of AWS itself are not of this resolver: they are requested as they stand.
 *
 * @since 0.1.0
 */
public final class S3StorageResolver implements StorageResolver {

    private final S3Storage storage;

    /**
     * Creates a resolver by the environment, as {@link S3Options#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public S3StorageResolver() {
        this(S3Options.fromEnvironment());
    }

    /**
     * Creates a resolver.
     *
     * @param options region, endpoint and credentials
     */
    public S3StorageResolver(S3Options options) {
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
    public StorageObject open(String href, StorageContext context) throws IOException {
        S3Href object = storage.parse(href);
        return context.openHttp(storage.url(object), storage.publicHref(object), storage.signer(object.bucket()));
    }

    /**
     * Returns the form that may be published.
     *
     * @param href a supported href, or the URL of AWS that was published for one
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
        return new S3Listing(storage, storage.parse(prefix)).over(context);
    }
}
