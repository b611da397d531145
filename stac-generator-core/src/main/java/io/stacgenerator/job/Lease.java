package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;

/**
 * A job in the hands of a worker, for as long as the lease is renewed.
 *
 * @param id the id of the job
 * @param attempt the number of the claim, from 1 and never given twice: the queue takes the end of a job only from the
 *     latest one. Unlike {@link JobStatus#attempts()} it counts claims that were given back or came before a requeue
 * @param request what to run
 * @param alone whether its worker is to run it with no other job at the same time, since two workers were lost that ran
 *     it among others; see {@link JobLeases#isolate}
 * @since 0.1.0
 */
public record Lease(JobId id, int attempt, GenerationRequest request, boolean alone) {

    /** Checks that nothing is null. */
    public Lease {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
    }
}
