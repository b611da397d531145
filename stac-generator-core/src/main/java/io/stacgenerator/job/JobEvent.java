package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job has come into another state.
 *
 * @param id the id of the job
 * @param state the new state
 * @param at when
 * @since 0.1.0
 */
public record JobEvent(JobId id, JobState state, Instant at) implements JsonObject {

    /** Checks that nothing is null. */
    public JobEvent {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(at, "at");
    }

    /** Returns {@code job_id}, {@code status} and {@code at}, a time by RFC 3339. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job_id", id.value());
        map.put("status", state.jsonName());
        map.put("at", at.toString());
        return map;
    }
}
