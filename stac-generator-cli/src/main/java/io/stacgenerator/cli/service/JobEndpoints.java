package io.stacgenerator.cli.service;

import static io.stacgenerator.job.JobState.FINISHED;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobStatus;
import java.util.Map;

/** Submits jobs, tells of them and cancels them. */
final class JobEndpoints {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final JobQueue queue;

    JobEndpoints(JobQueue queue) {
        this.queue = queue;
    }

    void submit(Context ctx) {
        String key = ctx.header(IDEMPOTENCY_KEY);
        JobId id = key == null ? JobId.random() : JobId.ofKey(key);
        queue.submit(new Job(id, Json.request(ctx)));
        ctx.status(HttpStatus.ACCEPTED).header(Header.LOCATION, "/jobs/" + id);
        Json.answer(ctx, Map.of("job_id", id.value()));
    }

    void status(Context ctx) {
        Json.answer(ctx, Map.of("status", queue.status(id(ctx)).state().jsonName()));
    }

    void show(Context ctx) {
        JobId id = id(ctx);
        JobStatus status = queue.status(id);
        Map<String, Object> members = status.toMap();
        if (status.state() == FINISHED) {
            queue.result(id)
                    .ifPresent(result -> members.put("item", result.item().toMap()));
        }
        Json.answer(ctx, members);
    }

    void cancel(Context ctx) {
        JobId id = id(ctx);
        if (!queue.cancel(id)) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "job %s is %s, expected one that has not ended"
                            .formatted(id, queue.status(id).state().jsonName()));
        }
        status(ctx);
    }

    void list(Context ctx) {
        Json.answer(ctx, JobListing.of(ctx).answer(queue));
    }

    private static JobId id(Context ctx) {
        String id = ctx.pathParam("job_id");
        try {
            return new JobId(id);
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(ErrorCode.UNKNOWN_JOB, "there is no job '%s'".formatted(id), e);
        }
    }
}
