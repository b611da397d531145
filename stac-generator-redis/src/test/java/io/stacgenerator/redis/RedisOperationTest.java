package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.job.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/** What an operator meets beyond the contract of queues. */
@Timeout(60)
final class RedisOperationTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** All that a user of Redis must be allowed; the documents say the same. */
    private static final String[] RIGHTS = (">secret on resetkeys resetchannels -@all ~stac:* &stac:*"
                    + " +ping +info +eval +evalsha +time +publish +subscribe +unsubscribe"
                    + " +hget +hmget +hgetall +hset +hdel +del +pexpire +persist +incr +set"
                    + " +zadd +zrem +zcard +zrange +zrangebyscore +zrevrangebyscore"
                    + " +xadd +xack +xdel +xreadgroup +xclaim +xautoclaim +xgroup +xinfo")
            .split(" ");

    private RedisProcess redis;
    private RedisJobQueue queue;
    private Jedis admin;

    @BeforeEach
    void open() {
        redis = RedisProcess.start();
        queue = RedisJobQueue.open(redis.url());
        admin = redis.connect();
    }

    @AfterEach
    void close() {
        admin.close();
        queue.close();
        redis.close();
    }

    @Test
    void bringsItsScriptsAgain() {
        runsAJob(queue);
        admin.scriptFlush();
        runsAJob(queue);
    }

    @Test
    void goesOnWithARedisThatHasLostEverything() {
        try (JobWorker worker =
                JobWorker.builder(queue, TrivialJobs::run).threads(2).start()) {
            admin.flushAll();
            JobId id = queue.submit(TrivialJobs.request(1));
            assertThat(queue.await(id, LONG).state()).isEqualTo(JobState.FINISHED);
            assertThat(worker.running()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void waitsForARedisThatStillReadsItsLog() {
        try (RedisProcess late = RedisProcess.start("--appendonly", "yes")) {
            try (Jedis client = late.connect()) {
                IntStream.range(0, 4000).forEach(i -> client.set("key" + i, "value"));
            }
            late.kill();
            late.begin("--key-load-delay", "300");

            try (RedisJobQueue loading = RedisJobQueue.open(late.url())) {
                runsAJob(loading);
            }
        }
    }

    @Test
    void needsNoMoreRightsThanAreDocumented() {
        admin.aclSetUser("stac", RIGHTS);
        try (RedisJobQueue limited = RedisJobQueue.open("redis://stac:secret@127.0.0.1:" + redis.port())) {
            limited.ping();
            runsAJob(limited);
            JobId id = limited.submit(TrivialJobs.request(7));
            try (JobLeases leases = limited.leases("worker-1")) {
                Lease lease = leases.claim(1, LONG).get(0);
                leases.renew(List.of(lease));
                leases.release(lease);
            }
            limited.cancel(id);
            limited.requeue(id);
            assertThat(limited.list(Set.of(JobState.QUEUED), null, 10).jobs()).hasSize(1);
            assertThat(limited.stats())
                    .returns(1L, stats -> stats.count(JobState.QUEUED))
                    .satisfies(stats -> assertThat(stats.memory()).isNotNull());
            assertThat(limited.workers()).isEmpty();
            limited.cancel(id);
            assertThat(limited.delete(id)).isTrue();
        }
    }

    @Test
    void opensWithoutTheRightToAskForTheSettings() {
        admin.aclSetUser("stac", RIGHTS);
        admin.aclSetUser("stac", "-info");
        try (RedisJobQueue limited = RedisJobQueue.open("redis://stac:secret@127.0.0.1:" + redis.port())) {
            runsAJob(limited);
            assertThat(limited.stats().memory()).isNull();
        }
    }

    @Test
    void refusesAWrongPasswordWithoutRevealingIt() {
        assertThatThrownBy(() -> RedisJobQueue.open("redis://stac:sesame@127.0.0.1:" + redis.port()))
                .hasMessageContaining("127.0.0.1:" + redis.port())
                .hasMessageNotContaining("sesame")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.QUEUE_UNAVAILABLE, StacGeneratorException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "volatile-ttl"})
    void refusesARedisThatThrowsJobsAway(String policy) {
        admin.configSet("maxmemory-policy", policy);
        assertThatThrownBy(() -> RedisJobQueue.open(redis.url()))
                .hasMessageContaining(policy)
                .hasMessageContaining("noeviction");
    }

    @Test
    void tellsThatRedisIsAwayAndGoesOnWhenItIsBack() {
        redis.kill();
        assertThatThrownBy(queue::ping)
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.QUEUE_UNAVAILABLE, StacGeneratorException::code);
        assertThatThrownBy(() -> RedisJobQueue.open(redis.url()))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.QUEUE_UNAVAILABLE, StacGeneratorException::code);
        redis.restart();
        runsAJob(queue);
    }

    @Test
    void showsThatALeaseIsOver() {
        JobQueueOptions options =
                JobQueueOptions.builder().lease(Duration.ofMillis(1)).build();
        JobId id = queue.submit(TrivialJobs.request(1));
        try (RedisJobQueue hasty =
                        RedisJobQueue.builder(redis.url()).options(options).open();
                JobLeases leases = hasty.leases("worker-1")) {
            assertThat(leases.claim(1, LONG)).hasSize(1);
            JobStatus status = queue.status(id);
            while (!status.leaseExpired()) {
                status = queue.status(id);
            }
            assertThat(status.state()).isEqualTo(JobState.STARTED);
        }
    }

    @Test
    void leavesRequestsOfNewerVersionsToNewerWorkers() {
        admin.xadd("stac:{default}:stream:2", StreamEntryID.NEW_ENTRY, Map.of("job", "newer"));
        try (JobLeases leases = queue.leases("worker-1")) {
            assertThat(leases.claim(10, Duration.ZERO)).isEmpty();
        }
        assertThat(admin.xlen("stac:{default}:stream:2")).isEqualTo(1);
    }

    @Test
    void keepsTheRequestOfAFinishedJobWithoutItsCredentials() {
        String asset = "https://account.blob.core.windows.net/imagery/B02.tif";
        JobId id = queue.submit(GenerationRequest.builder()
                .itemId("scene")
                .assetPaths(asset + "?sv=2024-11-04&sig=c2VjcmV0")
                .build());
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lease = leases.claim(1, Duration.ZERO).get(0);
            assertThat(lease.request().assetPaths()).first().asString().contains("c2VjcmV0");
            leases.finish(lease, TrivialJobs.result(lease.request()));
        }

        assertThat(queue.request(id).orElseThrow().assetPaths())
                .first()
                .asString()
                .startsWith(asset)
                .doesNotContain("c2VjcmV0");
        assertThat(admin.hgetAll("stac:{default}:job:" + id).values()).noneMatch(value -> value.contains("c2VjcmV0"));
    }

    @Test
    void forgetsWorkersThatSignOffAndThoseThatDied() {
        JobQueueOptions options =
                JobQueueOptions.builder().lease(Duration.ofMillis(20)).build();
        queue.leases("signs-off").close();
        assertThat(admin.xinfoConsumers("stac:{default}:stream:1", "workers")).isEmpty();
        JobLeases dead = queue.leases("dead");
        dead.claim(1, Duration.ZERO);
        try (RedisJobQueue hasty =
                        RedisJobQueue.builder(redis.url()).options(options).open();
                JobLeases alive = hasty.leases("alive")) {
            do {
                alive.claim(1, Duration.ofMillis(20));
            } while (admin.xinfoConsumers("stac:{default}:stream:1", "workers").size() > 1);
        }
    }

    @Test
    void tellsOtherProcesses() throws InterruptedException {
        BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
        try (RedisJobQueue other = RedisJobQueue.open(redis.url())) {
            other.listen(events::add);
            JobId id = queue.submit(TrivialJobs.request(1));
            assertThat(events.poll(30, TimeUnit.SECONDS))
                    .returns(id, JobEvent::id)
                    .returns(JobState.QUEUED, JobEvent::state);
        }
    }

    @Test
    void keepsQueuesApart() {
        try (RedisJobQueue other =
                RedisJobQueue.builder(redis.url()).name("other").open()) {
            Job job = Job.of(TrivialJobs.request(1));
            assertThat(queue.submit(job)).isTrue();
            assertThat(other.submit(job)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "{a}", "a:b"})
    void refusesNamesThatAreNoPartOfAKey(String name) {
        assertThatThrownBy(() -> RedisJobQueue.builder(redis.url()).name(name)).hasMessageContaining("'" + name + "'");
        assertThatThrownBy(() -> queue.leases(name)).hasMessageContaining("'" + name + "'");
    }

    private static JobId runsAJob(RedisJobQueue queue) {
        JobId id = queue.submit(TrivialJobs.request(1));
        try (JobWorker worker =
                JobWorker.builder(queue, TrivialJobs::run).threads(1).start()) {
            assertThat(queue.await(id, LONG).state()).isEqualTo(JobState.FINISHED);
            assertThat(worker.running()).isLessThanOrEqualTo(1);
        }
        assertThat(queue.result(id)).isPresent();
        return id;
    }
}
