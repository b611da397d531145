package io.stacgenerator.redis;

import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.testkit.JobQueueContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisJobQueueTest extends JobQueueContract {

    private static RedisProcess redis;

    @BeforeAll
    static void startRedis() {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    protected JobQueue create(JobQueueOptions options) {
        return RedisJobQueue.builder(redis.url())
                .options(options)
                .name(UUID.randomUUID().toString())
                .open();
    }
}
