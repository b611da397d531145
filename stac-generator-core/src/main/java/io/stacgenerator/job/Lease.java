package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;

/**
 * A job in the hands of a worker, for as long as the lease is renewed.
 *
 * @param id the id of the job
 * @param attempt the number of the attempt, from 1; the queue takes the end of a job only from its latest attempt
 * @param request what to run
 * @since 0.1.0
 */
public record Lease(JobId id, int attempt, GenerationRequest request) {

    /** Checks that nothing is null. */
    public Lease {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
    }
}
