package io.stacgenerator.azure;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads blobs of Azure: {@code az://container/path}, {@code az://container@account/path}, the same with {@code abfs},
 * {@code abfss}, {@code wasb} and {@code wasbs}, where the account may also be a host, and the https URLs of blobs, by
 * {@code .blob.} or {@code .dfs.}.
 *
 * <p>Hrefs are percent-encoded as URLs are; the form that is published is the https URL without signature. Blobs are
 * read by range requests of the generator, with its options for HTTP and under its policy, which needs to allow
 * {@code https} and the host of the account besides {@code az}.
 *
 * @since 0.1.0
 */
public final class AzureStorageResolver implements StorageResolver {

    private final BlobHrefs hrefs;

    /**
     * Creates a resolver by the environment, as {@link AzureOptions#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public AzureStorageResolver() {
        this(AzureOptions.fromEnvironment());
    }

    /**
     * Creates a resolver.
     *
     * @param options account and credential
     */
    public AzureStorageResolver(AzureOptions options) {
        this.hrefs = new BlobHrefs(options);
    }

    @Override
    public String id() {
        return "azure";
    }

    @Override
    public boolean supports(String href) {
        return hrefs.supports(href);
    }

    @Override
    public StorageObject open(String href, StorageContext context) throws IOException {
        BlobHref blob = hrefs.parse(href);
        AzureCredential credential = hrefs.credential(blob);
        return context.openHttp(blob.url(credential), blob.publicHref(), credential.signer());
    }

    @Override
    public String publicHref(String href) {
        return hrefs.parse(href).publicHref();
    }

    @Override
    public Stream<String> list(String prefix, StorageContext context) throws IOException {
        BlobHref blobs = listed(prefix, context);
        return BlobListing.names(blobs, listing(blobs)).map(blobs::sibling);
    }

    @Override
    public List<String> split(String prefix, StorageContext context) throws IOException {
        BlobHref blobs = listed(prefix, context);
        List<String> folders = BlobListing.folders(blobs, listing(blobs));
        return folders.isEmpty()
                ? List.of(prefix)
                : folders.stream().map(blobs::sibling).toList();
    }

    private BlobHref listed(String prefix, StorageContext context) throws IOException {
        BlobHref blobs = hrefs.parse(prefix);
        if (blobs.container().isEmpty()) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF, "%s names no container to list".formatted(blobs.publicHref()));
        }
        context.checkUrl(URI.create(blobs.endpoint()));
        return blobs;
    }

    private AzureCredential listing(BlobHref blobs) {
        return blobs.isSigned() ? new SasToken(blobs.query()) : hrefs.credential(blobs);
    }
}
