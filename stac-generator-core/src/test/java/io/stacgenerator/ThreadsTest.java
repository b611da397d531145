package io.stacgenerator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ThreadsTest {

    private static final int CALLERS = 50;
    private static final int ASSETS = 16;

    private final Scene scene = new Scene();

    @Test
    void manyCallersWithManyAssetsStartNoMoreThreadsThanTheBound() throws Exception {
        Slow slow = new Slow();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS, task -> new Thread(task, "caller"));
        try (StacGenerator generator =
                StacGenerator.builder().install(slow).concurrency(2).threads(10).build()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(() -> generator.generate(request("slow:", ASSETS))));
            }
            assertThat(slow.reached.tryAcquire(CALLERS + 8, 20, SECONDS)).isTrue();

            assertThat(slow.most.get()).isLessThanOrEqualTo(CALLERS + 8);
            assertThat(slow.threads).filteredOn(name -> !name.equals("caller")).hasSize(8);
            slow.go.countDown();
            for (Future<?> call : calls) {
                assertThatThrownBy(call::get).hasMessageContaining("slow");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void hostGivesTheThreads() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        AtomicInteger number = new AtomicInteger();
        ExecutorService host =
                Executors.newCachedThreadPool(task -> new Thread(task, "host-" + number.incrementAndGet()));
        StorageResolver storage = new Named(scene, scene.putCog("a.tif"), names);
        try (StacGenerator generator =
                StacGenerator.builder().install(storage).executor(host).build()) {
            generator.generateAsync(request("named:", 4)).join();
            generator.generateAll(Stream.of(request("named:", 1))).forEach(GenerationOutcome::get);

            assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("host-"));
        }
        assertThat(host.isShutdown()).isFalse();
        host.shutdownNow();
    }

    /** An image that is decoded by several threads where the machine has them. */
    private static TiffImage large() {
        return TiffImage.of(2304, 2304)
                .tiles(256, 256)
                .codec(TiffCodecs.DEFLATE, 1)
                .pixels((band, column, row) -> (column * row) % 251);
    }

    private static GenerationResult measure(StacGenerator generator, Scene scene, byte[] file) {
        GenerationOptions exact = GenerationOptions.builder()
                .statistics(StatisticsMode.EXACT)
                .property("datetime", "2024-05-01T00:00:00Z")
                .build();
        return generator.generate(
                GenerationRequest.builder()
                        .assetPaths(scene.put("large.tif", file))
                        .build(),
                exact);
    }

    @Test
    void pixelsAreDecodedOnTheThreadsOfTheHost() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor decodes alone");
        byte[] file = TiffBuilder.of(large()).build();
        AtomicInteger tasks = new AtomicInteger();
        ExecutorService host = Executors.newCachedThreadPool();
        Executor counting = task -> {
            tasks.incrementAndGet();
            host.execute(task);
        };
        StacGenerator.Builder builder =
                StacGenerator.builder().install(scene.storage()).executor(counting);
        try (StacGenerator shared = builder.build();
                StacGenerator alone = builder.concurrency(1).threads(1).build()) {
            String made = measure(alone, scene, file).item().toJson();
            assertThat(tasks).hasValue(0);

            assertThat(measure(shared, scene, file).item().toJson())
                    .isEqualTo(made)
                    .contains("\"maximum\":250");
            assertThat(tasks).hasPositiveValue();
        } finally {
            host.shutdownNow();
        }
    }

    /** A share that fails leaves others at work, whose decoders must not be closed under them. */
    @Test
    void corruptPixelsOfALargeImageCostItsStatistics() {
        byte[] file = TiffBuilder.of(large()).build();
        for (int i = file.length / 3; i < file.length / 3 + 20_000; i++) {
            file[i] = 1;
        }
        try (StacGenerator generator = scene.generator()) {
            for (int i = 0; i < 20; i++) {
                assertThat(measure(generator, scene, file).warnings())
                        .extracting(Warning::code)
                        .contains("statistics-unavailable");
            }
        }
    }

    /** Whoever waits works too, so that a pool of one thread does not wait for itself. */
    @Test
    void poolOfOneThreadIsEnough() throws Exception {
        ExecutorService host = Executors.newSingleThreadExecutor();
        StorageResolver storage = new Named(scene, scene.putCog("a.tif"), ConcurrentHashMap.newKeySet());
        try (StacGenerator generator =
                StacGenerator.builder().install(storage).executor(host).build()) {
            assertThat(host.submit(() -> generator.generate(request("named:", 8)))
                            .get(30, SECONDS)
                            .item()
                            .assets())
                    .hasSize(8);
            assertThat(generator
                            .generateAsync(request("named:", 8))
                            .get(30, SECONDS)
                            .item()
                            .assets())
                    .hasSize(8);
        } finally {
            host.shutdownNow();
        }
    }

    @Test
    void cancelingAFutureEndsTheReading() throws Exception {
        Slow slow = new Slow();
        try (StacGenerator generator = StacGenerator.builder().install(slow).build()) {
            CompletableFuture<GenerationResult> future = generator.generateAsync(request("slow:", 3));
            assertThat(slow.reached.tryAcquire(3, 20, SECONDS)).isTrue();

            assertThat(future.cancel(true)).isTrue();

            assertThat(slow.interrupted.await(20, SECONDS)).isTrue();
            assertThat(future).isCancelled();
        }
    }

    @Test
    void timeoutOfAFutureEndsTheReading() throws Exception {
        Slow slow = new Slow();
        try (StacGenerator generator = StacGenerator.builder().install(slow).build()) {
            CompletableFuture<GenerationResult> future =
                    generator.generateAsync(request("slow:", 3)).orTimeout(1, TimeUnit.SECONDS);

            assertThat(slow.interrupted.await(20, SECONDS)).isTrue();
            assertThat(future).isCompletedExceptionally();
        }
    }

    @Test
    void closingTheGeneratorEndsFuturesThatRunAndThatWait() throws Exception {
        Slow slow = new Slow();
        StacGenerator generator =
                StacGenerator.builder().install(slow).concurrency(1).build();
        CompletableFuture<GenerationResult> running = generator.generateAsync(request("slow:", 1));
        CompletableFuture<GenerationResult> waiting = generator.generateAsync(request("slow:", 1));
        assertThat(slow.reached.tryAcquire(1, 20, SECONDS)).isTrue();

        generator.close();

        for (CompletableFuture<GenerationResult> future :
                List.of(running, waiting, generator.generateAsync(request("slow:", 1)))) {
            assertThatThrownBy(() -> future.get(20, SECONDS))
                    .hasCauseInstanceOf(StacGeneratorException.class)
                    .cause()
                    .extracting(e -> ((StacGeneratorException) e).code())
                    .isEqualTo(ErrorCode.CANCELED);
        }
    }

    private static GenerationRequest request(String scheme, int assets) {
        return GenerationRequest.builder()
                .assetPaths(IntStream.range(0, assets)
                        .mapToObj(number -> scheme + number + ".tif")
                        .toList())
                .build();
    }

    /** A storage whose files open when a latch does, and then fail. */
    private static final class Slow implements StorageResolver {

        private final Semaphore reached = new Semaphore(0);
        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final Set<String> threads = ConcurrentHashMap.newKeySet();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String id() {
            return "slow";
        }

        @Override
        public boolean supports(String href) {
            return href.startsWith("slow:");
        }

        @Override
        public StorageObject open(String href, StorageContext context) throws IOException {
            threads.add(Thread.currentThread().getName());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            reached.release();
            try {
                go.await();
                throw new IOException("too slow");
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new InterruptedIOException("interrupted");
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public String publicHref(String href) {
            return href;
        }
    }

    /** A storage that notes the threads that open its files. */
    private record Named(Scene scene, String file, Set<String> names) implements StorageResolver {

        @Override
        public String id() {
            return "named";
        }

        @Override
        public boolean supports(String href) {
            return href.startsWith("named:");
        }

        @Override
        public StorageObject open(String href, StorageContext context) throws IOException {
            names.add(Thread.currentThread().getName());
            return scene.storage().open(file, context);
        }

        @Override
        public String publicHref(String href) {
            return href;
        }
    }
}
