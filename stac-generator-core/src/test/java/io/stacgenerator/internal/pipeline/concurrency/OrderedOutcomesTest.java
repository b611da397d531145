package io.stacgenerator.internal.pipeline.concurrency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OrderedOutcomesTest {

    private static final int AHEAD = 4;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    @Test
    void outcomesKeepTheOrderOfTheRequests() {
        try (Stream<GenerationOutcome> outcomes = outcomes(requests(500), OrderedOutcomesTest::result)) {
            assertThat(outcomes.map(outcome -> outcome.get().item().id()))
                    .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "r" + i).toList());
        }
    }

    @Test
    void slowRequestHoldsBackItsOutcomeButNotTheWork() {
        CountDownLatch secondDone = new CountDownLatch(1);

        try (Stream<GenerationOutcome> outcomes = outcomes(requests(2), request -> {
            if (id(request).equals("r0")) {
                await(secondDone);
            } else {
                secondDone.countDown();
            }
            return result(request);
        })) {
            assertThat(outcomes.map(outcome -> id(outcome.request()))).containsExactly("r0", "r1");
        }
    }

    @Test
    void requestsArePulledOnlyABoundedNumberAhead() {
        AtomicInteger pulled = new AtomicInteger();
        Stream<GenerationRequest> endless = Stream.generate(() -> request("r" + pulled.getAndIncrement()));

        try (Stream<GenerationOutcome> outcomes = outcomes(endless, OrderedOutcomesTest::result)) {
            Iterator<GenerationOutcome> iterator = outcomes.iterator();
            assertThat(pulled).hasValue(0);
            for (int consumed = 1; consumed <= 100; consumed++) {
                assertThat(id(iterator.next().request())).isEqualTo("r" + (consumed - 1));
                assertThat(pulled).hasValueLessThan(consumed + AHEAD);
            }
        }
    }

    @Test
    void failureIsAnOutcomeAmongOthers() {
        try (Stream<GenerationOutcome> outcomes = outcomes(requests(3), request -> {
            if (id(request).equals("r1")) {
                throw new StacGeneratorException(ErrorCode.NOT_FOUND, "r1 is missing");
            }
            return result(request);
        })) {
            List<GenerationOutcome> list = outcomes.toList();

            assertThat(list).extracting(outcome -> outcome.error() == null).containsExactly(true, false, true);
            assertThat(list.get(1).error()).hasMessage("r1 is missing");
            assertThat(list.get(1).result()).isNull();
            assertThat(id(list.get(1).request())).isEqualTo("r1");
        }
    }

    @Test
    void noRequestsHaveNoOutcomes() {
        try (Stream<GenerationOutcome> outcomes = outcomes(Stream.of(), OrderedOutcomesTest::result)) {
            assertThat(outcomes).isEmpty();
        }
    }

    @Test
    void faultOfTheSourceReachesTheConsumer() {
        Stream<GenerationRequest> failing = Stream.of(1).map(number -> {
            throw new IllegalStateException("line 7 is not a request");
        });

        try (Stream<GenerationOutcome> outcomes = outcomes(failing, OrderedOutcomesTest::result)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(outcomes::toList)
                    .withMessage("line 7 is not a request");
        }
    }

    @Test
    void closingStopsTheWorkAndClosesTheSource() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        Stream<GenerationRequest> source = requests(10).onClose(() -> closed.set(true));

        try (Stream<GenerationOutcome> outcomes = outcomes(source, request -> {
            if (!id(request).equals("r0")) {
                started.countDown();
                awaitInterrupt(interrupted);
            }
            return result(request);
        })) {
            assertThat(id(outcomes.iterator().next().request())).isEqualTo("r0");
            await(started);
        }

        assertThat(closed).isTrue();
        assertThat(interrupted.await(20, SECONDS)).isTrue();
    }

    @Test
    void interruptedConsumerIsCanceledAndStaysInterrupted() {
        try (Stream<GenerationOutcome> outcomes = outcomes(requests(2), request -> {
            awaitInterrupt(new CountDownLatch(1));
            return result(request);
        })) {
            Iterator<GenerationOutcome> iterator = outcomes.iterator();
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(iterator::next)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closedGeneratorTakesNoRequests() {
        executor.shutdownNow();

        try (Stream<GenerationOutcome> outcomes = outcomes(requests(1), OrderedOutcomesTest::result)) {
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(outcomes::toList)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
        }
    }

    private Stream<GenerationOutcome> outcomes(
            Stream<GenerationRequest> requests, Function<GenerationRequest, GenerationResult> generate) {
        return OrderedOutcomes.of(requests, generate, executor, AHEAD);
    }

    private static Stream<GenerationRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> request("r" + i));
    }

    private static GenerationRequest request(String id) {
        return GenerationRequest.builder().itemId(id).assetPaths("a.tif").build();
    }

    private static GenerationResult result(GenerationRequest request) {
        return new GenerationResult(StacItem.of(Map.of("id", id(request))), List.of(), Map.of());
    }

    private static String id(GenerationRequest request) {
        return request.itemId().orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }
}
