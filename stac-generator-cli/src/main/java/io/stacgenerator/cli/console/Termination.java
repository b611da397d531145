package io.stacgenerator.cli.console;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Holds the end of the process back until what the command has opened is closed; closed last of it. */
public final class Termination implements AutoCloseable {

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private final boolean expected;
    private final Runnable teller;

    private Termination(boolean expected, Runnable teller) {
        this.expected = expected;
        this.teller = teller;
        Runtime.getRuntime().addShutdownHook(new Thread(this::terminate, "termination"));
    }

    /** For a command that runs until it is told to end, by SIGTERM or Ctrl-C: its process ends with exit code 0. */
    public static Termination awaited() {
        return new Termination(true, () -> {});
    }

    /** For a command that ends by itself: its thread is interrupted, and the exit code is that of the signal. */
    public static Termination interrupting() {
        return new Termination(false, Thread.currentThread()::interrupt);
    }

    public boolean isTold() {
        return told.getCount() == 0;
    }

    /** Ends the command when another process has ended, or is not there at all. */
    public void follow(long pid) {
        CompletableFuture<ProcessHandle> ended = ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        Future<Void> unused = ended.thenRun(told::countDown);
    }

    /** Blocks no longer than for a time; true when the process is told to end. */
    public boolean await(Duration time) {
        try {
            return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    public static String note(Duration grace) {
        return "ending; what runs may go on for %d seconds".formatted(grace.toSeconds());
    }

    private void terminate() {
        if (closed.getCount() == 0) {
            return; // the process ends by itself, with an exit code of its own
        }
        told.countDown();
        teller.run();
        try {
            closed.await();
            if (expected) {
                Runtime.getRuntime().halt(ExitCode.OK); // the JVM's own would be 143
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
