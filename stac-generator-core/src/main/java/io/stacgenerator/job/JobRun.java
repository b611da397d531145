package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job and records how it ended. */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    /**
     * Between two tries to reach a queue that does not answer: soon enough for a restart, seldom enough for its log.
     */
    private static final long PAUSE_MILLIS = 500;

    private final JobLeases leases;
    private final Function<GenerationRequest, GenerationResult> generate;

    JobRun(JobLeases leases, Function<GenerationRequest, GenerationResult> generate) {
        this.leases = leases;
        this.generate = generate;
    }

    void accept(RunningJob job) {
        try {
            GenerationResult result = generate.apply(job.lease().request());
            record(job, () -> leases.finish(job.lease(), result));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CANCELED && !job.isTakenAway() && !job.isOverdue()) {
                record(job, () -> leases.release(job.lease()));
                throw e;
            }
            fail(job, job.isOverdue() ? timedOut() : e);
        } catch (RuntimeException | Error e) {
            LOG.error("job '{}' met a fault", job.lease().id(), Secrets.redact(e));
            fail(
                    job,
                    new StacGeneratorException(
                            ErrorCode.INTERNAL,
                            "the worker failed with %s, see its log"
                                    .formatted(e.getClass().getName()),
                            e));
        }
    }

    void fail(RunningJob job, StacGeneratorException failure) {
        record(job, () -> leases.fail(job.lease(), failure));
    }

    static StacGeneratorException timedOut() {
        return new StacGeneratorException(
                ErrorCode.TIMED_OUT, "the job ran longer than the time limit of its worker, and was stopped");
    }

    /** Records the end of a job, again and again while the queue does not answer and the job is not taken away. */
    private static void record(RunningJob job, Runnable end) {
        while (!job.isTakenAway()) {
            try {
                end.run();
                return;
            } catch (StacGeneratorException e) {
                if (e.code() != ErrorCode.QUEUE_UNAVAILABLE && e.code() != ErrorCode.QUEUE_FULL) {
                    throw e;
                }
                LOG.warn(
                        "end of job '{}' cannot be recorded, and is tried again: {}",
                        job.lease().id(),
                        e.getMessage());
                pause();
            }
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
