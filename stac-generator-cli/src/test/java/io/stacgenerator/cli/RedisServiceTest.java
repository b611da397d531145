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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services and workers as processes that share a Redis. */
@Timeout(300)
final class RedisServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalRedis redis;

    @BeforeEach
    void startRedis() throws IOException {
        redis = LocalRedis.start();
    }

    @AfterEach
    void stopRedis() throws IOException {
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
    void noJobThatWasAcceptedIsLostWhenTheServiceIsKilled() throws Exception {
        String image = DemoScene.write(folder).image().toString();
        int kills = 4;
        int jobsEach = 50;
        Set<String> ids = new HashSet<>();
        try (Program worker = Program.start("worker", "--redis", redis.url(), "--allow-root", folder);
                JobQueue queue = RedisJobQueue.open(redis.url())) {
            worker.awaitLine("working on jobs on Redis");
            for (int kill = 0; kill < kills; kill++) {
                // closing it is SIGKILL
                try (Program service = Program.start("serve", "--port", 0, "--redis", redis.url(), "--workers", 0)) {
                    String base = service.awaitLine("listening on (http://127.0.0.1:\\d+)")
                            .group(1);
                    for (int i = 0; i < jobsEach; i++) {
                        GenerationRequest request = GenerationRequest.builder()
                                .assetPaths(
                                        i % 2 == 0
                                                ? image
                                                : folder.resolve("no.tif").toString())
                                .itemId("scene-%d".formatted(kill * jobsEach + i))
                                .build();
                        ids.add((String)
                                Run.json(post(base + "/jobs", request).body()).get("job_id"));
                    }
                }
            }
            for (String id : ids) {
                queue.await(new JobId(id), PATIENCE);
            }

            assertThat(ids).hasSize(kills * jobsEach);
            assertThat(queue.stats().count(JobState.FINISHED) + queue.stats().count(JobState.FAILED))
                    .isEqualTo(ids.size());
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
