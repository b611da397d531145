package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A queue within one process: what it holds is gone when the process ends. Thread-safe.
 *
 * <p>Jobs that have ended are kept for as long as {@link JobQueueOptions#resultRetention} and
 * {@link JobQueueOptions#failureRetention} say, but within {@link JobQueueOptions#maxEnded} and
 * {@link JobQueueOptions#maxEndedBytes}: the oldest make room for the newest and are unknown then.
 *
 * @since 0.1.0
 */
public final class InMemoryJobQueue implements JobQueue {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final JobEvents events = new JobEvents();
    private final JobQueueOptions options;
    private final JobTable table;
    private boolean closed;

    /** Creates a queue with default options. */
    public InMemoryJobQueue() {
        this(JobQueueOptions.ofDefaults());
    }

    /**
     * Creates a queue.
     *
     * @param options its limits
     */
    public InMemoryJobQueue(JobQueueOptions options) {
        this.options = requireNonNull(options, "options");
        table = new JobTable(options, InstantSource.system(), this::onEvent);
    }

    private void onEvent(JobEvent event) {
        changed.signalAll();
        events.publish(event);
    }

    @Override
    public boolean submit(Job job) {
        requireNonNull(job, "job");
        return locked(jobs -> jobs.add(job));
    }

    @Override
    public int submitAll(List<Job> jobs) {
        return (int) jobs.stream().filter(this::submit).count();
    }

    @Override
    public JobStatus status(JobId id) {
        return locked(jobs -> jobs.get(id).status());
    }

    @Override
    public Optional<GenerationResult> result(JobId id) {
        return locked(jobs -> Optional.ofNullable(jobs.get(id).result))
                .map(json -> GenerationResult.fromJson(new String(json, StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<GenerationRequest> request(JobId id) {
        return Optional.of(locked(jobs -> jobs.get(id).request));
    }

    @Override
    public JobStatus await(JobId id, Duration timeout) {
        return awaited(jobs -> jobs.get(id).status(), status -> status.state().ended(), timeout);
    }

    @Override
    public boolean cancel(JobId id) {
        return locked(jobs -> jobs.cancel(id));
    }

    @Override
    public boolean requeue(JobId id) {
        return locked(jobs -> jobs.requeue(id));
    }

    @Override
    public boolean delete(JobId id) {
        return locked(jobs -> jobs.delete(id));
    }

    @Override
    public List<JobCallback> callbacks(int max) {
        return locked(jobs -> jobs.callbacks(max));
    }

    @Override
    public void calledBack(JobId id) {
        lock.lock();
        try {
            tick();
            table.calledBack(id);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<WorkerStatus> workers() {
        return locked(JobTable::workers);
    }

    @Override
    public JobPage list(JobFilter filter, @Nullable String after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, expected at least 1".formatted(limit));
        }
        long below = after == null ? Long.MAX_VALUE : sequence(after);
        return locked(jobs -> page(
                jobs.below(below, job -> isListed(job, filter))
                        .limit(limit + 1L)
                        .toList(),
                limit));
    }

    private static boolean isListed(JobRecord job, JobFilter filter) {
        return filter.states().contains(job.state) && (filter.isOfStates() || filter.matches(job.status()));
    }

    private static long sequence(String after) {
        if (!CURSOR.matcher(after).matches()) {
            throw new IllegalArgumentException("'%s' is not the next of a page of this queue".formatted(after));
        }
        return Long.parseLong(after);
    }

    private static JobPage page(List<JobRecord> jobs, int limit) {
        boolean more = jobs.size() > limit;
        List<JobRecord> shown = more ? jobs.subList(0, limit) : jobs;
        String next = more ? Long.toString(shown.get(limit - 1).sequence) : null;
        return new JobPage(shown.stream().map(JobRecord::status).toList(), next);
    }

    @Override
    public JobStats stats() {
        return locked(JobTable::stats);
    }

    @Override
    public JobSubscription listen(Set<JobState> states, Consumer<JobEvent> listener) {
        requireNonNull(listener, "listener");
        Set<JobState> heard = Set.copyOf(states);
        return locked(jobs -> events.add(event -> {
            if (heard.contains(event.state())) {
                listener.accept(event);
            }
        }));
    }

    @Override
    public void ping() {
        locked(JobTable::stats);
    }

    @Override
    public JobLeases leases(String worker) {
        requireNonNull(worker, "worker");
        return locked(jobs -> new Leases(jobs.signOn(worker)));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            events.close();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Function<JobTable, T> operation) {
        return awaited(operation, any -> true, Duration.ZERO);
    }

    /** Looks at the table until it shows what is wanted, the time is over, or the thread is interrupted. */
    private <T> T awaited(Function<JobTable, T> look, Predicate<T> wanted, Duration timeout) {
        Instant deadline = Instant.now().plus(timeout);
        lock.lock();
        try {
            while (true) {
                Instant nextDue = tick();
                T seen = look.apply(table);
                long nanos = nanosUntil(deadline, nextDue);
                if (wanted.test(seen) || nanos <= 0) {
                    return seen;
                }
                changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look.apply(table);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Instant tick() {
        if (closed) {
            throw new StacGeneratorException(ErrorCode.CANCELED, "the job queue is closed");
        }
        return table.tick();
    }

    /**
     * Returns how long to wait for the deadline, or for what is due before it: a nanosecond when that is due by now.
     */
    private static long nanosUntil(Instant deadline, @Nullable Instant nextDue) {
        Instant now = Instant.now();
        long rest = Duration.between(now, deadline).toNanos();
        return nextDue == null || rest <= 0
                ? rest
                : Math.min(rest, Math.max(1, Duration.between(now, nextDue).toNanos()));
    }

    private final class Leases implements JobLeases {

        private final String worker;

        Leases(String worker) {
            this.worker = worker;
        }

        @Override
        public Duration duration() {
            return options.lease();
        }

        @Override
        public List<Lease> claim(int max, Duration wait) {
            return awaited(jobs -> jobs.take(worker, max), leases -> !leases.isEmpty(), wait);
        }

        @Override
        public Set<Lease> renew(Collection<Lease> leases) {
            return locked(jobs ->
                    leases.stream().filter(lease -> jobs.renew(worker, lease)).collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public boolean isolate(Lease lease) {
            return locked(jobs -> jobs.isolate(lease));
        }

        @Override
        public boolean finish(Lease lease, GenerationResult result) {
            return locked(jobs -> jobs.finish(lease, result));
        }

        @Override
        public boolean fail(Lease lease, StacGeneratorException error) {
            return locked(jobs -> jobs.fail(lease, error));
        }

        @Override
        public boolean release(Lease lease) {
            return locked(jobs -> jobs.release(lease));
        }

        @Override
        public void close() {
            lock.lock();
            try {
                table.signOff(worker);
            } finally {
                lock.unlock();
            }
        }
    }
}
