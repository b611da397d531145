package io.stacgenerator.cli.service;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobQueue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Logs when the queue is lost and when it is back, once each. */
final class QueueWatch implements AutoCloseable {

    private final JobQueue queue;
    private final ServiceLog log;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** When the queue was lost, or null while it answers; only the thread of the watch looks at it. */
    private @Nullable Long lostNanos;

    QueueWatch(JobQueue queue, ServiceLog log, Duration every) {
        this.queue = queue;
        this.log = log;
        this.every = every;
    }

    void start() {
        Thread thread = new Thread(this::run, "stac-generator-queue-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            queue.ping();
            if (lostNanos != null) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lostNanos);
                lostNanos = null;
                log.tell("queue regained", Map.of("seconds", seconds));
            }
        } catch (StacGeneratorException e) {
            if (lostNanos == null && closed.getCount() > 0) {
                lostNanos = System.nanoTime();
                log.tell("queue lost", Map.of("message", String.valueOf(e.getMessage())));
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
