package io.stacgenerator.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Holds the end of the process back until what the command has opened is closed; closed last of it. */
final class Termination implements AutoCloseable {

    private final Thread command = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);

    Termination() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::terminate, "termination"));
    }

    /** Blocks until the process is told to end, by SIGTERM or Ctrl-C, or the thread is interrupted. */
    void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // told to end
        }
    }

    static String note(Duration grace) {
        return "ending; what runs may go on for %d seconds".formatted(grace.toSeconds());
    }

    private void terminate() {
        command.interrupt();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
