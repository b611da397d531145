package io.stacgenerator.internal.geotiff.pixels;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The encoded blocks of an image in its file, fetched in batches so that a remote storage can merge neighbors. */
final class BlockStore {

    private static final int BATCH_BYTES = 4 << 20;
    private static final int BATCH_BLOCKS = 256;
    private static final int HELD_BLOCKS = 4096;

    private final StorageObject object;
    private final TiffBytes bytes;
    private final Tag offsets;
    private final @Nullable Tag byteCounts;
    private final BlockGrid grid;
    private final boolean compressed;
    private final Map<ByteRange, ByteBuffer> held = new HashMap<>();

    BlockStore(StorageObject object, TiffBytes bytes, Ifd ifd, BlockGrid grid) throws IOException {
        this.object = object;
        this.bytes = bytes;
        this.grid = grid;
        this.compressed = ifd.integer(TagId.COMPRESSION, Compression.NONE.code()) != Compression.NONE.code();
        this.offsets = offsets(ifd, grid);
        this.byteCounts = ifd.blockByteCounts();
    }

    private static Tag offsets(Ifd ifd, BlockGrid grid) {
        Tag tag = ifd.blockOffsets();
        if (tag == null || tag.count() < grid.count()) {
            int id = grid.tiled() ? TagId.TILE_OFFSETS : TagId.STRIP_OFFSETS;
            throw invalid("tag %d lists %d blocks, the image has %d", id, tag == null ? 0 : tag.count(), grid.count());
        }
        tag.requireWithinFile();
        return tag;
    }

    /**
     * A block as it is in the file.
     *
     * @param block where it is in the image
     * @param bytes its bytes, or null where it was left out as empty
     */
    record Encoded(Block block, @Nullable InputStream bytes) {}

    /** Takes blocks as they come, those that were fetched together at once. */
    @FunctionalInterface
    interface Sink {

        void blocks(List<Encoded> blocks) throws IOException;
    }

    void read(Iterable<Block> blocks, Sink sink) throws IOException {
        List<Block> batch = new ArrayList<>();
        List<ByteRange> ranges = new ArrayList<>();
        long batchBytes = 0;
        for (Block block : blocks) {
            long offset = offsets.integer(block.index());
            long length = length(block, offset);
            if (batchBytes + length > BATCH_BYTES || batch.size() == BATCH_BLOCKS) {
                deliver(batch, ranges, sink);
                batchBytes = 0;
            }
            if (length > BATCH_BYTES) {
                sink.blocks(List.of(new Encoded(block, new RangeInputStream(object, offset, length))));
            } else {
                batch.add(block);
                ranges.add(new ByteRange(offset, (int) length));
                batchBytes += length;
            }
        }
        deliver(batch, ranges, sink);
    }

    /** Fetches blocks at once that will be read in turns with others, where they are few bytes. */
    void hold(Iterable<Block> blocks) throws IOException {
        List<ByteRange> ranges = new ArrayList<>();
        long sum = 0;
        for (Block block : blocks) {
            long offset = offsets.integer(block.index());
            sum += length(block, offset);
            if (sum > BATCH_BYTES || ranges.size() == HELD_BLOCKS) {
                return;
            }
            ranges.add(new ByteRange(offset, (int) length(block, offset)));
        }
        List<ByteRange> wanted = present(ranges);
        List<ByteBuffer> buffers = read(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            held.put(wanted.get(i), buffers.get(i));
        }
    }

    private void deliver(List<Block> batch, List<ByteRange> ranges, Sink sink) throws IOException {
        List<ByteBuffer> buffers = read(ranges);
        List<Encoded> blocks = new ArrayList<>(batch.size());
        for (int i = 0, at = 0; i < ranges.size(); i++) {
            boolean empty = ranges.get(i).length() == 0;
            blocks.add(new Encoded(batch.get(i), empty ? null : new ByteBufferInputStream(buffers.get(at++))));
        }
        sink.blocks(blocks);
        batch.clear();
        ranges.clear();
    }

    private List<ByteBuffer> read(List<ByteRange> ranges) throws IOException {
        List<ByteRange> wanted = present(ranges);
        List<ByteBuffer> known = wanted.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .map(ByteBuffer::duplicate)
                .toList();
        return known.size() == wanted.size() ? known : object.read(wanted);
    }

    private static List<ByteRange> present(List<ByteRange> ranges) {
        return ranges.stream().filter(range -> range.length() > 0).toList();
    }

    /** Returns the bytes of a block; 0 where it was left out as empty. */
    private long length(Block block, long offset) throws IOException {
        long length = offset == 0 ? 0 : byteCount(block);
        if (!bytes.holds(offset, length)) {
            throw invalid(
                    "block %d has %d bytes at offset %d, but the file has %d bytes",
                    block.index(), length, offset, bytes.size());
        }
        return length;
    }

    /** Some old writers left the tag out where nothing is compressed. */
    private long byteCount(Block block) throws IOException {
        if (byteCounts != null) {
            return byteCounts.integer(block.index());
        }
        if (compressed) {
            throw invalid("it has no byte counts of its compressed blocks");
        }
        return grid.shape().rowBytes() * (grid.tiled() ? grid.shape().height() : block.height());
    }
}
