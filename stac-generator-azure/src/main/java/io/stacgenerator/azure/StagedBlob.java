package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.stacgenerator.spi.sink.StagedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block blob whose blocks are not committed yet; Azure removes such after a week. */
final class StagedBlob implements StagedFile {

    /** A blob has at most 50,000 blocks: room for 400 GB. */
    private static final int BLOCK = 8 << 20;

    private final BlobHref blob;
    private final BlockBlobClient client;
    private final @Nullable String replaced;
    private final List<String> blocks = new ArrayList<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final OutputStream stream = new Blocks();

    StagedBlob(BlobHref blob, BlockBlobClient client, @Nullable String replaced) {
        this.blob = blob;
        this.client = client;
        this.replaced = replaced;
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    private final class Blocks extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            waiting.write(value);
            stageFull();
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            waiting.write(bytes, start, length);
            stageFull();
        }
    }

    private void stageFull() throws IOException {
        if (waiting.size() >= BLOCK) {
            stage();
        }
    }

    private void stage() throws IOException {
        String id =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
        try {
            client.stageBlockWithResponse(
                    new BlockBlobStageBlockOptions(id, BinaryData.fromBytes(waiting.toByteArray())),
                    null,
                    Context.NONE);
        } catch (BlobStorageException e) {
            throw AzureStorageTarget.failure(blob, e);
        }
        blocks.add(id);
        waiting.reset();
    }

    @Override
    public void commit() throws IOException {
        if (waiting.size() > 0) {
            stage();
        }
        BlobRequestConditions conditions = new BlobRequestConditions();
        if (replaced != null && replaced.isEmpty()) {
            conditions.setIfNoneMatch("*");
        } else if (replaced != null) {
            conditions.setIfMatch(replaced);
        }
        try {
            client.commitBlockListWithResponse(
                    new BlockBlobCommitBlockListOptions(blocks)
                            .setHeaders(new BlobHttpHeaders().setContentType(mediaType()))
                            .setRequestConditions(conditions),
                    null,
                    Context.NONE);
        } catch (BlobStorageException e) {
            throw AzureStorageTarget.failure(blob, e);
        }
    }

    private String mediaType() {
        String name = blob.name().toLowerCase(Locale.ROOT);
        if (name.endsWith("json")) {
            return name.endsWith(".geojson") ? "application/geo+json" : "application/json";
        }
        return name.endsWith("parquet") ? "application/vnd.apache.parquet" : "application/octet-stream";
    }

    /** What was staged and is not committed has no name yet. */
    @Override
    public void discard() {
        waiting.reset();
    }
}
