package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStats;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * Jobs that callers submit over HTTP while the service, the workers and Redis are killed, the network to Redis is slow
 * and cut, Redis is full, and its replica takes its place.
 */
@EnabledIfSystemProperty(
        named = "stacgenerator.redisFaults",
        matches = "true",
        disabledReason = "kills processes for a minute: ask for it with -Dstacgenerator.redisFaults=true")
@Timeout(value = 1, unit = TimeUnit.HOURS)
final class KilledJobsTest {

    private static final int JOBS = Integer.getInteger("stacgenerator.killedJobs", 200);
    private static final long SEED = Long.getLong("stacgenerator.killedSeed", 1);
    private static final int ROUNDS = 1 + JOBS / 2000;
    private static final int CALLERS = 4;
    private static final int SERVICE = 0;
    private static final int WORKERS = 2;
    private static final String SCENE = "scene-";
    private static final String QUEUE = "stac:{default}:";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final List<Future<?>> submissions = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<Integer, JobId> accepted = new ConcurrentHashMap<>();
    private final Map<JobId, Integer> ends = new ConcurrentHashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final StacApiServer catalog = StacApiServer.start().collection("scenes");
    private ReplicatedRedis redis;
    private JobQueue queue;
    private int port;

    private enum Fault {
        SERVICE_KILLED,
        WORKER_KILLED,
        REDIS_KILLED,
        REDIS_FULL,
        REPLICA_PROMOTED,
        NETWORK_CUT,
        NETWORK_SLOW
    }

    @BeforeEach
    void start() throws IOException {
        redis = ReplicatedRedis.start(folder);
        queue = RedisJobQueue.open(redis.url());
        queue.listen(event -> {
            if (event.state().ended()) {
                ends.merge(event.id(), 1, Integer::sum);
            }
        });
        port = LocalRedis.freePort();
        PoisonReader.register(folder);
        IntStream.rangeClosed(SERVICE, WORKERS).forEach(i -> programs.add(start(i)));
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
        programs.forEach(Program::close);
        queue.close();
        redis.close();
        catalog.close();
    }

    /** Starts a process that prints next to nothing, as nobody reads it. */
    private Program start(int i) {
        Stream<Object> command = i == SERVICE ? Stream.of("serve", "--port", port) : Stream.of("worker");
        Stream<Object> options = Stream.of("-q", "--redis", redis.url(), "--allow-root", folder, "--workers", 2);
        Stream<Object> times = Stream.of("--lease", "3s", "--backoff", "1s");
        Stream<Object> target =
                Stream.of("--to", catalog.url(), "--to-collection", "scenes", "--to-option", "mode=create-or-replace");
        return Program.startWith(
                folder,
                List.of("-Xmx192m"),
                Stream.of(command, options, times, target).flatMap(each -> each).toArray());
    }

    @Test
    void eachAcceptedJobEndsOnceAsItShouldWhateverIsKilled(TestReporter reporter) throws Exception {
        List<GenerationRequest> requests = requests();
        for (int i = 0; i < CALLERS; i++) {
            submissions.add(callers.submit(() -> submit(requests)));
        }
        List<Fault> faults = faults();
        for (int i = 0; i < faults.size(); i++) {
            double jobs = (i + random.nextDouble()) * JOBS / (faults.size() + 1);
            awaitOrSubmitted(() -> accepted.size() >= jobs);
            cause(faults.get(i));
        }
        for (Future<?> submission : submissions) {
            await(submission::isDone);
            submission.get();
        }
        await(() -> isIdle(queue.stats()));

        List<String> outcomes = jobs().mapToObj(this::outcome).toList();
        List<Integer> blamed = jobs().filter(job -> !outcomes.get(job).equals(expected(job)))
                .boxed()
                .toList();
        reporter.publishEntry(Map.of(
                "faults", "" + faults.size(),
                "states", queue.stats().counts().toString(),
                "blamed", blamed.toString(),
                "refused", refused.toString(),
                "ends heard of", "" + ends.size()));
        assertThat(Set.copyOf(accepted.values())).hasSize(JOBS);
        // One that was with three processes that were killed, with the last one alone, is taken for what killed them.
        assertThat(blamed)
                .hasSizeLessThanOrEqualTo(faults.size())
                .allSatisfy(job -> assertThat(outcomes.get(job)).isEqualTo(ErrorCode.WORKER_LOST.name()));
        assertThat(ends.values()).isNotEmpty().allMatch(times -> times == 1);
        assertThat(catalog.items().keySet())
                .containsAll(
                        outcomes.stream().filter(each -> each.startsWith(SCENE)).toList());
        assertNothingIsLeft();
    }

    private static IntStream jobs() {
        return IntStream.range(0, JOBS);
    }

    /** One of ten reads what is not there, and one of two thousand ends its process. */
    private List<GenerationRequest> requests() throws IOException {
        Path image = DemoScene.write(folder.resolve("scene")).image();
        Path poison = PoisonReader.write(folder.resolve("poison"), "crash");
        Path missing = folder.resolve("missing");
        return jobs().mapToObj(job -> GenerationRequest.builder()
                        .assetPaths((isPoison(job) ? poison : isMissing(job) ? missing : image).toString())
                        .itemId(SCENE + job)
                        .build())
                .toList();
    }

    private static boolean isPoison(int job) {
        return job % 2000 == 7;
    }

    private static boolean isMissing(int job) {
        return job % 10 == 0;
    }

    private static String expected(int job) {
        return isPoison(job) ? ErrorCode.WORKER_LOST.name() : isMissing(job) ? ErrorCode.NOT_FOUND.name() : SCENE + job;
    }

    /** Returns the id of the Item that a job has made, or the code of its error. */
    private String outcome(int job) {
        JobId id = accepted.get(job);
        return queue.result(id)
                .map(result -> result.item().id())
                .orElseGet(() -> queue.status(id).error().orElseThrow().code().name());
    }

    private void assertNothingIsLeft() {
        try (Jedis jedis = redis.connect()) {
            Set<String> keys = jedis.keys(QUEUE + "*");
            Set<String> records = jedis.keys(QUEUE + "job:*");
            keys.removeAll(records);
            assertThat(records).hasSize(JOBS);
            assertThat(jedis.zcard(QUEUE + "expiring")).isEqualTo(JOBS);
            assertThat(jedis.zcard(QUEUE + "jobs:finished") + jedis.zcard(QUEUE + "jobs:failed"))
                    .isEqualTo(JOBS);
            assertThat(keys)
                    .extracting(key -> key.substring(QUEUE.length()))
                    .isSubsetOf(
                            "expiring", "jobs:finished", "jobs:failed", "stream:1", "sequence", "workers", "tidied");
            assertThat(jedis.xlen(QUEUE + "stream:1")).isZero();
            assertThat(jedis.xpending(QUEUE + "stream:1", "workers").getTotal()).isZero();
        }
    }

    /** Submits as a caller should: the same request with the same key again until it is accepted. */
    private Void submit(List<GenerationRequest> requests) throws InterruptedException {
        for (int job = next.getAndIncrement(); job < JOBS; job = next.getAndIncrement()) {
            while (!submit(job, requests.get(job))) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return null;
    }

    private boolean submit(int job, GenerationRequest request) throws InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/jobs".formatted(port)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", SCENE + job)
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(request.toJson()))
                .build();
        try {
            HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                accepted.put(job, new JobId((String) Run.json(answer.body()).get("job_id")));
                return true;
            }
            assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
            refused.incrementAndGet();
            return false;
        } catch (IOException e) {
            return false; // the service is not there
        }
    }

    /** Each of them once in each round, in any order. */
    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Fault> each = Arrays.asList(Fault.values());
            Collections.shuffle(each, random);
            faults.addAll(each);
        }
        return faults;
    }

    private void cause(Fault fault) throws IOException {
        redis.delay(Duration.ofMillis(fault == Fault.NETWORK_SLOW ? 20 : 1));
        switch (fault) {
            case SERVICE_KILLED -> kill(SERVICE);
            case WORKER_KILLED -> kill(1 + random.nextInt(WORKERS));
            case REDIS_KILLED -> redis.restart();
            case REDIS_FULL -> {
                redis.fill(true);
                awaitMore(refused::get);
                redis.fill(false);
            }
            case REPLICA_PROMOTED -> redis.promote();
            case NETWORK_CUT -> {
                for (int i = 0; i < 5; i++) {
                    redis.cut();
                    awaitMore(accepted::size);
                }
            }
            case NETWORK_SLOW -> awaitMore(accepted::size);
        }
    }

    private void kill(int i) {
        programs.get(i).close();
        programs.set(i, start(i));
    }

    private void awaitMore(IntSupplier count) {
        int before = count.getAsInt();
        awaitOrSubmitted(() -> count.getAsInt() > before);
    }

    /** Waits for what may not come once all jobs are submitted. */
    private void awaitOrSubmitted(BooleanSupplier condition) {
        await(() -> condition.getAsBoolean() || submissions.stream().allMatch(Future::isDone));
    }

    /** Waits, and starts each process again that has ended, as it does when Redis is not there at its start. */
    private void await(BooleanSupplier condition) {
        while (!holds(condition)) {
            for (int i = 0; i < programs.size(); i++) {
                if (!programs.get(i).handle().isAlive()) {
                    programs.set(i, start(i));
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StacGeneratorException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_UNAVAILABLE);
            return false;
        }
    }

    private static boolean isIdle(JobStats stats) {
        return stats.count(JobState.QUEUED) + stats.count(JobState.STARTED) + stats.count(JobState.SCHEDULED) == 0;
    }
}
