package io.stacgenerator.internal.geotiff.pixels;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.codec.BlockDecoder;
import io.stacgenerator.internal.geotiff.codec.BlockShape;
import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.codec.JpegDecoder;
import io.stacgenerator.internal.geotiff.codec.Predictor;
import io.stacgenerator.internal.geotiff.codec.SampleUnpacker;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.StorageObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the samples of an image, row by row, so that memory does not grow with the size of its blocks. */
final class BlockReader implements AutoCloseable {

    private static final int MAX_ROW_SAMPLES = 1 << 21;

    private final SampleLayout samples;
    private final BlockGrid grid;
    private final BlockStore store;
    private final BlockDecoder decoder;
    private final Predictor predictor;
    private final SampleUnpacker unpacker;
    private final boolean compressed;
    private final byte[] row;
    private final double[] values;

    private BlockReader(
            SampleLayout samples,
            BlockGrid grid,
            BlockStore store,
            BlockDecoder decoder,
            Predictor predictor,
            SampleUnpacker unpacker) {
        this.samples = samples;
        this.grid = grid;
        this.store = store;
        this.decoder = decoder;
        this.predictor = predictor;
        this.unpacker = unpacker;
        this.compressed = samples.compression() != Compression.NONE.code();
        this.row = new byte[(int) grid.shape().rowBytes()];
        this.values = new double[grid.shape().width() * grid.shape().samples()];
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
        int code = ifd.integer(TagId.PREDICTOR, Predictor.NONE);
        ByteOrder order = code == Predictor.FLOATING_POINT ? ByteOrder.BIG_ENDIAN : bytes.order();
        Optional<Predictor> predictor = Predictor.of(predicting(compression.get()) ? code : 1, shape, order);
        Optional<SampleUnpacker> unpacker = SampleUnpacker.of(samples.dataType(), samples.bits(), order);
        if (predictor.isEmpty() || unpacker.isEmpty()) {
            return Optional.empty();
        }
        BlockStore store = new BlockStore(object, bytes, ifd, grid);
        return BlockDecoder.of(compression.get(), shape, jpeg(ifd, samples))
                .map(decoder -> new BlockReader(samples, grid, store, decoder, predictor.get(), unpacker.get()));
    }

    /** Bits in reverse order and subsampled colours outside of JPEG are rare, and not supported. */
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

    SampleLayout samples() {
        return samples;
    }

    /** Takes the samples of blocks. */
    interface Sink {

        /** Takes a row: the samples of {@link Block#width} pixels, those of a pixel side by side. */
        void row(Block block, int y, double[] values);

        /** Takes a block that was left out of the file as empty. */
        void empty(Block block);
    }

    void read(Iterable<Block> blocks, Sink sink) throws IOException {
        store.read(blocks, (block, encoded) -> decode(block, encoded, sink));
    }

    private void decode(Block block, @Nullable InputStream encoded, Sink sink) throws IOException {
        if (encoded == null) {
            sink.empty(block);
            return;
        }
        try {
            rows(block, decoder.decode(encoded), sink);
        } catch (StacGeneratorException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            throw corrupt(block, e);
        }
    }

    private void rows(Block block, InputStream in, Sink sink) throws IOException {
        int count = block.width() * grid.shape().samples();
        ByteBuffer buffer = ByteBuffer.wrap(row);
        for (int y = 0; y < block.height(); y++) {
            if (in.readNBytes(row, 0, row.length) < row.length) {
                throw new EOFException("the data end in row %d of %d".formatted(y + 1, block.height()));
            }
            predictor.restore(row);
            unpacker.unpack(buffer, values, count);
            sink.row(block, block.top() + y, values);
        }
        boolean full = block.height() == grid.shape().height();
        if (compressed && full && in.read() >= 0) {
            throw new IOException("the data expand to more than %d bytes"
                    .formatted(grid.shape().bytes()));
        }
    }

    private static StacGeneratorException corrupt(Block block, Exception cause) {
        return invalid("block %d cannot be decoded: %s", block.index(), cause);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
