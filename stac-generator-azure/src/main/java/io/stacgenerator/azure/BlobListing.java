package io.stacgenerator.azure;

import com.azure.core.http.rest.PagedIterable;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The blobs whose names start with a prefix, page by page, without the folders of hierarchical accounts. */
final class BlobListing implements Iterator<BlobItem> {

    private final BlobHref prefix;
    private final Iterator<BlobItem> blobs;

    private BlobListing(
            BlobHref prefix,
            AzureCredential credential,
            BiFunction<BlobContainerClient, ListBlobsOptions, PagedIterable<BlobItem>> list) {
        this.prefix = prefix;
        ListBlobsOptions options = new ListBlobsOptions()
                .setPrefix(prefix.name())
                .setDetails(new BlobListDetails().setRetrieveMetadata(true));
        blobs = translated(() ->
                list.apply(BlobContainers.client(prefix, credential), options).iterator());
    }

    /** Returns the names of blobs. */
    static Stream<String> names(BlobHref prefix, AzureCredential credential) {
        return new BlobListing(prefix, credential, (client, options) -> client.listBlobs(options, null))
                .stream().map(BlobItem::getName);
    }

    /** Returns the start of names up to the next slash; none when a blob has no such slash in its name. */
    static List<String> folders(BlobHref prefix, AzureCredential credential) {
        List<String> folders = new ArrayList<>();
        BlobListing level = new BlobListing(
                prefix, credential, (client, options) -> client.listBlobsByHierarchy("/", options, null));
        // The first blob ends it, so that a flat container of millions costs one page.
        boolean split = level.stream().allMatch(blob -> isPrefix(blob) && folders.add(blob.getName()));
        return split ? folders : List.of();
    }

    private static boolean isPrefix(BlobItem blob) {
        return Boolean.TRUE.equals(blob.isPrefix());
    }

    private Stream<BlobItem> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .filter(blob -> !isFolder(blob));
    }

    private static boolean isFolder(BlobItem blob) {
        Map<String, String> metadata = blob.getMetadata();
        return metadata != null && "true".equals(metadata.get("hdi_isfolder"));
    }

    @Override
    public boolean hasNext() {
        return translated(blobs::hasNext);
    }

    @Override
    public BlobItem next() {
        return translated(blobs::next);
    }

    private <T> T translated(Supplier<T> step) {
        try {
            return step.get();
        } catch (BlobStorageException e) {
            String reason = "%s cannot be listed: status %d, %s"
                    .formatted(prefix.publicHref(), e.getStatusCode(), e.getErrorCode());
            throw new StacGeneratorException(code(e.getStatusCode()), reason, e);
        } catch (RuntimeException e) {
            throw unwrapped(e);
        }
    }

    /** The SDK wraps what its parts throw, some of it more than once. */
    private static RuntimeException unwrapped(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StacGeneratorException known) {
                return known;
            }
            if (cause instanceof IOException known) {
                return new UncheckedIOException(known);
            }
        }
        return e;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401, 403, 409 -> ErrorCode.ACCESS_DENIED;
            case 400, 404 -> ErrorCode.NOT_FOUND;
            default -> ErrorCode.STORAGE_UNAVAILABLE;
        };
    }
}
