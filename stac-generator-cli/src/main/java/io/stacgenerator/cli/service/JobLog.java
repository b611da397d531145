package io.stacgenerator.cli.service;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs what becomes of jobs: a line when they are submitted, and one for each run. */
final class JobLog {

    private final ServiceLog log;
    private final JobQueue queue;

    JobLog(ServiceLog log, JobQueue queue) {
        this.log = log;
        this.queue = queue;
    }

    /** Ties jobs to the call that submitted them. */
    void submitted(List<JobId> jobs, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("job_id", jobs.get(0).value());
        if (jobs.size() > 1) {
            members.put("last_job_id", jobs.get(jobs.size() - 1).value());
            members.put("jobs", jobs.size());
        }
        members.put("request_id", requestId);
        log.tell("submitted", members);
    }

    void ran(JobId id, Duration took) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("job_id", id.value());
        try {
            describe(queue.status(id), members);
        } catch (StacGeneratorException e) {
            members.put("status", "unknown");
            members.put("code", e.code().name());
        }
        members.put("ms", took.toMillis());
        log.tell("job", members);
    }

    private static void describe(JobStatus job, Map<String, Object> members) {
        put(members, "item_id", job.subject().itemId());
        if (job.subject().itemId() == null) {
            put(members, "asset", job.subject().asset());
        }
        members.put("status", job.state().jsonName());
        members.put("attempt", job.attempts());
        if (job.withoutGeometry()) {
            members.put("without_geometry", true);
        }
        if (job.state() != JobState.FINISHED) {
            job.error().ifPresent(error -> {
                members.put("code", error.code().name());
                members.put("message", error.message());
            });
        }
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
