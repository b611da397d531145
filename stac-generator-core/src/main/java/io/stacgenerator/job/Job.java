package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;

/**
 * A request to be run later, and the id to ask for it.
 *
 * <p>Keep the job until it is submitted: submitting it again after an error makes no second one.
 *
 * @param id the id; no two requests may have the same
 * @param request the request, with the credentials that its hrefs may carry
 * @since 0.1.0
 */
public record Job(JobId id, GenerationRequest request) {

    /** Checks that nothing is null. */
    public Job {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
    }

    /**
     * Makes a job with an id of its own.
     *
     * @param request the request
     * @return a job with a random id
     */
    public static Job of(GenerationRequest request) {
        return new Job(JobId.random(), request);
    }
}
