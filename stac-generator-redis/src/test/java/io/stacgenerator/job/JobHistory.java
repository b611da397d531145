package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random history of a queue: what happens to it by chance, done to the queue and to a {@link JobTable} as its model,
 * at times that the history sets. Both must answer the same.
 *
 * <p>The queue sees at the next claim what the table sees at once: that a lease is over, or a retry due. So somebody
 * claims as soon as a lease is over, and a retry that is due counts as queued.
 */
public final class JobHistory {

    /** Not whole seconds, in which time passes: nothing ends at the very moment at which it is looked at. */
    private static final Duration LEASE = Duration.ofMillis(10_500);
    /** The shortest, as chance makes any longer one up to a half shorter: each is over when time has passed at all. */
    private static final Duration BACKOFF = Duration.ofMillis(1);

    private static final Duration RETENTION = Duration.ofMillis(25_500);
    /** What the queue is to be made with. */
    public static final JobQueueOptions OPTIONS = JobQueueOptions.builder()
            .lease(LEASE)
            .backoff(BACKOFF, BACKOFF)
            .resultRetention(RETENTION)
            .failureRetention(RETENTION)
            .maxAttempts(2)
            .build();

    private static final int STEPS = 20;
    private static final int JOBS = 4;
    private static final List<Job> ALL = IntStream.range(0, JOBS)
            .mapToObj(i -> new Job(
                    JobId.ofKey("job-" + i),
                    GenerationRequest.builder().assetPaths("/data/" + i).build()))
            .toList();

    private final Random random;
    private final JobQueue queue;
    private final Consumer<Instant> setTime;
    private final JobTable table = new JobTable(OPTIONS, this::now, event -> {});
    private final List<Lease> leases = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private Instant now;

    /**
     * Creates a history.
     *
     * @param seed what makes it
     * @param queue an empty queue
     * @param start when it begins, whole seconds
     * @param setTime sets the clock of the queue
     */
    public JobHistory(long seed, JobQueue queue, Instant start, Consumer<Instant> setTime) {
        random = new Random(seed);
        this.queue = queue;
        this.setTime = setTime;
        now = start;
    }

    private Instant now() {
        return now;
    }

    /** Returns what was done, with a last line that shows the difference if there was one. */
    public List<String> play() {
        setTime.accept(now);
        for (int i = 0; i < STEPS; i++) {
            String difference = step();
            if (!difference.isEmpty()) {
                steps.add(difference);
                return steps;
            }
        }
        return List.of();
    }

    private String step() {
        Job job = ALL.get(random.nextInt(JOBS));
        int choice = random.nextInt(12);
        String difference = switch (choice) {
            case 0, 1, 2 -> both("submit " + job.id(), t -> t.add(job), q -> q.submit(job));
            case 3, 4 -> claim();
            case 5 -> pass(1 + random.nextInt(4));
            case 6 -> pass((random.nextBoolean() ? LEASE : RETENTION).toSeconds() + 1);
            case 7 -> both("cancel " + job.id(), t -> t.cancel(job.id()), q -> q.cancel(job.id()));
            case 8 -> both("requeue " + job.id(), t -> t.requeue(job.id()), q -> q.requeue(job.id()));
            default -> withLease(choice);
        };
        return difference.isEmpty() ? compare() : difference;
    }

    private String pass(long seconds) {
        steps.add("pass " + seconds);
        now = now.plusSeconds(seconds);
        setTime.accept(now);
        return leases.stream().anyMatch(this::isOver) ? claim() : "";
    }

    /** All at once, since the order differs after retries. */
    private String claim() {
        steps.add("claim");
        table.tick();
        List<Lease> expected = sorted(table.take("worker", JOBS));
        List<Lease> actual;
        // a new worker, which looks at its first claim for what is due
        try (JobLeases worker = queue.leases("worker")) {
            actual = worker.claim(JOBS, Duration.ZERO);
        }
        leases.addAll(expected);
        return expected.equals(sorted(actual)) ? "" : "claimed %s, expected %s".formatted(sorted(actual), expected);
    }

    private static List<Lease> sorted(List<Lease> leases) {
        return leases.stream()
                .sorted(Comparator.comparing(lease -> lease.id().value()))
                .toList();
    }

    private String withLease(int choice) {
        if (leases.isEmpty()) {
            return "";
        }
        Lease lease = leases.get(random.nextInt(leases.size()));
        return switch (choice == 9 ? random.nextInt(3) : 3 + random.nextInt(3)) {
            case 0 -> held("isolate", lease, t -> t.isolate(lease), l -> l.isolate(lease));
            case 1 ->
                held(
                        "renew",
                        lease,
                        t -> t.renew("worker", lease),
                        l -> !l.renew(List.of(lease)).isEmpty());
            case 2 -> held("release", lease, t -> t.release(lease), l -> l.release(lease));
            case 3 -> held("fail", lease, t -> t.fail(lease, lasting()), l -> l.fail(lease, lasting()));
            case 4 -> held("fail for now", lease, t -> t.fail(lease, passing()), l -> l.fail(lease, passing()));
            default -> held("finish", lease, t -> t.finish(lease, result()), l -> l.finish(lease, result()));
        };
    }

    private boolean isOver(Lease lease) {
        try {
            JobStatus status = queue.status(lease.id());
            return status.state() == JobState.STARTED && status.leaseExpired();
        } catch (StacGeneratorException e) {
            return false;
        }
    }

    private String held(
            String name, Lease lease, Function<JobTable, Boolean> model, Function<JobLeases, Boolean> leased) {
        return both(name + " " + lease.id() + " " + lease.attempt(), model, q -> {
            try (JobLeases worker = q.leases("worker")) {
                return leased.apply(worker);
            }
        });
    }

    private String both(String step, Function<JobTable, ?> model, Function<JobQueue, ?> real) {
        steps.add(step);
        table.tick();
        String expected = outcome(() -> model.apply(table));
        String actual = outcome(() -> real.apply(queue));
        return expected.equals(actual) ? "" : "gave %s, expected %s".formatted(actual, expected);
    }

    private static String outcome(Supplier<?> call) {
        try {
            return String.valueOf(call.get());
        } catch (StacGeneratorException e) {
            return e.code().name();
        }
    }

    private String compare() {
        table.tick();
        Map<JobId, String> expected =
                shown(table.below(Long.MAX_VALUE, job -> true).map(JobRecord::status));
        Map<JobId, String> actual = shown(queue.list(EnumSet.allOf(JobState.class), null, JOBS).jobs().stream());
        if (!expected.equals(actual)) {
            return "shows %s, expected %s".formatted(actual, expected);
        }
        long counted = queue.stats().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return counted == actual.size() ? "" : "counts %d jobs, expected %d".formatted(counted, actual.size());
    }

    private Map<JobId, String> shown(Stream<JobStatus> statuses) {
        return statuses.collect(Collectors.toMap(JobStatus::id, this::shown));
    }

    /** A retry that is due is shown as queued, as whoever claims next will find it. */
    private String shown(JobStatus status) {
        boolean due = status.state() == JobState.SCHEDULED
                && !status.retryAt().orElseThrow().isAfter(now);
        boolean queued = status.state() == JobState.QUEUED || due;
        return queued ? "QUEUED" : status.state() + " " + status.attempts();
    }

    private static StacGeneratorException lasting() {
        return new StacGeneratorException(ErrorCode.NOT_FOUND, "nothing there");
    }

    private static StacGeneratorException passing() {
        return new StacGeneratorException(ErrorCode.STORAGE_UNAVAILABLE, "no answer");
    }

    private static GenerationResult result() {
        return new GenerationResult(
                StacItem.of(Map.of("type", "Feature", "stac_version", "1.1.0", "id", "a")), List.of(), Map.of());
    }
}
