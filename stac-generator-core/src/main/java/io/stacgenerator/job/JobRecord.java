package io.stacgenerator.job;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the table knows of one job. */
final class JobRecord {

    final JobId id;
    final GenerationRequest request;
    JobSubject subject;
    final @Nullable URI callback;
    int callbackTries;
    JobState state = JobState.QUEUED;
    long sequence;
    Instant enqueuedAt;

    @Nullable Instant startedAt;

    @Nullable Instant endedAt;

    /** When the state ends by itself: a lease, a wait or a retention. */
    @Nullable Instant due;

    /** How often a worker took the job, and how many of these times do not count as attempts. */
    int claims;

    int discounted;

    /** How many workers were lost that ran the job. */
    int losses;

    /** Whether the worker that holds the job runs nothing else. */
    boolean alone;

    /** The worker that holds the job, or held it last. */
    @Nullable String worker;

    @Nullable JobError error;

    /** The result as JSON in UTF-8, so that its size is known. */
    byte @Nullable [] result;

    List<Warning> warnings = List.of();
    boolean withoutGeometry;

    private final int requestBytes;

    JobRecord(Job job, int requestBytes, long sequence, Instant enqueuedAt) {
        id = job.id();
        this.requestBytes = requestBytes;
        request = job.request();
        callback = job.callback();
        subject = JobSubject.of(request);
        this.sequence = sequence;
        this.enqueuedAt = enqueuedAt;
    }

    int attempts() {
        return claims - discounted;
    }

    JobStatus status() {
        return JobStatus.builder(id, state, enqueuedAt)
                .subject(subject)
                .worker(worker)
                .withoutGeometry(withoutGeometry)
                .startedAt(startedAt)
                .endedAt(endedAt)
                .retryAt(state == JobState.SCHEDULED ? due : null)
                .attempts(attempts())
                .error(error)
                .warnings(warnings)
                .build();
    }

    long bytes() {
        return requestBytes + (result == null ? 0L : result.length);
    }
}
