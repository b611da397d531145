package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.pixels.BlockStore.Encoded;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Readers of one image: the first fetches blocks, and each decodes its share of those that were fetched together, where
 * the image is large, on the threads of the request.
 */
final class BlockReaders implements AutoCloseable {

    private static final int MAX_THREADS = 4;
    private static final long LARGE_IMAGE = 4 << 20;
    private static final long SMALL_BLOCK = 4 << 20;

    private final List<BlockReader> readers;
    private final GenerationContext context;

    /** Held for reading while a share is decoded, so that no decoder is closed, and its memory freed, under it. */
    private final ReadWriteLock decoding = new ReentrantReadWriteLock();

    private BlockReaders(List<BlockReader> readers, GenerationContext context) {
        this.readers = readers;
        this.context = context;
    }

    /** Opens the pixels of an image; empty where they are compressed or packed in a way that is not supported. */
    static Optional<BlockReaders> open(StorageObject object, TiffBytes bytes, Ifd ifd, GenerationContext context)
            throws IOException {
        Optional<BlockReader> first = BlockReader.open(object, bytes, ifd);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<BlockReader> readers = new ArrayList<>(List.of(first.get()));
        for (int count = threads(first.get().grid()); readers.size() < count; ) {
            readers.add(BlockReader.open(object, bytes, ifd).orElseThrow());
        }
        return Optional.of(new BlockReaders(readers, context));
    }

    private static int threads(BlockGrid grid) {
        boolean large = grid.count() * grid.shape().bytes() >= LARGE_IMAGE && grid.count() >= MAX_THREADS;
        return large && grid.shape().bytes() <= SMALL_BLOCK
                ? Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors())
                : 1;
    }

    int size() {
        return readers.size();
    }

    BlockReader first() {
        return readers.get(0);
    }

    /** Reads blocks into as many sinks as there are readers, each of which is used by one thread at a time. */
    void read(Iterable<Block> blocks, List<? extends BlockReader.Sink> sinks) throws IOException {
        if (readers.size() == 1) {
            first().read(blocks, sinks.get(0));
        } else {
            first().fetch(blocks, fetched -> decode(fetched, sinks));
        }
    }

    private void decode(List<Encoded> fetched, List<? extends BlockReader.Sink> sinks) throws IOException {
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            BlockReader reader = readers.get(i);
            BlockReader.Sink sink = sinks.get(i);
            List<Encoded> share =
                    fetched.subList(fetched.size() * i / readers.size(), fetched.size() * (i + 1) / readers.size());
            shares.add(AssetBudget.carried(() -> decode(reader, share, sink)));
        }
        try {
            context.runAll(shares);
        } catch (IOException | RuntimeException e) {
            AssetBudget.cancel();
            throw e;
        }
    }

    private Boolean decode(BlockReader reader, List<Encoded> share, BlockReader.Sink sink) throws IOException {
        decoding.readLock().lock();
        try {
            reader.decode(share, sink);
            return true;
        } finally {
            decoding.readLock().unlock();
        }
    }

    /** Waits for shares that are given up, which stop at their next check. */
    @Override
    public void close() {
        decoding.writeLock().lock();
        try {
            readers.forEach(BlockReader::close);
        } finally {
            decoding.writeLock().unlock();
        }
    }
}
