package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.job.Lease;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.testkit.StacApiServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ItemPublisherTest {

    @TempDir
    private Path folder;

    private final StacGenerator generator =
            StacGenerator.builder().discovery(false).build();

    private static StacItem item(String id) {
        return StacItem.of(Map.of(
                "type",
                "Feature",
                "stac_version",
                "1.1.0",
                "id",
                id,
                "geometry",
                Map.of("type", "Point", "coordinates", List.of(10.0, 50.0)),
                "bbox",
                List.of(10.0, 50.0, 10.0, 50.0),
                "properties",
                Map.of("datetime", "2026-06-15T10:26:31Z"),
                "links",
                List.of(),
                "assets",
                Map.of(),
                "collection",
                "scenes"));
    }

    @Test
    void anItemIsAtTheTargetWhenTheCallReturns() {
        try (generator;
                StacApiServer server = StacApiServer.start().collection("scenes")) {
            ItemPublisher publisher = generator.publisher(server.url(), SinkOptions.ofDefaults());
            publisher.publish(item("a"));
            assertThat(server.items()).containsOnlyKeys("a");
            publisher.publish(item("a"));
            assertThat(server.writes("a")).isEqualTo(2);
        }
    }

    @Test
    void itemsAreAddedToACatalogOneByOne() {
        try (generator) {
            ItemPublisher publisher = generator.publisher("catalog:" + folder, SinkOptions.ofDefaults());
            publisher.publish(item("a"));
            publisher.publish(item("b"));
            assertThat(folder.resolve("scenes/collection.json")).content().contains("./a.json", "./b.json");
        }
    }

    @Test
    void aFileTakesNoItemsOneByOne() {
        try (generator) {
            String target = folder.resolve("items.ndjson").toString();
            assertThatThrownBy(() -> generator.publisher(target, SinkOptions.ofDefaults()))
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET))
                    .hasMessageContaining("expected a target that items can be added to: catalog, stac-api");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void eachThreadHearsOfItsOwnItem() throws Exception {
        int many = 200;
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (generator;
                StacApiServer server =
                        StacApiServer.start().collection("scenes").refuse("item-7", 422)) {
            ItemPublisher publisher = generator.publisher(server.url(), SinkOptions.ofDefaults());
            List<Future<?>> published = IntStream.range(0, many)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> publisher.publish(item("item-" + i))))
                    .toList();
            for (int i = 0; i < many; i++) {
                Future<?> each = published.get(i);
                if (i == 7) {
                    assertThatThrownBy(each::get)
                            .hasMessageContaining("item item-7")
                            .hasMessageContaining("status 422");
                } else {
                    each.get();
                }
            }
            assertThat(server.items()).hasSize(many - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theItemOfAWorkerThatDiedBeforeItsJobWasFinishedIsPublishedAgain() {
        Scene scene = new Scene();
        JobQueueOptions options =
                JobQueueOptions.builder().lease(Duration.ofMillis(200)).build();
        try (generator;
                StacGenerator scenes = scene.generator();
                StacApiServer server = StacApiServer.start().collection("scenes");
                JobQueue queue = new InMemoryJobQueue(options)) {
            ItemPublisher publisher = generator.publisher(
                    server.url(), SinkOptions.builder().collection("scenes").build());
            Function<GenerationRequest, GenerationResult> job = request -> {
                GenerationResult result = scenes.generate(request);
                publisher.publish(result.item());
                return result;
            };
            JobId id = queue.submit(GenerationRequest.builder()
                    .assetPaths(scene.putCog("a.tif"))
                    .itemId("a")
                    .build());
            Lease dead = queue.leases("dies").claim(1, Duration.ofSeconds(10)).get(0);
            GenerationResult unused = job.apply(dead.request());
            assertThat(server.writes("a")).isEqualTo(1);
            try (JobWorker worker = JobWorker.builder(queue, job).threads(1).start()) {
                assertThat(queue.await(id, Duration.ofMinutes(1)).state()).isEqualTo(JobState.FINISHED);
                assertThat(worker.running()).isBetween(0, 1);
            }
            assertThat(server.items()).containsOnlyKeys("a");
            assertThat(server.writes("a")).isEqualTo(2);
        }
    }

    @Test
    void anItemWhosePublisherWasInterruptedIsPublishedByTheNext() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        List<String> written = new ArrayList<>();
        ItemPublisher publisher = new ItemPublisher(options -> new Writer(writing, written), SinkOptions.ofDefaults());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (generator) {
            Future<?> first = threads.submit(() -> publisher.publish(item("slow")));
            writing.await();
            Future<?> second = threads.submit(() -> publisher.publish(item("next")));
            first.cancel(true);
            second.get();
            assertThat(written).containsExactly("next");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits for ever with the first Item, until it is interrupted. */
    private record Writer(CountDownLatch writing, List<String> written) implements ItemWriter {

        @Override
        public void accept(StacItem item) {
            if (item.id().equals("slow")) {
                writing.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new StacGeneratorException(ErrorCode.CANCELED, "interrupted", e);
                }
            }
            written.add(item.id());
        }

        @Override
        public void close() {}

        @Override
        public void abort() {}
    }
}
