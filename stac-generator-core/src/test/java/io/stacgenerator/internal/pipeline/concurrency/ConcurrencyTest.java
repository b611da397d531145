package io.stacgenerator.internal.pipeline.concurrency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ConcurrencyTest {

    private static final int BOUND = 3;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Concurrency concurrency = new Concurrency(executor, new Semaphore(BOUND - 1), BOUND);

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    @Test
    void resultsKeepTheOrderOfTheElements() {
        List<Integer> elements = IntStream.range(0, 200).boxed().toList();

        assertThat(concurrency.map(elements, number -> number * 2))
                .isEqualTo(elements.stream().map(number -> number * 2).toList());
    }

    @Test
    void noElementsHaveNoResults() {
        assertThat(concurrency.map(List.of(), number -> number)).isEmpty();
    }

    @Test
    void oneElementNeedsNoOtherThread() {
        assertThat(concurrency.map(List.of(1), number -> Thread.currentThread()))
                .containsExactly(Thread.currentThread());
    }

    @Test
    void asManyAsTheBoundAreWorkedOnAtATime() {
        CyclicBarrier barrier = new CyclicBarrier(BOUND);

        assertThat(concurrency.map(numbers(BOUND * 4), number -> unchecked(() -> barrier.await(20, SECONDS))))
                .hasSize(BOUND * 4);
    }

    @Test
    void neverMoreThanTheBoundAreWorkedOnAtATime() {
        AtomicInteger running = new AtomicInteger();

        List<Integer> seen = concurrency.map(numbers(100), number -> {
            int now = running.incrementAndGet();
            running.decrementAndGet();
            return now;
        });

        assertThat(seen).allMatch(now -> now <= BOUND);
    }

    @Test
    void firstErrorInTheOrderOfTheElementsCounts() {
        CountDownLatch laterFailed = new CountDownLatch(1);

        assertThatThrownBy(() -> concurrency.map(List.of(1, 2, 3), number -> {
                    if (number == 3) {
                        laterFailed.countDown();
                        throw error("third");
                    }
                    return unchecked(() -> {
                        laterFailed.await();
                        throw error(number == 1 ? "first" : "second");
                    });
                }))
                .hasMessage("first");
    }

    @Test
    void errorInterruptsTheRest() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> concurrency.map(List.of(1, 2), number -> {
                    if (number == 1) {
                        unchecked(() -> started.await(20, SECONDS));
                        throw error("first");
                    }
                    started.countDown();
                    return awaitInterrupt(interrupted);
                }))
                .hasMessage("first");
        assertThat(interrupted.await(20, SECONDS)).isTrue();
    }

    @Test
    void faultOfTheWorkIsAnInternalErrorWithoutSecrets() {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> concurrency.map(List.of(1, 2), number -> {
                    throw new IllegalStateException("https://example.com/a.tif?sig=secret");
                }))
                .withMessageContaining("IllegalStateException: https://example.com/a.tif")
                .withMessageNotContaining("secret")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .satisfies(e -> assertThat(e).hasStackTraceContaining("a.tif"))
                .satisfies(e -> assertThat(e.getCause()).hasMessageNotContaining("secret"));
    }

    @Test
    void errorOfTheMachineIsNotHidden() {
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> concurrency.map(List.of(1, 2), number -> {
                    throw new OutOfMemoryError();
                }));
    }

    @Test
    void interruptedCallerIsCanceledAndStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> concurrency.map(List.of(1, 2), number -> awaitInterrupt(never)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closedGeneratorTakesNoWork() {
        executor.shutdownNow();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> concurrency.map(List.of(1, 2), number -> number))
                .withMessage("the generator is closed")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static int awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return 0;
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static StacGeneratorException error(String message) {
        return new StacGeneratorException(ErrorCode.NOT_FOUND, message);
    }
}
