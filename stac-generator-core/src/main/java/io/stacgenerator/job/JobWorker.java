package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs of a queue on threads of its own, until it is closed. Any number of workers, in any number of
 * processes, may share a queue that they all reach. Thread-safe.
 *
 * <p>While a job runs, its lease is renewed, so that nobody else takes it however long it lasts. A job that is canceled
 * is interrupted. When the queue does not answer, the worker keeps the jobs that it has and tries again until it does.
 *
 * <p>A job that was there when two workers were lost is run alone, after the other jobs of this worker have ended. If
 * that ends the process too, the job fails with {@code WORKER_LOST}, and no other job does.
 *
 * @since 0.1.0
 */
public final class JobWorker implements AutoCloseable {

    private final WorkerLoop loop;

    private JobWorker(Builder builder) {
        loop = new WorkerLoop(builder);
    }

    /**
     * Starts from the defaults.
     *
     * @param queue where the jobs are; it stays open when the worker is closed
     * @param generate what turns a request into a result, mostly {@code generator::generate}; called by several threads
     *     at a time, and interrupted when its job is canceled
     * @return a builder
     */
    public static Builder builder(JobQueue queue, Function<GenerationRequest, GenerationResult> generate) {
        return new Builder(queue, generate);
    }

    /**
     * Returns how many jobs run now.
     *
     * @return at least 0
     */
    public int running() {
        return loop.running();
    }

    /**
     * Returns how many threads were given up, since their job did not end after its {@link Builder#timeLimit}. Each
     * holds its memory, and perhaps a lock in native code. Other threads have taken their places, but a process with
     * stuck threads is best replaced.
     *
     * @return at least 0; less again when such a thread ends after all
     */
    public int stuck() {
        return loop.stuck();
    }

    /**
     * Returns whether leases are renewed and all threads are there to take jobs. A thread that an {@link Error} ends,
     * as one that has no memory left even to report it, is replaced within a third of the duration of a lease.
     *
     * @return false from the end of a thread until it is replaced, and when the worker is closed
     */
    public boolean isAlive() {
        return loop.isAlive();
    }

    /**
     * Takes no more jobs, waits for those that run, and gives back to the queue what has not ended within the time of
     * grace. Blocks for this time and a few seconds at most. Closing again does nothing.
     */
    @Override
    public void close() {
        loop.close();
    }

    /** Configures a worker; not thread-safe. */
    public static final class Builder {

        final JobQueue queue;
        final Function<GenerationRequest, GenerationResult> generate;
        String name = HostName.ofThisMachine();
        int threads = Runtime.getRuntime().availableProcessors();
        Duration grace = Duration.ofSeconds(30);

        @Nullable Duration timeLimit;

        BiConsumer<JobId, Duration> runEnded = (job, took) -> {};

        private Builder(JobQueue queue, Function<GenerationRequest, GenerationResult> generate) {
            this.queue = requireNonNull(queue, "queue");
            this.generate = requireNonNull(generate, "generate");
        }

        /**
         * Names the worker for people who look at the queue.
         *
         * @param name 1 to 100 of the characters {@code A-Z a-z 0-9 . - _}; that of the machine by default
         * @return this
         */
        public Builder name(String name) {
            this.name = requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets how many jobs run at a time.
         *
         * @param threads at least 1; by default the number of processors
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder threads(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("threads is %d, expected at least 1".formatted(threads));
            }
            this.threads = threads;
            return this;
        }

        /**
         * Sets how long jobs may go on when the worker is closed.
         *
         * @param grace 30 seconds by default
         * @return this
         */
        public Builder grace(Duration grace) {
            this.grace = requireNonNull(grace, "grace");
            return this;
        }

        /**
         * Sets how long a job may run. Then it is interrupted and fails with {@code TIMED_OUT}, to be tried again while
         * attempts are left; so does one that does not heed the interrupt, whose thread is given up: see
         * {@link JobWorker#stuck()}.
         *
         * @param timeLimit more than 0; none by default
         * @return this
         * @throws IllegalArgumentException when it is not positive
         */
        public Builder timeLimit(Duration timeLimit) {
            if (timeLimit.isNegative() || timeLimit.isZero()) {
                throw new IllegalArgumentException("time limit is %s, expected more than 0".formatted(timeLimit));
            }
            this.timeLimit = timeLimit;
            return this;
        }

        /**
         * Sets what to call when the run of a job has ended and its end is recorded, also when it is to be tried again
         * or was taken away: the status says which. Called by several threads at a time, and should be quick.
         *
         * @param listener takes the job and how long it ran; what it throws is logged and ignored
         * @return this
         */
        public Builder onRunEnded(BiConsumer<JobId, Duration> listener) {
            this.runEnded = requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Starts the worker.
         *
         * @return a worker that looks for jobs; the caller closes it
         * @throws io.stacgenerator.StacGeneratorException with {@code QUEUE_UNAVAILABLE} when the queue does not answer
         */
        public JobWorker start() {
            return new JobWorker(this);
        }
    }
}
