package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobSubscription;
import io.stacgenerator.redis.RedisJobQueue;
import io.stacgenerator.testkit.StacApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services and workers as processes that share a Redis. */
@Timeout(900)
final class RedisServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int JOBS = Integer.getInteger("stacgenerator.killedJobs", 200);
    private static final int KILLS = 3 + JOBS / 1000;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalRedis redis;

    @BeforeEach
    void startRedis() throws IOException {
        redis = LocalRedis.start(folder);
    }

    @AfterEach
    void stopRedis() {
        redis.close();
    }

    @Test
    void aJobThatOneProcessTakesIsRunByAnother() throws Exception {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(DemoScene.write(folder).image().toString())
                .itemId("far")
                .build();
        try (Program service = Program.start("serve", "--port", 0, "--redis", redis.url(), "--workers", 0);
                Program worker = Program.start("worker", "--redis", redis.url(), "--allow-root", folder);
                JobQueue queue = RedisJobQueue.open(redis.url())) {
            String base = service.awaitLine("listening on (\\S+), jobs on Redis, 0 at a time")
                    .group(1);
            worker.awaitLine("working on jobs on Redis, \\d+ at a time");

            String id = (String) Run.json(post(base + "/jobs", request).body()).get("job_id");
            queue.await(new JobId(id), PATIENCE);

            assertThat(get(base + "/jobs/" + id).body()).contains("\"status\":\"finished\"", "\"id\":\"far\"");
            redis.close();
            assertThat(get(base + "/jobs/" + id).statusCode()).isEqualTo(503);
            assertThat(get(base + "/health").statusCode()).isEqualTo(503);
            assertThat(post(base + "/jobs", request).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void noJobThatWasAcceptedIsLostOrEndsTwiceWhenServicesWorkersAndRedisAreKilled() throws Exception {
        List<GenerationRequest> requests = requests();
        int port = LocalRedis.freePort();
        Map<JobId, Integer> ends = new ConcurrentHashMap<>();
        AtomicInteger accepted = new AtomicInteger();
        ExecutorService caller = Executors.newSingleThreadExecutor();
        Program service = runJobs("serve", "--port", port);
        Program worker = runJobs("worker", "--port", 0);
        try (JobQueue queue = RedisJobQueue.open(redis.url());
                JobSubscription subscription = queue.listen(event -> {
                    if (event.state().ended()) {
                        ends.merge(event.id(), 1, Integer::sum);
                    }
                })) {
            Future<Set<JobId>> ids = caller.submit(() -> submit(requests, port, accepted));
            for (int kill = 1; kill <= KILLS; kill++) {
                while (!ids.isDone() && accepted.get() < JOBS * kill / (KILLS + 1)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
                // closing a program is SIGKILL
                switch (kill % 3) {
                    case 0 -> redis.restart();
                    case 1 -> {
                        service.close();
                        service = runJobs("serve", "--port", port);
                    }
                    default -> {
                        worker.close();
                        worker = runJobs("worker", "--port", 0);
                    }
                }
            }
            for (JobId id : ids.get()) {
                queue.await(id, PATIENCE);
            }

            assertThat(ids.get()).hasSize(JOBS);
            assertThat(queue.stats().count(JobState.FAILED)).isEqualTo(JOBS / 10);
            assertThat(queue.stats().count(JobState.FINISHED)).isEqualTo(JOBS - JOBS / 10);
            assertThat(ends.values()).isNotEmpty().allMatch(times -> times == 1);
            assertThat(subscription).isNotNull();
        } finally {
            service.close();
            worker.close();
            caller.shutdownNow();
        }
    }

    /** One of ten fails. */
    private List<GenerationRequest> requests() throws IOException {
        String image = DemoScene.write(folder).image().toString();
        return IntStream.range(0, JOBS)
                .mapToObj(i -> GenerationRequest.builder()
                        .assetPaths(i % 10 == 0 ? folder.resolve("no.tif").toString() : image)
                        .itemId("scene-" + i)
                        .build())
                .toList();
    }

    /** Starts a process that prints nothing, as nobody reads it. */
    private Program runJobs(String command, Object... more) {
        Object[] args = {command, "--redis", redis.url(), "--allow-root", folder, "--workers", 2, "--lease", "2s", "-q"
        };
        return Program.start(
                List.of("-XX:TieredStopAtLevel=1"),
                Map.of(),
                Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    /** Submits as a caller should: the same request with the same key again until it is accepted. */
    private Set<JobId> submit(List<GenerationRequest> requests, int port, AtomicInteger accepted) throws Exception {
        Set<JobId> ids = new HashSet<>();
        for (GenerationRequest request : requests) {
            Optional<JobId> id = Optional.empty();
            while (id.isEmpty()) {
                id = submit(request, port);
            }
            ids.add(id.get());
            accepted.incrementAndGet();
        }
        return ids;
    }

    private Optional<JobId> submit(GenerationRequest request, int port) throws InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/jobs".formatted(port)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.itemId().orElseThrow())
                .POST(BodyPublishers.ofString(request.toJson()))
                .build();
        try {
            HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());
            return answer.statusCode() >= 500
                    ? Optional.empty()
                    : Optional.of(new JobId((String) Run.json(answer.body()).get("job_id")));
        } catch (IOException e) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // the service is not there
            return Optional.empty();
        }
    }

    @Test
    void aTerminatedWorkerGivesBackWhatItCannotEnd() throws Exception {
        GenerationRequest slow = GenerationRequest.builder()
                .assetPaths(SlowRaster.write(folder.resolve("slow.tif")).toString())
                .build();
        BlockingQueue<JobState> states = new LinkedBlockingQueue<>();
        try (JobQueue queue = RedisJobQueue.open(redis.url());
                JobSubscription subscription = queue.listen(event -> states.add(event.state()));
                Program worker = Program.start(
                        "worker",
                        "--redis",
                        redis.url(),
                        "--allow-root",
                        folder,
                        "--grace",
                        0,
                        "--statistics",
                        "exact")) {
            worker.awaitLine("working on jobs");
            JobId id = queue.submit(slow);
            await(states, JobState.STARTED);

            worker.terminate();
            worker.awaitLine("^ending; what runs may go on for 0 seconds$");

            assertThat(worker.exitCode()).isZero();
            assertThat(queue.status(id).state()).isEqualTo(JobState.QUEUED);
            assertThat(queue.status(id).attempts()).isZero();
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void theItemIsPublishedBeforeTheJobIsFinishedAndAgainWhenItsWorkerIsKilledInBetween() throws Exception {
        String image = DemoScene.write(folder).image().toString();
        BlockingQueue<Set<String>> publishedWhenFinished = new LinkedBlockingQueue<>();
        try (StacApiServer server = StacApiServer.start().collection("scenes");
                JobQueue queue = RedisJobQueue.open(redis.url());
                JobSubscription subscription = queue.listen(event -> {
                    if (event.state() == JobState.FINISHED) {
                        publishedWhenFinished.add(server.items().keySet());
                    }
                })) {
            Object[] command = {
                "worker",
                "--redis",
                redis.url(),
                "--allow-root",
                folder,
                "--lease",
                "2s",
                "--workers",
                1,
                "--to",
                server.url(),
                "--to-collection",
                "scenes",
                "--to-option",
                "mode=create-or-replace"
            };
            JobId between;
            try (Program killed = Program.start(command)) {
                killed.awaitLine("working on jobs");
                queue.await(queue.submit(scene(image, "first")), PATIENCE);
                server.failNext(StacApiServer.Fault.SILENT_AFTERWARDS);
                between = queue.submit(scene(image, "second"));
                while (!server.items().containsKey("second")) {
                    Thread.onSpinWait();
                }
                assertThat(queue.status(between).state()).isEqualTo(JobState.STARTED);
            }
            try (Program next = Program.start(command)) {
                next.awaitLine("working on jobs");
                assertThat(queue.await(between, PATIENCE).state()).isEqualTo(JobState.FINISHED);
            }
            assertThat(subscription).isNotNull();
            assertThat(server.writes("second")).isEqualTo(2);
            assertThat(publishedWhenFinished.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("first");
            assertThat(publishedWhenFinished.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("second");
        }
    }

    private static GenerationRequest scene(String image, String id) {
        return GenerationRequest.builder().assetPaths(image).itemId(id).build();
    }

    private static void await(BlockingQueue<JobState> states, JobState state) throws InterruptedException {
        JobState next = states.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (next != state) {
            assertThat(next).as("state before %s", state).isNotNull();
            next = states.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uri, GenerationRequest request) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toJson()))
                .build();
        return http.send(call, BodyHandlers.ofString());
    }
}
