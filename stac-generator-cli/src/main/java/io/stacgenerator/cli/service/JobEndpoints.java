package io.stacgenerator.cli.service;

import static io.stacgenerator.job.JobState.FINISHED;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.WorkerStatus;
import io.stacgenerator.model.JsonText;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Submits jobs, reports on them and cancels them. */
final class JobEndpoints {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final JobQueue queue;
    private final JobLog log;
    private final Webhooks webhooks;
    private final LargeAnswers answers;

    JobEndpoints(JobQueue queue, JobLog log, Webhooks webhooks, LargeAnswers answers) {
        this.queue = queue;
        this.log = log;
        this.webhooks = webhooks;
        this.answers = answers;
    }

    void submit(Context ctx) {
        RequestBody body = RequestBody.of(ctx);
        URI webhook = webhooks.allowed(ctx.queryParam("webhook"));
        String key = ctx.header(IDEMPOTENCY_KEY);
        if (body.isMany()) {
            submitAll(ctx, body.requests(), key, webhook);
            return;
        }
        JobId id = key == null ? JobId.random() : JobId.ofKey(key);
        queue.submit(new Job(id, body.request(), webhook));
        log.submitted(List.of(id), RequestId.of(ctx));
        ctx.status(HttpStatus.ACCEPTED).header(Header.LOCATION, "/jobs/" + id);
        Json.answer(ctx, Map.of("job_id", id.value()));
    }

    /** With a key each request has one of its own, by its place, so that all may be sent again. */
    private void submitAll(Context ctx, List<GenerationRequest> requests, @Nullable String key, @Nullable URI webhook) {
        List<Job> jobs = IntStream.range(0, requests.size())
                .mapToObj(i ->
                        new Job(key == null ? JobId.random() : JobId.ofKey(key + "/" + i), requests.get(i), webhook))
                .toList();
        queue.submitAll(jobs);
        log.submitted(jobs.stream().map(Job::id).toList(), RequestId.of(ctx));
        ctx.status(HttpStatus.ACCEPTED);
        Json.answer(
                ctx,
                Map.of("job_ids", jobs.stream().map(job -> job.id().value()).toList()));
    }

    void requeueAll(Context ctx) {
        Json.answer(ctx, Map.of("requeued", queue.requeueAll(JobListing.filter(ctx, EnumSet.of(JobState.FAILED)))));
    }

    void requeue(Context ctx) {
        JobId id = id(ctx);
        if (!queue.requeue(id)) {
            throw unfit(id, "one that failed, or was stopped or canceled");
        }
        status(ctx);
    }

    void showItem(Context ctx) {
        JobId id = id(ctx);
        answers.answer(ctx, ItemEndpoint.MEDIA_TYPE, () -> {
            GenerationResult result = queue.result(id).orElseThrow(() -> unfit(id, "one that is finished"));
            return result.item().toJson();
        });
    }

    private Refusal unfit(JobId id, String expected) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "job %s is %s, expected %s"
                        .formatted(id, queue.status(id).state().jsonName(), expected));
    }

    void status(Context ctx) {
        JobStatus status = queue.status(id(ctx));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", status.state().jsonName());
        if (status.withoutGeometry()) {
            members.put("without_geometry", true);
        }
        Json.answer(ctx, members);
    }

    void show(Context ctx) {
        JobId id = id(ctx);
        JobStatus status = queue.status(id);
        answers.answer(ctx, ContentType.JSON, () -> JsonText.compact(described(status)));
    }

    private Map<String, Object> described(JobStatus status) {
        Map<String, Object> members = status.toMap();
        if (status.state() == FINISHED) {
            queue.result(status.id()).ifPresent(result -> {
                members.put("item", result.item().toMap());
                members.put("origins", result.origins());
            });
        }
        return members;
    }

    void cancel(Context ctx) {
        JobId id = id(ctx);
        if (!queue.cancel(id)) {
            throw unfit(id, "one that has not ended");
        }
        status(ctx);
    }

    /** As OGC API - Processes dismisses a job: one that has not ended is canceled, one that has is forgotten. */
    void delete(Context ctx) {
        JobId id = id(ctx);
        if (queue.delete(id)) {
            ctx.status(HttpStatus.NO_CONTENT);
        } else {
            cancel(ctx);
        }
    }

    void listWorkers(Context ctx) {
        Json.answer(
                ctx,
                Map.of(
                        "workers",
                        queue.workers().stream().map(WorkerStatus::toMap).toList()));
    }

    void list(Context ctx) {
        Json.answer(ctx, JobListing.of(ctx).answer(queue));
    }

    static JobId id(Context ctx) {
        String id = ctx.pathParam("job_id");
        try {
            return new JobId(id);
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(ErrorCode.UNKNOWN_JOB, "unknown job '%s'".formatted(id), e);
        }
    }
}
