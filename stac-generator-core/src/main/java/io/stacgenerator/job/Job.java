package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request to be run later, and the id to ask for it.
 *
 * <p>Keep the job until it is submitted: submitting it again after an error makes no second one.
 *
 * @param id the id; no two requests may have the same
 * @param request the request, with the credentials that its hrefs may carry
 * @param callback whom to call when the job has ended, see {@link JobQueue#callbacks}; null for nobody
 * @since 0.1.0
 */
public record Job(
        JobId id, GenerationRequest request, @Nullable URI callback) {

    /** Checks that nothing is null. */
    public Job {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
    }

    /**
     * Makes a job at whose end nobody is called.
     *
     * @param id the id
     * @param request the request
     */
    public Job(JobId id, GenerationRequest request) {
        this(id, request, null);
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
