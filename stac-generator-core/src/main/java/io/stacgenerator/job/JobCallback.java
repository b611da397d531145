package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * A call that is due because a job has ended.
 *
 * @param id the job
 * @param url whom to call
 * @param attempt the number of the try, from 1
 * @since 0.1.0
 */
public record JobCallback(JobId id, URI url, int attempt) {

    /** Checks that nothing is null. */
    public JobCallback {
        requireNonNull(id, "id");
        requireNonNull(url, "url");
    }
}
