package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worker that has signed on, and was heard of within ten times the lease.
 *
 * @param id its id, which {@link JobStatus#worker()} names
 * @param host the name that it signed on with: that of its machine, unless it was given another one
 * @param since when it was first heard of
 * @param seenAt when it last looked for work or renewed its leases; the queue may learn of it only once a second
 * @param jobs the jobs that it holds
 * @since 0.1.0
 */
public record WorkerStatus(String id, String host, Instant since, Instant seenAt, List<JobId> jobs)
        implements JsonObject {

    /** Copies the jobs, and checks that nothing is null. */
    public WorkerStatus {
        requireNonNull(id, "id");
        requireNonNull(host, "host");
        requireNonNull(since, "since");
        requireNonNull(seenAt, "seenAt");
        jobs = List.copyOf(jobs);
    }

    /** Returns {@code worker_id}, {@code host}, {@code since}, {@code seen_at} and the ids of {@code jobs}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("worker_id", id);
        map.put("host", host);
        map.put("since", since.toString());
        map.put("seen_at", seenAt.toString());
        map.put("jobs", jobs.stream().map(JobId::value).toList());
        return map;
    }
}
