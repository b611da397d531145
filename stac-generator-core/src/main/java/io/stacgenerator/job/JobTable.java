package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jobs of a queue in memory, and their changes of state. Not thread-safe. */
final class JobTable {

    /**
     * After so many lost workers a job runs alone. One loss is mostly a restart; a job that was there twice may be the
     * cause, and running it alone distinguishes it from those that were there too.
     */
    private static final int LOSSES_BEFORE_ALONE = 2;

    private final JobQueueOptions options;
    private final Consumer<JobEvent> events;
    private final Map<JobId, JobRecord> jobs = new HashMap<>();
    private final NavigableMap<Long, JobRecord> bySequence = new TreeMap<>();
    private final NavigableMap<Long, JobRecord> queued = new TreeMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));
    private final EndedJobs ended;
    private final Map<JobRecord, Instant> callbacks = new LinkedHashMap<>();
    private final Map<String, WorkerRecord> workers = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Map<JobState, Long> counts = new EnumMap<>(JobState.class);
    private long nextSequence;

    JobTable(JobQueueOptions options, InstantSource clock, Consumer<JobEvent> events) {
        this.options = options;
        this.clock = clock;
        this.events = events;
        ended = new EndedJobs(options);
    }

    boolean add(Job job) {
        JobRecord present = jobs.get(job.id());
        if (present != null) {
            return refuseOther(present, job);
        }
        int bytes = utf8(JobPayload.of(job.request(), options)).length;
        requireRoom();
        JobRecord added = new JobRecord(job, bytes, nextSequence++, clock.instant());
        jobs.put(added.id, added);
        bySequence.put(added.sequence, added);
        enter(added, JobState.QUEUED, null);
        return true;
    }

    private static boolean refuseOther(JobRecord present, Job job) {
        if (!present.request.equals(job.request())) {
            throw new StacGeneratorException(
                    ErrorCode.JOB_CONFLICT,
                    "job '%s' is there with another request, expected the same request or an id of its own"
                            .formatted(job.id()));
        }
        return false;
    }

    private void requireRoom() {
        long waiting = count(JobState.QUEUED) + count(JobState.SCHEDULED);
        if (waiting >= options.capacity()) {
            throw new StacGeneratorException(
                    ErrorCode.QUEUE_FULL,
                    "%d jobs wait in the queue, expected less than %d (capacity)"
                            .formatted(waiting, options.capacity()));
        }
    }

    JobRecord get(JobId id) {
        JobRecord job = jobs.get(id);
        if (job == null) {
            throw new StacGeneratorException(
                    ErrorCode.UNKNOWN_JOB,
                    "job '%s' is not known: there was none, or it has expired or made room for newer ones"
                            .formatted(id));
        }
        return job;
    }

    String signOn(String host) {
        String id = host + "-" + UUID.randomUUID();
        workers.put(id, new WorkerRecord(host, clock.instant()));
        return id;
    }

    void signOff(String worker) {
        workers.remove(worker);
    }

    List<WorkerStatus> workers() {
        return workers.entrySet().stream()
                .map(worker -> worker.getValue().status(worker.getKey(), heldBy(worker.getKey())))
                .toList();
    }

    private List<JobId> heldBy(String worker) {
        return bySequence.values().stream()
                .filter(job -> job.state == JobState.STARTED && worker.equals(job.worker))
                .map(job -> job.id)
                .toList();
    }

    private void seen(String worker) {
        WorkerRecord record = workers.get(worker);
        if (record != null) {
            record.seenAt = clock.instant();
        }
    }

    List<Lease> take(String worker, int max) {
        seen(worker);
        List<Lease> leases = new ArrayList<>();
        while (leases.size() < max && !queued.isEmpty()) {
            leases.add(take(worker, queued.firstEntry().getValue()));
        }
        return leases;
    }

    private Lease take(String worker, JobRecord job) {
        job.claims++;
        job.worker = worker;
        job.alone = false;
        job.startedAt = clock.instant();
        move(job, JobState.STARTED, after(options.lease()));
        return new Lease(job.id, job.claims, job.request, job.losses >= LOSSES_BEFORE_ALONE);
    }

    boolean isolate(Lease lease) {
        return whenHeld(lease, job -> job.alone = true);
    }

    boolean renew(String worker, Lease lease) {
        seen(worker);
        return whenHeld(lease, job -> setDue(job, after(options.lease())));
    }

    boolean finish(Lease lease, GenerationResult result) {
        byte[] json = utf8(JobPayload.of(result, options));
        return whenHeld(lease, job -> {
            job.result = json;
            job.warnings = result.warnings();
            job.subject = job.subject.withItemId(result.item().id());
            job.withoutGeometry = result.item().geometry().isEmpty();
            job.error = null;
            end(job, JobState.FINISHED);
        });
    }

    boolean fail(Lease lease, StacGeneratorException failure) {
        return whenHeld(lease, job -> {
            job.error = JobError.of(failure);
            if (failure.code().retryable() && job.attempts() < options.maxAttempts()) {
                move(job, JobState.SCHEDULED, after(options.backoffAfter(job.attempts())));
            } else {
                end(job, JobState.FAILED);
            }
        });
    }

    boolean release(Lease lease) {
        return whenHeld(lease, job -> {
            job.discounted++;
            move(job, JobState.QUEUED, null);
        });
    }

    private boolean whenHeld(Lease lease, Consumer<JobRecord> change) {
        JobRecord job = jobs.get(lease.id());
        if (job == null || job.state != JobState.STARTED || job.claims != lease.attempt()) {
            return false;
        }
        change.accept(job);
        return true;
    }

    boolean cancel(JobId id) {
        JobRecord job = get(id);
        if (job.state.ended()) {
            return false;
        }
        end(job, job.state == JobState.STARTED ? JobState.STOPPED : JobState.CANCELED);
        return true;
    }

    boolean requeue(JobId id) {
        JobRecord job = get(id);
        if (!job.state.ended() || job.state == JobState.FINISHED) {
            return false;
        }
        requireRoom();
        ended.remove(job);
        callbacks.remove(job);
        bySequence.remove(job.sequence);
        job.sequence = nextSequence++;
        bySequence.put(job.sequence, job);
        job.enqueuedAt = clock.instant();
        job.startedAt = null;
        job.endedAt = null;
        job.error = null;
        job.worker = null;
        job.discounted = job.claims;
        job.losses = 0;
        move(job, JobState.QUEUED, null);
        return true;
    }

    boolean delete(JobId id) {
        JobRecord job = get(id);
        if (!job.state.ended()) {
            return false;
        }
        forget(job);
        return true;
    }

    List<JobCallback> callbacks(int max) {
        Instant now = clock.instant();
        List<JobRecord> due = callbacks.entrySet().stream()
                .filter(callback -> !callback.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
        List<JobCallback> given = new ArrayList<>();
        due.forEach(job -> given.add(give(job)));
        return given;
    }

    private JobCallback give(JobRecord job) {
        job.callbackTries++;
        if (job.callbackTries < JobQueueOptions.MAX_CALLBACKS) {
            callbacks.put(job, after(options.callbackAfter(job.callbackTries)));
        } else {
            callbacks.remove(job);
        }
        return new JobCallback(job.id, requireNonNull(job.callback), job.callbackTries);
    }

    void calledBack(JobId id) {
        JobRecord job = jobs.get(id);
        if (job != null) {
            callbacks.remove(job);
        }
    }

    /** Returns the jobs whose sequence is below the given one, from the highest on. */
    Stream<JobRecord> below(long sequence, Predicate<JobRecord> filter) {
        return bySequence.headMap(sequence, false).descendingMap().values().stream()
                .filter(filter);
    }

    JobStats stats() {
        Duration oldest =
                queued.isEmpty() ? null : Duration.between(queued.firstEntry().getValue().enqueuedAt, clock.instant());
        return new JobStats(counts, oldest, null);
    }

    /** Does what is due, and returns when something is due next. */
    @Nullable Instant tick() {
        Instant now = clock.instant();
        while (!timers.isEmpty() && !timers.peek().at.isAfter(now)) {
            Timer timer = timers.remove();
            if (timer.isValid()) {
                onDue(timer.job);
            }
        }
        return timers.isEmpty() ? null : timers.peek().at;
    }

    private void onDue(JobRecord job) {
        if (job.state.ended()) {
            forget(job);
        } else if (job.state == JobState.STARTED) {
            lose(job);
        } else {
            move(job, JobState.QUEUED, null);
        }
    }

    /** A worker that ran other jobs too does not show which of them it died of, so that none loses an attempt by it. */
    private void lose(JobRecord job) {
        job.losses++;
        if (job.alone) {
            job.error = new JobError(
                    ErrorCode.WORKER_LOST,
                    "job was given up after %d lost workers, the last of which ran nothing else".formatted(job.losses));
            end(job, JobState.FAILED);
        } else {
            job.discounted++;
            move(job, JobState.QUEUED, null);
        }
    }

    private void forget(JobRecord job) {
        job.due = null;
        ended.remove(job);
        callbacks.remove(job);
        jobs.remove(job.id);
        bySequence.remove(job.sequence);
        counts.merge(job.state, -1L, Long::sum);
    }

    private void end(JobRecord job, JobState state) {
        job.endedAt = clock.instant();
        move(job, state, after(state == JobState.FINISHED ? options.resultRetention() : options.failureRetention()));
        if (job.callback != null) {
            job.callbackTries = 0;
            callbacks.put(job, job.endedAt);
        }
        ended.add(job);
        ended.shrink(this::forget);
    }

    private void move(JobRecord job, JobState state, @Nullable Instant due) {
        counts.merge(job.state, -1L, Long::sum);
        queued.remove(job.sequence);
        enter(job, state, due);
    }

    private void enter(JobRecord job, JobState state, @Nullable Instant due) {
        counts.merge(state, 1L, Long::sum);
        job.state = state;
        if (state == JobState.QUEUED) {
            queued.put(job.sequence, job);
        }
        setDue(job, due);
        events.accept(new JobEvent(job.id, state, clock.instant()));
    }

    private void setDue(JobRecord job, @Nullable Instant due) {
        job.due = due;
        if (due != null) {
            timers.add(new Timer(due, job));
        }
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private long count(JobState state) {
        return counts.getOrDefault(state, 0L);
    }

    private Instant after(Duration duration) {
        return clock.instant().plus(duration);
    }

    private static final class WorkerRecord {

        private final String host;
        private final Instant since;
        private Instant seenAt;

        WorkerRecord(String host, Instant since) {
            this.host = host;
            this.since = since;
            seenAt = since;
        }

        WorkerStatus status(String id, List<JobId> jobs) {
            return new WorkerStatus(id, host, since, seenAt, jobs);
        }
    }

    /** A time at which something is due, unless the job has moved on. */
    private record Timer(Instant at, JobRecord job) {

        boolean isValid() {
            return at.equals(job.due);
        }
    }
}
