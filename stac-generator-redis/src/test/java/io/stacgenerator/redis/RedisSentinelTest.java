package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RedisSentinelTest {

    private RedisProcess redis;
    private RedisProcess sentinel;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        redis = RedisProcess.start();
        Path settings = Files.writeString(
                folder.resolve("sentinel.conf"), "sentinel monitor scenes 127.0.0.1 %d 1\n".formatted(redis.port()));
        sentinel = RedisProcess.startSentinel(settings);
    }

    @AfterEach
    void stop() {
        sentinel.close();
        redis.close();
    }

    @Test
    void findsTheServerByItsName() {
        try (RedisJobQueue queue = RedisJobQueue.open(url("scenes"));
                JobWorker worker =
                        JobWorker.builder(queue, TrivialJobs::run).threads(1).start()) {
            JobId id = queue.submit(TrivialJobs.request(1));
            assertThat(queue.await(id, Duration.ofSeconds(30)).state()).isEqualTo(JobState.FINISHED);
            assertThat(worker.running()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void tellsThatTheSentinelsDoNotKnowAName() {
        assertThatThrownBy(() -> RedisJobQueue.open(url("other")))
                .hasMessageContaining("other")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.QUEUE_UNAVAILABLE, StacGeneratorException::code);
    }

    private String url(String master) {
        return "redis-sentinel://127.0.0.1:%d/%s".formatted(sentinel.port(), master);
    }
}
