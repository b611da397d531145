package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.Warning;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a queue knows of a job, without its result.
 *
 * @param id the id of the job
 * @param state where it stands
 * @param enqueuedAt when it was submitted
 * @param startedAt when a worker took it, the last time; null when none has
 * @param endedAt when it ended; null when it has not
 * @param retryAt when a scheduled job may be tried again; null in any other state
 * @param attempts how many times a worker has taken it
 * @param leaseExpired true when it is started and its worker has not been heard of for longer than the lease: the
 *     worker died or is cut off, and the next one that looks for work takes the job
 * @param error why it failed the last time, also while it waits to be tried again; null when it did not
 * @param warnings the warnings of the result of a finished job
 * @since 0.1.0
 */
public record JobStatus(
        JobId id,
        JobState state,
        Instant enqueuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant retryAt,
        int attempts,
        boolean leaseExpired,
        @Nullable JobError error,
        List<Warning> warnings) {

    /** Copies the warnings. */
    public JobStatus {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(enqueuedAt, "enqueuedAt");
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns this status as JSON members, times by RFC 3339.
     *
     * @return {@code job_id}, {@code status}, {@code enqueued_at}, {@code attempts}, {@code lease_expired} and
     *     {@code warnings}; {@code started_at}, {@code ended_at}, {@code retry_at} and {@code error} where there are
     *     any
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job_id", id.value());
        map.put("status", state.jsonName());
        put(map, "enqueued_at", enqueuedAt);
        put(map, "started_at", startedAt);
        put(map, "ended_at", endedAt);
        put(map, "retry_at", retryAt);
        map.put("attempts", attempts);
        map.put("lease_expired", leaseExpired);
        if (error != null) {
            map.put("error", error.toMap());
        }
        map.put("warnings", warnings.stream().map(Warning::toMap).toList());
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Instant time) {
        if (time != null) {
            map.put(name, time.toString());
        }
    }
}
