package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.redis.RedisJobQueue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers as processes that die, on a Redis. */
@Timeout(300)
final class SupervisedWorkerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NEIGHBORS = 5;

    @TempDir
    private Path folder;

    private LocalRedis redis;
    private JobQueue queue;

    @BeforeEach
    void startRedis() throws IOException {
        redis = LocalRedis.start(folder);
        queue = RedisJobQueue.open(redis.url());
    }

    @AfterEach
    void stopRedis() {
        queue.close();
        redis.close();
    }

    private Program worker(Object... more) throws IOException {
        return start("worker", more);
    }

    private Program start(String command, Object... more) throws IOException {
        Object[] args = {
            command,
            "--redis",
            redis.url(),
            "--allow-root",
            folder,
            "--workers",
            2,
            "--lease",
            "1s",
            "--grace",
            1,
            "--attempts",
            1
        };
        return Program.startWith(
                PoisonReader.register(folder.resolve("services")),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                IntStream.range(0, args.length + more.length)
                        .mapToObj(i -> i < args.length ? args[i] : more[i - args.length])
                        .toArray());
    }

    private JobId submit(Path file) {
        return queue.submit(
                GenerationRequest.builder().assetPaths(file.toString()).build());
    }

    @ParameterizedTest
    @CsvSource({"crash, was ended by signal 11", "memory, was out of memory"})
    void aJobThatKillsItsProcessFailsAndNoneOfItsNeighbors(String what, String reason) throws Exception {
        Path scene = DemoScene.write(folder.resolve("scene")).image();
        JobId poison = submit(PoisonReader.write(folder.resolve("poison"), what));
        List<JobId> neighbors =
                IntStream.range(0, NEIGHBORS).mapToObj(i -> submit(scene)).toList();
        try (Program worker = worker()) {
            worker.awaitLine("the process \\d+ " + reason + ", and is replaced");
            JobStatus end = queue.await(poison, PATIENCE);
            assertThat(end.state()).isEqualTo(JobState.FAILED);
            assertThat(end.error().orElseThrow()).extracting("code").isEqualTo(ErrorCode.WORKER_LOST);
            assertThat(neighbors)
                    .allSatisfy(
                            id -> assertThat(queue.await(id, PATIENCE).state()).isEqualTo(JobState.FINISHED));
        }
    }

    @Test
    void aJobThatHangsTimesOutAndItsProcessIsReplaced() throws Exception {
        JobId poison = submit(PoisonReader.write(folder.resolve("poison"), "hang"));
        Path scene = DemoScene.write(folder.resolve("scene")).image();
        try (Program worker = worker("--job-timeout", "1s")) {
            worker.awaitLine("1 jobs did not end in their time, and hold their threads");
            worker.awaitLine("the process \\d+ cannot go on, and is replaced");
            assertThat(queue.await(poison, PATIENCE).error().orElseThrow())
                    .extracting("code")
                    .isEqualTo(ErrorCode.TIMED_OUT);
            worker.awaitLine("working on jobs");
            assertThat(queue.await(submit(scene), PATIENCE).state()).isEqualTo(JobState.FINISHED);
        }
    }

    @Test
    void aServiceWithAJobThatHangsIsReplacedAndOtherJobsGoOn() throws Exception {
        JobId poison = submit(PoisonReader.write(folder.resolve("poison"), "hang"));
        Path scene = DemoScene.write(folder.resolve("scene")).image();
        try (Program service = start("serve", "--port", 0, "--job-timeout", "1s")) {
            service.awaitLine("1 jobs did not end in their time, and hold their threads");
            service.awaitLine("the process \\d+ cannot go on, and is replaced");
            service.awaitLine("listening on");
            assertThat(queue.status(poison).error().orElseThrow())
                    .extracting("code")
                    .isEqualTo(ErrorCode.TIMED_OUT);
            assertThat(queue.await(submit(scene), PATIENCE).state()).isEqualTo(JobState.FINISHED);
        }
    }

    @Test
    void aProcessThatIsKilledIsReplacedAndBothEndTogether() throws Exception {
        try (Program worker = worker("--log", "json")) {
            worker.awaitLine("working on jobs");
            worker.children().forEach(ProcessHandle::destroyForcibly);
            Matcher line = worker.awaitLine(".*was ended by signal 9, and is replaced.*");
            assertThat(Run.json(line.group()))
                    .containsEntry("event", "error")
                    .containsOnlyKeys("time", "event", "message");
            worker.awaitLine("working on jobs");
            List<ProcessHandle> children = worker.children();
            assertThat(children).hasSize(1);
            worker.terminate();
            assertThat(worker.exitCode()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aWorkerSaysHowItIs() throws Exception {
        try (Program worker = worker("--port", 0)) {
            String base = worker.awaitLine("health and metrics on (\\S+)").group(1);
            assertThat(status(base + "/live")).isEqualTo(200);
            assertThat(status(base + "/ready")).isEqualTo(200);
            assertThat(status(base + "/jobs")).isEqualTo(404);
            redis.close();
            assertThat(status(base + "/ready")).isEqualTo(503);
            assertThat(status(base + "/live")).isEqualTo(200);
            assertThat(status(base + "/metrics")).isEqualTo(200);
        }
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aProcessEndsWithItsSupervisor() throws Exception {
        try (Program worker = worker()) {
            worker.awaitLine("working on jobs");
            ProcessHandle child = worker.children().get(0);
            worker.kill();
            assertThat(child.onExit()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
        }
    }
}
