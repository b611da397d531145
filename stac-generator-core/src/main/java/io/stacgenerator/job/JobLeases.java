package io.stacgenerator.job;

import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The side of a queue that workers see: jobs are lent to a worker, which renews the lease while it lives. Thread-safe.
 *
 * <p>Each method fails with {@code QUEUE_UNAVAILABLE} when the server of the queue does not answer. Calling it again
 * with the same lease is harmless: what was recorded the first time stays.
 *
 * @since 0.1.0
 */
public interface JobLeases extends AutoCloseable {

    /**
     * Returns how long a lease lasts that is not renewed.
     *
     * @return the duration
     */
    Duration duration();

    /**
     * Takes jobs, the one that has waited longest first. Jobs whose lease has expired are taken too. Each counts as an
     * attempt now. A lease that expires gives the attempt back, as the worker may have been lost to another job that it
     * ran: after two such losses the job is given with {@link Lease#alone()}. Blocks until there is at least one, the
     * time is over, or the thread is interrupted, which stays so.
     *
     * @param max how many, at least 1
     * @param wait how long to wait for the first one; a queue on a server may round it up to milliseconds
     * @return the jobs, none when there was none in time
     */
    List<Lease> claim(int max, Duration wait);

    /**
     * Keeps leases alive for as long again as a lease lasts.
     *
     * @param leases what the worker works on
     * @return those that are still held; the others were canceled, or expired and given to somebody else
     */
    Set<Lease> renew(Collection<Lease> leases);

    /**
     * Records that the worker runs nothing but this job from now on. When the lease expires then, the job fails with
     * {@code WORKER_LOST}. To be called for a lease that is {@link Lease#alone()}, once the other jobs of the worker
     * have ended and before it runs.
     *
     * @param lease the job
     * @return false when the lease is no longer held, and nothing was recorded
     */
    boolean isolate(Lease lease);

    /**
     * Records the result of a job.
     *
     * @param lease the job
     * @param result the result
     * @return false when the lease is no longer held, and nothing was recorded
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED} when the result is larger than the queue takes; the
     *     job is still held, and is to be failed
     */
    boolean finish(Lease lease, GenerationResult result);

    /**
     * Records that a job failed. It is tried again later when the error is of a kind that passes and attempts are left.
     *
     * @param lease the job
     * @param error the error
     * @return false when the lease is no longer held, and nothing was recorded
     */
    boolean fail(Lease lease, StacGeneratorException error);

    /**
     * Gives a job back that was not worked on to its end. The attempt does not count.
     *
     * @param lease the job
     * @return false when the lease is no longer held, and nothing was recorded
     */
    boolean release(Lease lease);

    /** Signs the worker off. Leases that it still holds expire. Closing again does nothing. */
    @Override
    void close();
}
