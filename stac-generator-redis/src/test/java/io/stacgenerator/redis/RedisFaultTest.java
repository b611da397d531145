package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobError;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStats;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.job.Lease;
import io.stacgenerator.testkit.SlowProxy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ClientKillParams;

/** Real processes that die, freeze and run full, while jobs run. */
@EnabledIfSystemProperty(
        named = "stacgenerator.redisFaults",
        matches = "true",
        disabledReason = "kills processes for some minutes: ask for it with -Dstacgenerator.redisFaults=true")
@Timeout(300)
final class RedisFaultTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final int JOBS = 10_000;

    private final Map<JobId, Integer> ends = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void losesNothingWhenWorkersAreKilled() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis)) {
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            List<WorkerProcess> workers = startWorkers(redis, 4);
            queue.submitAll(jobs);
            for (int kill = 1; kill <= 8; kill++) {
                long reached = 1000L * kill;
                await(() -> queue.stats().count(JobState.FINISHED) >= reached);
                workers.remove(0).close();
                workers.addAll(startWorkers(redis, 1));
            }
            assertAllEndOnce(queue, jobs);
            workers.forEach(WorkerProcess::close);
        }
    }

    /** By default Redis puts off its log for up to two seconds while its disk is busy. */
    @Test
    void losesNothingWhenRedisIsKilledAndComesBackWithItsLog() {
        try (RedisProcess redis = RedisProcess.start("--appendonly", "yes", "--appendfsync", "always");
                RedisJobQueue queue = queue(redis)) {
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            List<WorkerProcess> workers = startWorkers(redis, 2);
            for (Job job : jobs.subList(0, JOBS / 2)) {
                submit(queue, job);
            }
            await(() -> queue.stats().count(JobState.FINISHED) > 0);
            redis.kill();
            redis.restart();
            for (Job job : jobs.subList(JOBS / 2, JOBS)) {
                submit(queue, job);
            }
            awaitAllFinished(queue);
            assertThat(queue.stats().count(JobState.FINISHED)).isEqualTo(JOBS);
            workers.forEach(WorkerProcess::close);
        }
    }

    @Test
    void blamesOnlyTheJobThatEndsItsWorkers() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis)) {
            List<Job> jobs = TrivialJobs.jobs(JOBS / 10);
            queue.submitAll(jobs.subList(0, JOBS / 20));
            JobId poison = queue.submit(TrivialJobs.poison());
            queue.submitAll(jobs.subList(JOBS / 20, JOBS / 10));
            int deaths = 0;
            WorkerProcess worker = startWorkers(redis, 1).get(0);
            while (!isIdle(queue)) {
                if (!worker.isAlive()) {
                    deaths++;
                    worker = startWorkers(redis, 1).get(0);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            worker.close();
            assertThat(deaths).isEqualTo(3);
            assertThat(queue.status(poison).error().orElseThrow()).returns(ErrorCode.WORKER_LOST, JobError::code);
            assertThat(jobs)
                    .allSatisfy(job -> assertThat(queue.status(job.id()))
                            .returns(JobState.FINISHED, JobStatus::state)
                            .returns(1, JobStatus::attempts));
        }
    }

    /** Submits as a caller should: the same job again until it is acknowledged. */
    private static void submit(RedisJobQueue queue, Job job) {
        await(() -> {
            queue.submit(job);
            return true;
        });
    }

    @Test
    void losesNothingWhenConnectionsAreCut() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis);
                Jedis admin = redis.connect()) {
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            List<WorkerProcess> workers = startWorkers(redis, 2);
            for (int cut = 0; cut < 20; cut++) {
                queue.submitAll(jobs.subList(cut * JOBS / 20, (cut + 1) * JOBS / 20));
                admin.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
            }
            assertAllEndOnce(queue, jobs);
            workers.forEach(WorkerProcess::close);
        }
    }

    @Test
    void losesNothingWhenTheNetworkIsSlowAndCut() {
        try (RedisProcess redis = RedisProcess.start();
                SlowProxy network = SlowProxy.start(redis.port(), Duration.ofMillis(10));
                RedisJobQueue queue = queue(redis);
                RedisJobQueue remote = RedisJobQueue.builder("redis://127.0.0.1:" + network.port())
                        .options(options().build())
                        .open()) {
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            try (JobWorker worker =
                    JobWorker.builder(remote, TrivialJobs::run).threads(16).start()) {
                for (int cut = 0; cut < 20; cut++) {
                    List<Job> some = jobs.subList(cut * JOBS / 20, (cut + 1) * JOBS / 20);
                    await(() -> {
                        remote.submitAll(some);
                        return true;
                    });
                    network.cut();
                }
                assertAllEndOnce(queue, jobs);
                await(() -> worker.running() == 0);
            }
        }
    }

    /**
     * What was not yet copied is lost with the server, also where it was acknowledged; so a caller submits again, which
     * changes nothing for jobs that are there.
     */
    @Test
    void endsAllJobsWhenAReplicaIsPromoted() throws IOException {
        try (RedisProcess first = RedisProcess.start();
                RedisProcess second = RedisProcess.start("--replicaof", "127.0.0.1", "" + first.port());
                RedisProcess sentinel = RedisProcess.startSentinel(
                        Files.writeString(folder.resolve("sentinel.conf"), """
                        sentinel monitor scenes 127.0.0.1 %d 1
                        sentinel down-after-milliseconds scenes 500
                        sentinel failover-timeout scenes 2000
                        """.formatted(first.port())));
                RedisJobQueue queue = RedisJobQueue.builder(
                                "redis-sentinel://127.0.0.1:%d/scenes".formatted(sentinel.port()))
                        .options(options().build())
                        .open();
                Jedis watch = sentinel.connect()) {
            await(() -> replication(second).contains("master_link_status:up"));
            await(() -> !watch.sentinelReplicas("scenes").isEmpty());
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            try (JobWorker worker =
                    JobWorker.builder(queue, TrivialJobs::run).threads(4).start()) {
                queue.submitAll(jobs);
                await(() -> queue.stats().count(JobState.FINISHED) > JOBS / 10);
                first.kill();
                await(() -> replication(second).contains("role:master"));
                await(() -> {
                    queue.submitAll(jobs);
                    return true;
                });
                awaitAllFinished(queue);
                assertThat(queue.stats().count(JobState.FINISHED)).isEqualTo(JOBS);
                await(() -> worker.running() == 0);
            }
        }
    }

    /** Asks anew each time, for a server that changes its role ends all connections. */
    private static String replication(RedisProcess redis) {
        try (Jedis jedis = redis.connect()) {
            return jedis.info("replication");
        } catch (JedisException e) {
            return "";
        }
    }

    @Test
    void refusesWhatAStaleWorkerDeliversAfterAFreeze() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis);
                JobLeases stale = queue.leases("stale");
                JobLeases next = queue.leases("next")) {
            JobId id = queue.submit(TrivialJobs.request(1));
            Lease lost = stale.claim(1, LEASE).get(0);
            freeze(redis);
            Lease taken = next.claim(1, LEASE).get(0);
            assertThat(taken.id()).isEqualTo(id);
            assertThat(stale.finish(lost, TrivialJobs.result(lost.request()))).isFalse();
            assertThat(stale.renew(List.of(lost))).isEmpty();
            assertThat(queue.status(id).state()).isEqualTo(JobState.STARTED);
            assertThat(next.finish(taken, TrivialJobs.result(taken.request()))).isTrue();
        }
    }

    @Test
    void losesNothingWhenRedisIsFrozenLongerThanTheLease() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis)) {
            List<Job> jobs = TrivialJobs.jobs(JOBS);
            List<WorkerProcess> workers = startWorkers(redis, 2);
            queue.submitAll(jobs);
            await(() -> queue.stats().count(JobState.FINISHED) >= JOBS / 10);
            freeze(redis);
            assertAllEndOnce(queue, jobs);
            workers.forEach(WorkerProcess::close);
        }
    }

    private static void freeze(RedisProcess redis) {
        redis.signal("STOP");
        try {
            // the one time that is passed here by doing nothing: it is what the test is about
            TimeUnit.MILLISECONDS.sleep(LEASE.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            redis.signal("CONT");
        }
    }

    @Test
    void drainsWhenRedisIsFull() {
        try (RedisProcess redis = RedisProcess.start("--maxmemory", "8mb");
                RedisJobQueue queue = queue(redis)) {
            List<Job> accepted = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (Job job : TrivialJobs.jobs(100_000)) {
                            queue.submit(job);
                            accepted.add(job);
                        }
                    })
                    .hasMessageContaining("no memory left")
                    .asInstanceOf(type(StacGeneratorException.class))
                    .returns(ErrorCode.QUEUE_FULL, StacGeneratorException::code);
            assertThat(accepted).hasSizeGreaterThan(1000);
            try (JobWorker worker =
                    JobWorker.builder(queue, TrivialJobs::run).threads(4).start()) {
                assertAllEndOnce(queue, accepted);
                await(() -> worker.running() == 0);
            }
        }
    }

    @Test
    void keepsNothingForEver() {
        JobQueueOptions options = options().resultRetention(LEASE).build();
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue =
                        RedisJobQueue.builder(redis.url()).options(options).open();
                Jedis admin = redis.connect()) {
            runAll(queue, JOBS / 10);
            await(() -> queue.stats().count(JobState.FINISHED) == 0);
            List<String> keys = keysWithoutEnd(admin);
            runAll(queue, JOBS);
            await(() -> queue.stats().count(JobState.FINISHED) == 0);
            assertThat(keysWithoutEnd(admin)).isEqualTo(keys);
            assertThat(admin.keys("*:job:*")).isEmpty();
            assertThat(admin.xlen("stac:{default}:stream:1")).isZero();
        }
    }

    @Test
    void letsEachRecordExpire() {
        try (RedisProcess redis = RedisProcess.start();
                RedisJobQueue queue = queue(redis);
                Jedis admin = redis.connect()) {
            runAll(queue, JOBS);
            long day = JobQueueOptions.ofDefaults().resultRetention().toMillis();
            assertThat(admin.keys("stac:{default}:job:*"))
                    .hasSize(JOBS)
                    .allSatisfy(key -> assertThat(admin.pttl(key)).isBetween(day - 300_000, day));
            assertThat(admin.dbSize()).isLessThan(JOBS + 10);
        }
    }

    /** Returns the keys that do not expire by themselves. */
    private static List<String> keysWithoutEnd(Jedis admin) {
        return admin.keys("*").stream()
                .filter(key -> admin.pttl(key) == -1)
                .sorted()
                .toList();
    }

    private static void runAll(RedisJobQueue queue, int count) {
        List<Job> jobs = TrivialJobs.jobs(count);
        try (JobWorker worker =
                JobWorker.builder(queue, TrivialJobs::result).threads(4).start()) {
            queue.submitAll(jobs);
            awaitAllFinished(queue);
            await(() -> worker.running() == 0);
        }
    }

    private RedisJobQueue queue(RedisProcess redis) {
        RedisJobQueue queue =
                RedisJobQueue.builder(redis.url()).options(options().build()).open();
        queue.listen(event -> {
            if (event.state().ended()) {
                ends.merge(event.id(), 1, Integer::sum);
            }
        });
        return queue;
    }

    private static JobQueueOptions.Builder options() {
        return JobQueueOptions.builder().lease(LEASE);
    }

    private List<WorkerProcess> startWorkers(RedisProcess redis, int count) {
        File log = folder.resolve("workers.log").toFile();
        List<WorkerProcess> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            workers.add(WorkerProcess.start(redis, LEASE, log));
        }
        return workers;
    }

    private void assertAllEndOnce(RedisJobQueue queue, List<Job> jobs) {
        awaitAllFinished(queue);
        assertThat(queue.stats().count(JobState.FINISHED)).isEqualTo(jobs.size());
        assertThat(ends.values()).allMatch(count -> count == 1);
    }

    private static void awaitAllFinished(RedisJobQueue queue) {
        await(() -> isIdle(queue));
    }

    private static boolean isIdle(RedisJobQueue queue) {
        JobStats stats = queue.stats();
        return stats.count(JobState.QUEUED) + stats.count(JobState.STARTED) + stats.count(JobState.SCHEDULED) == 0;
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(240);
        while (!holds(condition)) {
            assertThat(Instant.now()).isBefore(deadline);
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
}
