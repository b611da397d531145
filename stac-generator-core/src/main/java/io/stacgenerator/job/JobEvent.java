package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A job has come into another state.
 *
 * @param id the id of the job
 * @param state the new state
 * @param at when
 * @since 0.1.0
 */
public record JobEvent(JobId id, JobState state, Instant at) {

    /** Checks that nothing is null. */
    public JobEvent {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(at, "at");
    }
}
