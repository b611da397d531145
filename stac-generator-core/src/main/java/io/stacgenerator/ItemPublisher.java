package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Publishes Items one by one: when a call returns, its Item is at the target. Items that several threads publish at a
 * time go there together. Thread-safe.
 *
 * @see StacGenerator#publisher
 * @since 0.1.0
 */
public final class ItemPublisher {

    private final Function<SinkOptions, ItemWriter> sink;
    private final SinkOptions options;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    ItemPublisher(Function<SinkOptions, ItemWriter> sink, SinkOptions options) {
        this.sink = sink;
        this.options = options;
    }

    /** An Item that waits for its turn. Guarded by the turn, but for the Item. */
    private static final class Entry {

        private final StacItem item;
        private boolean done;
        private @Nullable RuntimeException failure;

        Entry(StacItem item) {
            this.item = item;
        }

        /** Sinks may report rejected Items by threads of their own, which have ended when they are closed. */
        synchronized void fail(RuntimeException reason) {
            failure = failure == null ? reason : failure;
        }
    }

    /**
     * Publishes an Item, and blocks until it is there. To do so again with the same Item changes nothing, unless the
     * options say that it is an error.
     *
     * @param item the Item
     * @throws StacGeneratorException with {@code ITEM_REFUSED} when the target does not take it, {@code ACCESS_DENIED}
     *     or {@code STORAGE_UNAVAILABLE} when the target cannot be written to, {@code CANCELED} when the thread is
     *     interrupted; the Item may be there then or not
     */
    public void publish(StacItem item) {
        Entry mine = new Entry(requireNonNull(item, "item"));
        waiting.add(mine);
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            waiting.remove(mine);
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(
                    ErrorCode.CANCELED, "publishing item %s was interrupted".formatted(item.id()), e);
        }
        try {
            // what another thread has not published because it was interrupted is not at fault
            if (!mine.done || isCanceled(mine.failure)) {
                publish(next(mine));
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private static boolean isCanceled(@Nullable RuntimeException failure) {
        return failure instanceof StacGeneratorException known && known.code() == ErrorCode.CANCELED;
    }

    private List<Entry> next(Entry mine) {
        List<Entry> next = new ArrayList<>();
        if (mine.done) {
            mine.failure = null;
            next.add(mine);
        }
        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            next.add(entry);
        }
        return next;
    }

    private void publish(List<Entry> entries) {
        SinkOptions each = options.toBuilder()
                .onRejected((item, reason) -> entries.stream()
                        .filter(entry -> entry.item.equals(item))
                        .forEach(entry -> entry.fail(reason)))
                .build();
        try {
            write(entries, sink.apply(each));
        } catch (RuntimeException e) {
            entries.forEach(entry -> entry.fail(e));
        } finally {
            entries.forEach(entry -> entry.done = true);
        }
    }

    private static void write(List<Entry> entries, ItemWriter writer) {
        try {
            entries.forEach(entry -> writer.accept(entry.item));
            writer.close();
        } finally {
            writer.abort();
        }
    }
}
