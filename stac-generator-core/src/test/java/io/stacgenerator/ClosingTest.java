package io.stacgenerator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ClosingTest {

    private final Stuck stuck = new Stuck();
    private final StacGenerator generator =
            StacGenerator.builder().install(stuck).concurrency(1).build();

    @Test
    void closedGeneratorRefusesRequests() {
        generator.close();

        assertCanceled(() -> generator.generate(request(0)));
        assertCanceled(() -> generator.generateAll(Stream.of(request(0))).toList());
    }

    @Test
    void closingTwiceIsClosingOnce() {
        generator.close();
        generator.close();

        assertCanceled(() -> generator.generate(request(0)));
    }

    @Test
    void closingReleasesTheServices() throws InterruptedException {
        generator.close();

        assertThat(stuck.shutDown.await(20, SECONDS)).isTrue();
    }

    @Test
    void aRequestInProgressIsCanceled() throws Exception {
        FutureTask<List<GenerationOutcome>> consumer = new FutureTask<>(
                () -> generator.generateAll(Stream.of(request(0))).toList());
        new Thread(consumer).start();
        assertThat(stuck.reached.await(20, SECONDS)).isTrue();
        generator.close();

        assertThat(consumer.get(20, SECONDS))
                .singleElement()
                .extracting(GenerationOutcome::error)
                .extracting(StacGeneratorException::code)
                .isEqualTo(ErrorCode.CANCELED);
    }

    @Test
    void consumerOfAClosedGeneratorDoesNotWaitForEver() throws Exception {
        Stream<GenerationRequest> requests = IntStream.range(0, 3).mapToObj(ClosingTest::request);
        FutureTask<List<GenerationOutcome>> consumer =
                new FutureTask<>(() -> generator.generateAll(requests).toList());
        new Thread(consumer).start();
        assertThat(stuck.reached.await(20, SECONDS)).isTrue();
        generator.close();

        assertThat(consumer)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .withMessage("the generator is closed");
    }

    private static void assertCanceled(ThrowingCallable call) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
    }

    private static GenerationRequest request(int number) {
        return GenerationRequest.builder().assetPaths("stuck:" + number).build();
    }

    /** A storage that never answers. */
    private static final class Stuck implements StorageResolver {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch shutDown = new CountDownLatch(1);

        @Override
        public String id() {
            return "stuck";
        }

        @Override
        public boolean supports(String href) {
            return href.startsWith("stuck:");
        }

        @Override
        public StorageObject open(String href, StorageContext context) throws IOException {
            reached.countDown();
            try {
                new CountDownLatch(1).await();
                throw new IOException("a latch that nobody opens was opened");
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted");
            }
        }

        @Override
        public String publicHref(String href) {
            return href;
        }

        @Override
        public void shutdown() {
            shutDown.countDown();
        }
    }
}
