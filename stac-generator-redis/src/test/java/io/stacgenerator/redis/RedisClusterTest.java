package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

@Timeout(120)
final class RedisClusterTest {

    private static final int SLOTS = 16384;
    private static final List<RedisProcess> NODES = new ArrayList<>();

    @BeforeAll
    static void startNodes() {
        for (int i = 0; i < 3; i++) {
            NODES.add(RedisProcess.start("--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf"));
        }
        for (int i = 0; i < 3; i++) {
            try (Jedis node = NODES.get(i).connect()) {
                node.clusterMeet("127.0.0.1", NODES.get(0).port());
                node.clusterAddSlots(
                        IntStream.range(i * SLOTS / 3, (i + 1) * SLOTS / 3).toArray());
            }
        }
        NODES.forEach(RedisClusterTest::awaitCluster);
    }

    private static void awaitCluster(RedisProcess node) {
        try (Jedis jedis = node.connect()) {
            String info = jedis.clusterInfo();
            while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:3")) {
                info = jedis.clusterInfo();
            }
        }
    }

    @AfterAll
    static void stopNodes() {
        NODES.forEach(RedisProcess::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "landsat", "sentinel-2"})
    void keepsAQueueInOneSlot(String name) {
        String url = "redis-cluster://"
                + NODES.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
        List<Job> jobs = TrivialJobs.jobs(50);
        try (RedisJobQueue queue = RedisJobQueue.builder(url).name(name).open();
                JobWorker worker =
                        JobWorker.builder(queue, TrivialJobs::run).threads(2).start()) {
            queue.submitAll(jobs);
            assertThat(jobs)
                    .allSatisfy(job -> assertThat(queue.await(job.id(), Duration.ofSeconds(30)))
                            .returns(JobState.FINISHED, JobStatus::state));
            assertThat(worker.running()).isLessThanOrEqualTo(2);
        }
        assertThat(slots(name)).hasSize(1);
    }

    private static Set<Long> slots(String name) {
        Set<Long> slots = new TreeSet<>();
        int keys = 0;
        for (RedisProcess node : NODES) {
            try (Jedis jedis = node.connect()) {
                for (String key : jedis.keys("stac:{" + name + "}*")) {
                    slots.add(jedis.clusterKeySlot(key));
                    keys++;
                }
            }
        }
        assertThat(keys).isGreaterThan(50);
        return slots;
    }
}
