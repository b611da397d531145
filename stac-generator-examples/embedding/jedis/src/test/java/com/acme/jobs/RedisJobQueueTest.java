package com.acme.jobs;

import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.redis.RedisJobQueue;
import io.stacgenerator.testkit.JobQueueContract;
import java.util.UUID;

/** Needs a Redis at the URL of the property {@code redis}. */
class RedisJobQueueTest extends JobQueueContract {

    @Override
    protected JobQueue create(JobQueueOptions options) {
        return RedisJobQueue.builder(System.getProperty("redis"))
                .options(options)
                .name(UUID.randomUUID().toString())
                .open();
    }
}
