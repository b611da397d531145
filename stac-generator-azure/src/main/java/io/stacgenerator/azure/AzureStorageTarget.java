package io.stacgenerator.azure;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes block blobs of Azure, by the hrefs that {@link AzureStorageResolver} reads. A blob appears when its blocks are
 * committed, under the condition that it is the version that was read, so that two writers do not overwrite each other.
 * The container has to be there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AzureStorageTarget implements StorageTarget {

    private final BlobHrefs hrefs;
    private final ConcurrentHashMap<String, BlobContainerClient> containers = new ConcurrentHashMap<>();

    /**
     * Creates a target by the environment, as {@link AzureOptions#fromEnvironment()} reads it.
     *
     * @throws IllegalArgumentException when a variable is malformed
     */
    public AzureStorageTarget() {
        this(AzureOptions.fromEnvironment());
    }

    /**
     * Creates a target.
     *
     * @param options account and credential
     */
    public AzureStorageTarget(AzureOptions options) {
        hrefs = new BlobHrefs(options);
    }

    @Override
    public String id() {
        return "azure";
    }

    @Override
    public boolean supports(String href) {
        return hrefs.supports(href);
    }

    private BlockBlobClient client(BlobHref blob) {
        AzureCredential credential = blob.isSigned() ? new SasToken(blob.query()) : hrefs.credential(blob);
        String container = blob.endpoint() + "/" + blob.container() + "?" + blob.query();
        return containers
                .computeIfAbsent(container, first -> BlobContainers.client(blob, credential))
                .getBlobClient(blob.name())
                .getBlockBlobClient();
    }

    @Override
    public Optional<StoredFile> read(String href, StorageCalls calls) throws IOException {
        BlobHref blob = hrefs.parse(href);
        return BlobContents.read(blob, client(blob));
    }

    @Override
    public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) {
        BlobHref blob = hrefs.parse(href);
        return new StagedBlob(blob, client(blob), replaced);
    }
}
