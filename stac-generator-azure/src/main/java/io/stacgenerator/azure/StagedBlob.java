package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.stacgenerator.spi.sink.PartedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block blob whose blocks are not committed yet; Azure removes such after a week. */
final class StagedBlob extends PartedFile {

    /** A blob has at most 50,000 blocks: room for 400 GB. */
    private static final int BLOCK = 8 << 20;

    private final BlobHref blob;
    private final BlockBlobClient client;
    private final @Nullable String replaced;
    private final List<String> blocks = new ArrayList<>();

    StagedBlob(BlobHref blob, BlockBlobClient client, @Nullable String replaced) {
        super(BLOCK);
        this.blob = blob;
        this.client = client;
        this.replaced = replaced;
    }

    @Override
    protected void send(byte[] part) throws IOException {
        String id =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
        try {
            client.stageBlockWithResponse(
                    new BlockBlobStageBlockOptions(id, BinaryData.fromBytes(part)), null, Context.NONE);
        } catch (BlobStorageException e) {
            throw BlobContents.failure(blob, e);
        }
        blocks.add(id);
    }

    @Override
    protected void finish(byte[] part) throws IOException {
        if (part.length > 0) {
            send(part);
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
                            .setHeaders(new BlobHttpHeaders().setContentType(mediaType(blob.name())))
                            .setRequestConditions(conditions),
                    null,
                    Context.NONE);
        } catch (BlobStorageException e) {
            throw BlobContents.failure(blob, e);
        }
    }

    /** The names of blocks are random, so that they tell whose blob it is. */
    @Override
    protected boolean isStored(byte[] part) {
        try {
            return !blocks.isEmpty()
                    && client.listBlocks(BlockListType.COMMITTED).getCommittedBlocks().stream()
                            .map(Block::getName)
                            .toList()
                            .equals(blocks);
        } catch (BlobStorageException e) {
            return false; // the failure that led here is reported
        }
    }

    /** What was staged and is not committed has no name. */
    @Override
    public void discard() {}
}
