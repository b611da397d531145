package io.stacgenerator.job;

import io.stacgenerator.model.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs a queue holds.
 *
 * @param counts the number of jobs by state, each state with a number
 * @param oldestQueued how long the queued job that was submitted first has been there; null when none is queued
 * @param memory the memory of the server that holds the queue; null when there is none, or it does not say
 * @since 0.1.0
 */
public record JobStats(
        Map<JobState, Long> counts,
        @Nullable Duration oldestQueued,
        @Nullable QueueMemory memory) implements JsonObject {

    /** Copies the counts; states that are not there have none. */
    public JobStats {
        Map<JobState, Long> all = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            all.put(state, counts.getOrDefault(state, 0L));
        }
        counts = Map.copyOf(all);
    }

    /**
     * Returns {@code counts} by the names of the states, {@code oldest_queued_seconds} where a job is queued, and
     * {@code memory} where it is known.
     */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (JobState state : JobState.values()) {
            byName.put(state.jsonName(), count(state));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("counts", byName);
        if (oldestQueued != null) {
            map.put("oldest_queued_seconds", oldestQueued.toMillis() / 1000.0);
        }
        if (memory != null) {
            map.put("memory", memory.toMap());
        }
        return map;
    }

    /**
     * Returns the number of jobs in a state.
     *
     * @param state the state
     * @return at least 0
     */
    public long count(JobState state) {
        return counts.getOrDefault(state, 0L);
    }
}
