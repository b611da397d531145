package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HostLimitsTest {

    private final HostLimits limits = new HostLimits(2);

    @Test
    void makesOneTooManyWaitUntilAnotherIsDone() throws Exception {
        limits.acquire("a");
        limits.acquire("a");
        limits.acquire("b");
        CompletableFuture<Void> third = new CompletableFuture<>();
        Thread waiting = acquire("a", third);
        while (waiting.getState() != Thread.State.WAITING) {
            assertThat(third).isNotDone();
            Thread.onSpinWait();
        }
        limits.release("b");
        assertThat(third).isNotDone();
        limits.release("a");
        waiting.join();
        assertThat(third).isCompleted();
    }

    @Test
    void interruptEndsTheWaitAndTakesNoPlace() throws Exception {
        limits.acquire("a");
        limits.acquire("a");
        CompletableFuture<Void> third = new CompletableFuture<>();
        Thread waiting = acquire("a", third);
        waiting.interrupt();
        waiting.join();
        assertThat(third).isCompletedExceptionally();
        limits.release("a");
        limits.acquire("a");
    }

    private Thread acquire(String host, CompletableFuture<Void> acquired) {
        Thread thread = new Thread(() -> {
            try {
                limits.acquire(host);
                acquired.complete(null);
            } catch (InterruptedException e) {
                acquired.completeExceptionally(e);
            }
        });
        thread.start();
        return thread;
    }
}
