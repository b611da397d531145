package io.stacgenerator.job;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests as jobs and reports what becomes of them. Thread-safe.
 *
 * <p>A job runs at least once, and its end is recorded at most once. A record is kept for a while after the end, and is
 * unknown afterwards.
 *
 * <p>Each method fails with {@code QUEUE_UNAVAILABLE} when the server of the queue does not answer, and with
 * {@code CANCELED} when the queue is closed.
 *
 * @since 0.1.0
 */
public interface JobQueue extends AutoCloseable {

    /**
     * Submits a job. A job that exists already is left as it is, in any state.
     *
     * @param job the job
     * @return true when it is new, false when it was there already
     * @throws StacGeneratorException with {@code JOB_CONFLICT} when its id is that of another request,
     *     {@code LIMIT_EXCEEDED} when the request is larger than the queue takes, {@code QUEUE_FULL} when as many jobs
     *     wait as may, {@code INVALID_REQUEST} when files come with the request, which no queue keeps
     */
    boolean submit(Job job);

    /**
     * Submits a request as a job of its own.
     *
     * @param request the request
     * @return the id of the job
     * @throws StacGeneratorException as {@link #submit(Job)}
     */
    default JobId submit(GenerationRequest request) {
        Job job = Job.of(request);
        submit(job);
        return job.id();
    }

    /**
     * Submits many jobs, in their order. When it fails, a first part of them has been submitted; submitting all of them
     * again is right.
     *
     * @param jobs the jobs
     * @return how many are new
     * @throws StacGeneratorException as {@link #submit(Job)}, for the first job that is refused
     */
    int submitAll(List<Job> jobs);

    /**
     * Returns what is known of a job.
     *
     * @param id the id
     * @return its status
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    JobStatus status(JobId id);

    /**
     * Returns the result of a job.
     *
     * @param id the id
     * @return the result; empty unless the job is finished
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    Optional<GenerationResult> result(JobId id);

    /**
     * Returns what was asked for, to change it and ask again.
     *
     * @param id the id
     * @return the request; empty where it is not kept any longer, as may be once the job is finished
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    Optional<GenerationRequest> request(JobId id);

    /**
     * Waits for the end of a job.
     *
     * @param id the id
     * @param timeout how long to wait at most
     * @return its status, which is not one of the end when the time is over or the thread is interrupted, which stays
     *     so
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    JobStatus await(JobId id, Duration timeout);

    /**
     * Cancels a job. One that waits is canceled; one that runs is stopped: its worker is told to leave it, and what the
     * worker still delivers is not recorded.
     *
     * @param id the id
     * @return false when the job has ended already
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    boolean cancel(JobId id);

    /**
     * Queues a job again that failed, was stopped or was canceled, as if it were new.
     *
     * @param id the id
     * @return false when the job has not ended so
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer;
     *     {@code QUEUE_FULL} when as many jobs wait as may
     */
    boolean requeue(JobId id);

    /**
     * Queues all jobs again that a filter lets through and that failed, were stopped or were canceled, those submitted
     * first at the front. When it fails, a first part of them has been queued; calling it again is right.
     *
     * @param filter which jobs
     * @return how many were queued
     * @throws StacGeneratorException with {@code QUEUE_FULL} when as many jobs wait as may
     */
    default int requeueAll(JobFilter filter) {
        return Requeue.all(this, filter);
    }

    /**
     * Forgets a job that has ended, with its result.
     *
     * @param id the id
     * @return false when it has not ended; cancel it first
     * @throws StacGeneratorException with {@code UNKNOWN_JOB} when there is no such job, or no longer
     */
    boolean delete(JobId id);

    /**
     * Lists jobs, those submitted last first. A job keeps its place in the list while its state changes.
     *
     * @param filter which jobs to list
     * @param after null for the begin of the list, or {@link JobPage#next} of the part before
     * @param limit how many jobs to list, at least 1
     * @return a part of the list
     * @throws IllegalArgumentException when {@code after} is nothing that this queue gave, or {@code limit} is less
     *     than 1
     */
    JobPage list(JobFilter filter, @Nullable String after, int limit);

    /**
     * Lists jobs that are in one of some states, as {@link #list(JobFilter, String, int)} does.
     *
     * @param states the states of the jobs to list
     * @param after null for the begin of the list, or {@link JobPage#next} of the part before
     * @param limit how many jobs to list, at least 1
     * @return a part of the list
     */
    default JobPage list(Set<JobState> states, @Nullable String after, int limit) {
        return list(JobFilter.ofStates(states), after, limit);
    }

    /**
     * Takes the calls that are due because jobs with a {@link Job#callback} have ended. Each is given again, until
     * {@link #calledBack} records that it was answered: after a lease and {@link JobQueueOptions#backoffAfter} the
     * number of tries, {@link JobQueueOptions#MAX_CALLBACKS} times at most. So none is lost with the process that took
     * it.
     *
     * @param max how many, at least 1
     * @return the calls, those first that have been due longest
     */
    List<JobCallback> callbacks(int max);

    /**
     * Records that a call was answered, and is not to be made again. Does nothing when none is due.
     *
     * @param id the job
     */
    void calledBack(JobId id);

    /**
     * Lists the workers that have signed on and not off.
     *
     * @return the workers, those first that have been there longest
     */
    List<WorkerStatus> workers();

    /**
     * Counts the jobs.
     *
     * @return the counts
     */
    JobStats stats();

    /**
     * Calls a listener whenever a job comes into one of some states, whoever moved it: the process may be another one.
     * The listener is called by one thread of the queue, and should be quick. Events are not kept: those that happen
     * while the server of the queue is away are lost, so that a listener who must know asks for the status too.
     *
     * @param states the states to hear of; the fewer, the less a queue on a server sends
     * @param listener what to call; what it throws is logged and ignored
     * @return what ends the listening
     */
    JobSubscription listen(Set<JobState> states, Consumer<JobEvent> listener);

    /**
     * Calls a listener for each change of the state of any job, as {@link #listen(Set, Consumer)} does.
     *
     * @param listener what to call
     * @return what ends the listening
     */
    default JobSubscription listen(Consumer<JobEvent> listener) {
        return listen(EnumSet.allOf(JobState.class), listener);
    }

    /** Checks that the queue works; fails as any other method would. */
    void ping();

    /**
     * Signs a worker on. {@link JobWorker} does so.
     *
     * @param worker a name for people, 1 to 100 of the characters {@code A-Z a-z 0-9 . - _}, such as that of the
     *     machine; workers may share one
     * @return what the worker works with; the caller closes it
     */
    JobLeases leases(String worker);

    /**
     * Releases what the queue holds. Jobs on a server stay there; those in memory are gone. Closing again is nothing.
     */
    @Override
    void close();
}
