package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many bytes of documents all requests of the process hold at a time, for one heap holds what becomes of them. */
final class DocumentMemory {

    /** Measured: properties of a few letters take some 80 bytes of heap for each of theirs until the Item is made. */
    private static final int HEAP_PER_BYTE = 128;

    static final DocumentMemory OF_PROCESS =
            new DocumentMemory(Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE, Duration.ofMinutes(1));

    private final int bytes;
    private final Duration patience;
    private final Semaphore free;

    /**
     * Creates a bound.
     *
     * @param bytes how many are held at a time
     * @param patience how long to wait for others: two requests may each hold what the other one waits for
     */
    DocumentMemory(long bytes, Duration patience) {
        this.bytes = (int) Math.min(bytes, Integer.MAX_VALUE);
        this.patience = patience;
        free = new Semaphore(this.bytes, true);
    }

    /**
     * Waits until other requests hold so little that a document may be read.
     *
     * @param held the bytes that the request holds already
     * @param time what is left of the time of the request
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED}, or with {@code CANCELED} when the thread is interrupted
     */
    void take(String href, int size, long held, Duration time) {
        if (held + size > bytes) {
            throw exceeded(href, size, "%d are held for the request".formatted(held));
        }
        Duration longest = time.compareTo(patience) < 0 ? time : patience;
        try {
            if (!free.tryAcquire(size, longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw exceeded(href, size, "other requests have held too many for %s".formatted(longest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(
                    ErrorCode.CANCELED, "%s is not read: the thread was interrupted".formatted(href), e);
        }
    }

    void giveBack(int size) {
        free.release(size);
    }

    private StacGeneratorException exceeded(String href, int size, String others) {
        return new StacGeneratorException(
                ErrorCode.LIMIT_EXCEEDED,
                "%s has %d bytes, and %s; at most %d bytes of documents are held at a time, a part in %d of the heap"
                        .formatted(href, size, others, bytes, HEAP_PER_BYTE));
    }
}
