package io.stacgenerator.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;

/**
 * Reads blobs by the SDK. Apart from the target, because whatever catches exceptions of the SDK has its jars loaded,
 * and their signatures verified, which takes a fifth of the start of a process that writes no blobs.
 */
final class BlobContents {

    private BlobContents() {}

    static Optional<StoredFile> read(BlobHref blob, BlockBlobClient client) throws IOException {
        try {
            BlobDownloadContentResponse response = client.downloadContentWithResponse(null, null, null, Context.NONE);
            return Optional.of(StoredFile.of(
                    response.getValue().toBytes(),
                    response.getDeserializedHeaders().getETag()));
        } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
                return Optional.empty();
            }
            throw failure(blob, e);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Its message names the blob without signature; that of the SDK repeats the whole answer. */
    static IOException failure(BlobHref blob, BlobStorageException e) {
        int status = e.getStatusCode();
        IOException failure = switch (status) {
            case 401, 403 -> new AccessDeniedException(blob.publicHref());
            case 409, 412 ->
                new IOException("someone else has changed %s meanwhile; try again".formatted(blob.publicHref()));
            default -> new IOException("status %d, %s".formatted(status, e.getErrorCode()));
        };
        failure.initCause(e);
        return failure;
    }
}
