package io.stacgenerator.internal.geotiff.pixels;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.codec.BlockDecoder;
import io.stacgenerator.internal.geotiff.codec.BlockShape;
import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.codec.JpegDecoder;
import io.stacgenerator.internal.geotiff.codec.Predictor;
import io.stacgenerator.internal.geotiff.codec.SampleUnpacker;
import io.stacgenerator.internal.geotiff.codec.Samples;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.pixels.BlockStore.Encoded;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the samples of an image, row by row, so that memory does not grow with the size of its blocks. */
final class BlockReader implements AutoCloseable {

    private static final int MAX_ROW_SAMPLES = 1 << 21;

    private final BlockGrid grid;
    private final BlockStore store;
    private final BlockDecoder decoder;
    private final Predictor predictor;
    private final SampleUnpacker unpacker;
    private final boolean compressed;
    private final byte[] row;

    private BlockReader(
            BlockGrid grid,
            BlockStore store,
            boolean compressed,
            BlockDecoder decoder,
            Predictor predictor,
            SampleUnpacker unpacker) {
        this.grid = grid;
        this.store = store;
        this.decoder = decoder;
        this.predictor = predictor;
        this.unpacker = unpacker;
        this.compressed = compressed;
        this.row = new byte[(int) grid.shape().rowBytes()];
    }

    /** Opens the pixels of an image; empty where they are compressed or packed in a way that is not supported. */
    static Optional<BlockReader> open(StorageObject object, TiffBytes bytes, Ifd ifd) throws IOException {
        SampleLayout samples = SampleLayout.of(ifd);
        BlockGrid grid = BlockGrid.of(ifd, samples);
        BlockShape shape = grid.shape();
        Optional<Compression> compression = Compression.of(samples.compression());
        if (compression.isEmpty() || !plain(ifd, samples) || (long) shape.width() * shape.samples() > MAX_ROW_SAMPLES) {
            return Optional.empty();
        }
        int code = predicting(compression.get()) ? ifd.integer(TagId.PREDICTOR, Predictor.NONE) : Predictor.NONE;
        ByteOrder order = code == Predictor.FLOATING_POINT ? ByteOrder.BIG_ENDIAN : bytes.order();
        boolean summed = code == Predictor.HORIZONTAL
                && shape.samples() == 1
                && SampleUnpacker.sums(samples.dataType(), samples.bits());
        Optional<Predictor> predictor = Predictor.of(summed ? Predictor.NONE : code, shape, order);
        Optional<SampleUnpacker> unpacker =
                SampleUnpacker.of(samples.dataType(), samples.bits(), order, shape.width() * shape.samples(), summed);
        if (predictor.isEmpty() || unpacker.isEmpty()) {
            return Optional.empty();
        }
        BlockStore store = new BlockStore(object, bytes, ifd, grid);
        return BlockDecoder.of(compression.get(), shape, jpeg(ifd, samples))
                .map(decoder -> new BlockReader(
                        grid, store, compression.get() != Compression.NONE, decoder, predictor.get(), unpacker.get()));
    }

    /** Bits in reverse order and subsampled colors outside of JPEG are rare, and not supported. */
    private static boolean plain(Ifd ifd, SampleLayout samples) throws IOException {
        boolean subsampled = samples.photometric() == SampleLayout.YCBCR
                && samples.compression() != Compression.JPEG.code()
                && !Arrays.equals(ifd.integers(TagId.YCBCR_SUBSAMPLING), new long[] {1, 1});
        return ifd.integer(TagId.FILL_ORDER, 1) == 1 && !subsampled;
    }

    private static boolean predicting(Compression compression) {
        return switch (compression) {
            case LZW, DEFLATE, OLD_DEFLATE, ZSTD -> true;
            default -> false;
        };
    }

    private static JpegDecoder.Settings jpeg(Ifd ifd, SampleLayout samples) throws IOException {
        Tag tables = ifd.tag(TagId.JPEG_TABLES);
        boolean ycbcr = samples.photometric() == SampleLayout.YCBCR;
        return new JpegDecoder.Settings(tables == null ? new byte[0] : tables.raw(), ycbcr);
    }

    BlockGrid grid() {
        return grid;
    }

    /** Takes the samples of blocks. */
    interface Sink {

        /** Returns whether it matters what is in a row. */
        default boolean wants(Block block, int y) {
            return true;
        }

        /** Takes a row: the samples of {@link Block#width} pixels, those of a pixel side by side. */
        void row(Block block, int y, Samples samples);

        /** Takes a block that was left out of the file as empty. */
        void empty(Block block);
    }

    void read(Iterable<Block> blocks, Sink sink) throws IOException {
        fetch(blocks, fetched -> decode(fetched, sink));
    }

    /** Reads blocks without decoding them. */
    void fetch(Iterable<Block> blocks, BlockStore.Sink sink) throws IOException {
        store.read(blocks, sink);
    }

    /** Decodes blocks that this or another reader of the image has fetched. */
    void decode(List<Encoded> blocks, Sink sink) throws IOException {
        for (Encoded encoded : blocks) {
            decode(encoded.block(), encoded.bytes(), sink);
        }
    }

    /** Prepares to read blocks in turns with those of another image. */
    void hold(Iterable<Block> blocks) throws IOException {
        store.hold(blocks);
    }

    private void decode(Block block, @Nullable InputStream encoded, Sink sink) throws IOException {
        if (encoded == null) {
            AssetBudget.decoded(
                    (long) block.width() * block.height() * grid.shape().samples());
            sink.empty(block);
            return;
        }
        InputStream in = decoding(block, () -> decoder.decode(encoded));
        int count = block.width() * grid.shape().samples();
        for (int y = 0; y < block.height(); y++) {
            AssetBudget.decoded(count);
            requireRow(block, decoding(block, () -> in.readNBytes(row, 0, row.length)), y);
            if (sink.wants(block, block.top() + y)) {
                predictor.restore(row);
                sink.row(block, block.top() + y, unpacker.unpack(row, count));
            }
        }
        if (compressed && block.height() == grid.shape().height() && decoding(block, in::read) >= 0) {
            throw invalid(
                    "block %d expands to more than %d bytes",
                    block.index(), grid.shape().bytes());
        }
    }

    private void requireRow(Block block, int length, int y) {
        if (length < row.length) {
            throw invalid("block %d ends in row %d of %d", block.index(), y + 1, block.height());
        }
    }

    /** Distinguishes corrupt data from a storage that fails, which {@link RangeInputStream} reports unchecked. */
    private static <T> T decoding(Block block, Decoding<T> step) throws IOException {
        try {
            return step.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            throw invalid("block %d cannot be decoded: %s", block.index(), e);
        }
    }

    /** A step that fails where the data are corrupt. */
    @FunctionalInterface
    private interface Decoding<T> {
        T run() throws IOException;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
