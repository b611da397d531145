package io.stacgenerator.cli.service;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobWorker;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the jobs of a process next to its other work. Thread-safe. */
final class ServiceWorker implements AutoCloseable {

    private final JobQueue queue;
    private final Function<GenerationRequest, GenerationResult> generate;
    private final ServiceOptions options;
    private volatile @Nullable JobWorker worker;

    ServiceWorker(JobQueue queue, Function<GenerationRequest, GenerationResult> generate, ServiceOptions options) {
        this.queue = queue;
        this.generate = generate;
        this.options = options;
    }

    /** Starts to work on jobs, unless the options leave them to other processes. */
    void start() {
        if (options.workers() > 0) {
            worker = JobWorker.builder(queue, generate)
                    .threads(options.workers())
                    .grace(options.grace())
                    .timeLimit(options.jobTimeout())
                    .onRunEnded(new JobLog(options.log(), queue)::ran)
                    .start();
        }
    }

    /** Returns what a restart would cure: threads that do not end hold memory, and perhaps a lock. */
    Optional<String> fault() {
        JobWorker working = worker;
        if (working == null) {
            return Optional.empty();
        }
        int stuck = working.stuck();
        if (stuck > 0) {
            return Optional.of("%d jobs did not end in their time, and hold their threads".formatted(stuck));
        }
        return working.isAlive() ? Optional.empty() : Optional.of("a thread that takes jobs or renews leases has died");
    }

    @Override
    public void close() {
        JobWorker working = worker;
        if (working != null) {
            working.close();
        }
    }
}
