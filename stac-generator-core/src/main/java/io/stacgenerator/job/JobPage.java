package io.stacgenerator.job;

import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of jobs.
 *
 * @param jobs the jobs, those submitted last first
 * @param next what to pass to {@link JobQueue#list} for the part that follows, or null at the end of the list; made of
 *     the characters {@code A-Z a-z 0-9 - _}
 * @since 0.1.0
 */
public record JobPage(List<JobStatus> jobs, @Nullable String next) implements JsonObject {

    /** Copies the jobs. */
    public JobPage {
        jobs = List.copyOf(jobs);
    }

    /** Returns {@code jobs} and, where more follow, {@code next}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("jobs", jobs.stream().map(JobStatus::toMap).toList());
        if (next != null) {
            map.put("next", next);
        }
        return map;
    }
}
