package io.stacgenerator.job;

import io.stacgenerator.testkit.JobQueueContract;

final class InMemoryJobQueueTest extends JobQueueContract {

    @Override
    protected JobQueue create(JobQueueOptions options) {
        return new InMemoryJobQueue(options);
    }
}
