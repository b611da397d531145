package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much heap the documents of all requests of the process take at a time, with what becomes of them. */
final class DocumentMemory {

    /** The rest is for pixels and for all else. */
    private static final double SHARE_OF_HEAP = 0.6;

    /** As it is read, and as text. */
    private static final int HEAP_PER_BYTE = 2;

    /** Measured: 100,000 links, with five commas and colons each, take 400 MB until the Item is made. */
    private static final int HEAP_PER_JSON_MARK = 800;

    /** Estimated: an element with its name, text and parts; it has two of the marks. */
    private static final int HEAP_PER_XML_MARK = 100;

    /** Estimated: a line of ODL is a section of its own. */
    private static final int HEAP_PER_ODL_MARK = 200;

    /** Little of a Collection gets into the Item: its values are there once, those of metadata in several steps. */
    static final int PART_OF_SHARED = 4;

    static final DocumentMemory OF_PROCESS =
            new DocumentMemory((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP), Duration.ofMinutes(1));

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

    /** Returns what the text of a document takes. */
    static long ofText(long size) {
        return size * HEAP_PER_BYTE;
    }

    /**
     * Returns what the values of a document take that is not parsed yet: marks in texts are counted with the others.
     */
    static long ofValues(byte[] document) {
        int from = 0;
        while (from < document.length && document[from] <= ' ') { // white space, and the bytes of a byte order mark
            from++;
        }
        return switch (from == document.length ? ' ' : document[from]) {
            case '<' -> (long) HEAP_PER_XML_MARK * count(document, '<', '=');
            case '{', '[' -> (long) HEAP_PER_JSON_MARK * count(document, ',', ':');
            default -> (long) HEAP_PER_ODL_MARK * count(document, '=', '=');
        };
    }

    private static long count(byte[] document, char one, char other) {
        long marks = 0;
        for (byte each : document) {
            if (each == one || each == other) {
                marks++;
            }
        }
        return marks;
    }

    /**
     * Waits until other requests hold so little that a document may be read.
     *
     * @param needed the bytes of heap that it takes
     * @param held the bytes that the request holds already
     * @param time what is left of the time of the request
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED}, or with {@code CANCELED} when the thread is
     *     interrupted
     */
    void take(String href, long needed, long held, Duration time) {
        if (held + needed > bytes) {
            throw exceeded(href, needed, "%d are held for the request".formatted(held));
        }
        Duration longest = time.compareTo(patience) < 0 ? time : patience;
        try {
            if (!free.tryAcquire((int) needed, longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw exceeded(href, needed, "other requests have held too many for %s".formatted(longest));
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

    private StacGeneratorException exceeded(String href, long needed, String others) {
        return new StacGeneratorException(
                ErrorCode.LIMIT_EXCEEDED,
                "%s takes %d bytes of heap, and %s; documents take at most %d bytes at a time, %.0f %% of the heap"
                        .formatted(href, needed, others, bytes, 100 * SHARE_OF_HEAP));
    }
}
