package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobCallback;
import io.stacgenerator.job.JobError;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobFilter;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobSubject;
import io.stacgenerator.job.JobSubscription;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.job.Lease;
import io.stacgenerator.job.WorkerStatus;
import io.stacgenerator.model.StacItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every job queue keeps.
 *
 * <p>To hold a queue to it, extend this class and make queues that share nothing with each other.
 *
 * @since 0.1.0
 */
@Timeout(60)
public abstract class JobQueueContract {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<JobQueue> opened = new ArrayList<>();

    /**
     * Makes an empty queue.
     *
     * @param options its limits
     * @return a queue, which the contract closes
     */
    protected abstract JobQueue create(JobQueueOptions options);

    @AfterEach
    void closeQueues() {
        opened.forEach(JobQueue::close);
    }

    @Test
    void runsAJobFromSubmissionToResult() {
        JobQueue queue = queue();
        Instant before = Instant.now().minusSeconds(5);
        JobId id = queue.submit(request("a"));
        assertThat(queue.status(id))
                .returns(JobState.QUEUED, JobStatus::state)
                .returns(0, JobStatus::attempts)
                .returns(null, status -> status.startedAt().orElse(null))
                .returns(null, status -> status.endedAt().orElse(null))
                .returns(null, status -> status.error().orElse(null))
                .satisfies(status -> assertThat(status.enqueuedAt()).isAfter(before));
        assertThat(queue.result(id)).isEmpty();
        assertThat(queue.request(id)).hasValue(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lease = take(leases);
            assertThat(lease).isEqualTo(new Lease(id, 1, request("a"), false));
            assertThat(queue.status(id))
                    .returns(JobState.STARTED, JobStatus::state)
                    .returns(1, JobStatus::attempts)
                    .returns(false, JobStatus::leaseExpired)
                    .satisfies(status ->
                            assertThat(status.startedAt().orElseThrow()).isAfter(before));
            assertThat(leases.finish(lease, result("a"))).isTrue();
        }
        assertThat(queue.status(id))
                .returns(JobState.FINISHED, JobStatus::state)
                .returns(result("a").warnings(), JobStatus::warnings)
                .satisfies(status -> assertThat(status.endedAt().orElseThrow()).isAfter(before));
        assertThat(queue.result(id).orElseThrow().toJson())
                .isEqualTo(result("a").toJson());
    }

    @Test
    void givesJobsInTheOrderOfSubmission() {
        JobQueue queue = queue();
        List<Job> jobs = jobs(50);
        assertThat(queue.submitAll(jobs)).isEqualTo(50);
        try (JobLeases leases = queue.leases("worker-1")) {
            List<Lease> first = leases.claim(20, NOW);
            List<Lease> second = leases.claim(100, NOW);
            assertThat(first).hasSize(20);
            assertThat(Stream.concat(first.stream(), second.stream()).map(Lease::id))
                    .isEqualTo(jobs.stream().map(Job::id).toList());
        }
    }

    @Test
    void givesNothingWhenThereIsNothing() {
        try (JobLeases leases = queue().leases("worker-1")) {
            assertThat(leases.claim(1, NOW)).isEmpty();
            assertThat(leases.claim(1, Duration.ofMillis(20))).isEmpty();
        }
    }

    @Test
    void wakesAWorkerThatWaits() throws InterruptedException {
        JobQueue queue = queue();
        BlockingQueue<Lease> taken = new LinkedBlockingQueue<>();
        Thread worker = new Thread(() -> {
            try (JobLeases leases = queue.leases("worker-1")) {
                taken.addAll(leases.claim(1, LONG));
            }
        });
        worker.start();
        JobId id = queue.submit(request("a"));
        assertThat(taken.poll(30, TimeUnit.SECONDS)).returns(id, Lease::id);
        worker.join();
    }

    @Test
    void takesTheSameJobOnce() {
        JobQueue queue = queue();
        Job job = Job.of(request("a"));
        assertThat(queue.submit(job)).isTrue();
        assertThat(queue.submit(job)).isFalse();
        assertThat(queue.submitAll(List.of(job, Job.of(request("a")), job))).isEqualTo(1);
        assertThat(queue.stats().count(JobState.QUEUED)).isEqualTo(2);
    }

    @Test
    void takesTheSameJobOnceAfterItsEnd() {
        JobQueue queue = queue();
        Job job = new Job(JobId.ofKey("order 66"), request("a"));
        queue.submit(job);
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
        }
        assertThat(queue.submit(new Job(JobId.ofKey("order 66"), request("a")))).isFalse();
        assertThat(queue.status(job.id()).state()).isEqualTo(JobState.FINISHED);
    }

    @Test
    void refusesAnotherRequestWithTheSameId() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        assertFails(ErrorCode.JOB_CONFLICT, () -> queue.submit(new Job(id, request("b"))));
    }

    @Test
    void refusesMoreJobsThanMayWait() {
        JobQueue queue = create(options().capacity(3));
        List<Job> jobs = jobs(4);
        assertFails(ErrorCode.QUEUE_FULL, () -> queue.submitAll(jobs));
        assertThat(queue.stats().count(JobState.QUEUED)).isEqualTo(3);
        assertThat(queue.submit(jobs.get(0))).isFalse();
        try (JobLeases leases = queue.leases("worker-1")) {
            take(leases);
            assertThat(queue.submitAll(jobs)).isEqualTo(1);
        }
    }

    @Test
    void refusesARequestThatIsTooLarge() {
        JobQueue queue = create(options().maxRequestBytes(200));
        assertFails(ErrorCode.LIMIT_EXCEEDED, () -> queue.submit(request("a".repeat(200))));
        assertThat(queue.submit(request("a"))).isNotNull();
    }

    @Test
    void refusesAResultThatIsTooLarge() {
        JobQueue queue = create(options().maxResultBytes(1000));
        queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lease = take(leases);
            assertFails(ErrorCode.LIMIT_EXCEEDED, () -> leases.finish(lease, result("a".repeat(1000))));
            assertThat(leases.finish(lease, result("a"))).isTrue();
        }
    }

    @Test
    void doesNotKnowOtherJobs() {
        JobQueue queue = queue();
        JobId id = JobId.random();
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.status(id));
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.result(id));
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.await(id, LONG));
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.cancel(id));
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.requeue(id));
    }

    @Test
    void failsForGoodForALastingReason() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            assertThat(leases.fail(take(leases), lasting())).isTrue();
        }
        assertThat(queue.status(id))
                .returns(JobState.FAILED, JobStatus::state)
                .returns(JobError.of(lasting()), status -> status.error().orElse(null))
                .returns(1, JobStatus::attempts);
    }

    @Test
    void triesAgainForAPassingReasonUntilNoAttemptIsLeft() {
        JobQueue queue = create(options().backoff(Duration.ofMillis(2), Duration.ofMillis(20)));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                Lease lease = take(leases);
                assertThat(lease.attempt()).isEqualTo(attempt);
                assertThat(leases.fail(lease, passing())).isTrue();
            }
        }
        assertThat(queue.status(id)).returns(JobState.FAILED, JobStatus::state).returns(3, JobStatus::attempts);
    }

    @Test
    void showsWhenAJobIsTriedAgain() {
        JobQueue queue = create(options().backoff(Duration.ofHours(1), Duration.ofHours(1)));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.fail(take(leases), passing());
            assertThat(queue.status(id))
                    .returns(JobState.SCHEDULED, JobStatus::state)
                    .returns(JobError.of(passing()), status -> status.error().orElse(null))
                    .returns(null, status -> status.endedAt().orElse(null))
                    .satisfies(status -> assertThat(status.retryAt().orElseThrow())
                            .isBetween(
                                    Instant.now().plusSeconds(1500),
                                    Instant.now().plusSeconds(3700)));
            assertThat(leases.claim(1, Duration.ofMillis(20))).isEmpty();
        }
        assertThat(queue.cancel(id)).isTrue();
        assertThat(queue.status(id))
                .returns(JobState.CANCELED, JobStatus::state)
                .returns(null, status -> status.retryAt().orElse(null));
    }

    @Test
    void givesAJobToAnotherWorkerWhenTheLeaseIsOver() {
        JobQueue queue = create(options().lease(Duration.ofMillis(300)));
        JobId id = queue.submit(request("a"));
        try (JobLeases dead = queue.leases("dead");
                JobLeases alive = queue.leases("alive")) {
            Lease lost = take(dead);
            Lease taken = take(alive);
            assertThat(taken).isEqualTo(new Lease(id, 2, request("a"), false));
            assertThat(dead.renew(List.of(lost))).isEmpty();
            assertThat(dead.finish(lost, result("late"))).isFalse();
            assertThat(dead.fail(lost, lasting())).isFalse();
            assertThat(dead.release(lost)).isFalse();
            assertThat(alive.renew(List.of(taken))).containsExactly(taken);
            assertThat(alive.finish(taken, result("a"))).isTrue();
            assertThat(alive.finish(taken, result("again"))).isFalse();
        }
        assertThat(queue.result(id).orElseThrow().item().id()).isEqualTo("a");
    }

    @Test
    void failsAJobThatIsAloneWhenItsWorkerIsLost() {
        JobQueue queue = create(options().lease(Duration.ofMillis(50)));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            assertThat(take(leases).alone()).isFalse();
            assertThat(take(leases).alone()).isFalse();
            Lease third = take(leases);
            assertThat(third.alone()).isTrue();
            assertThat(leases.isolate(third)).isTrue();
            await(() -> leases.claim(1, NOW).isEmpty() && queue.status(id).state() == JobState.FAILED);
        }
        assertThat(queue.status(id).error().orElseThrow())
                .returns(ErrorCode.WORKER_LOST, JobError::code)
                .satisfies(error -> assertThat(error.message()).contains("3 lost workers"));
    }

    @Test
    void takesNoAttemptFromAJobWhoseWorkerIsLostAmongOtherJobs() {
        JobQueue queue = create(options().lease(Duration.ofMillis(50)).maxAttempts(1));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            for (int loss = 0; loss < 5; loss++) {
                assertThat(take(leases).attempt()).isEqualTo(loss + 1);
                assertThat(queue.status(id).attempts()).isEqualTo(1);
            }
            assertThat(leases.finish(take(leases), result("a"))).isTrue();
        }
        assertThat(queue.status(id))
                .returns(JobState.FINISHED, JobStatus::state)
                .returns(1, JobStatus::attempts);
    }

    @Test
    void isolatesOnlyWhatIsHeld() {
        JobQueue queue = create(options().lease(Duration.ofMillis(50)));
        queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lost = take(leases);
            Lease held = take(leases);
            assertThat(leases.isolate(lost)).isFalse();
            assertThat(leases.isolate(held)).isTrue();
        }
    }

    @Test
    void forgetsLossesWhenAJobIsQueuedAgain() {
        JobQueue queue = create(options().lease(Duration.ofMillis(50)));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            take(leases);
            take(leases);
            leases.isolate(take(leases));
            await(() -> leases.claim(1, NOW).isEmpty() && queue.status(id).state() == JobState.FAILED);
            assertThat(queue.requeue(id)).isTrue();
            assertThat(take(leases).alone()).isFalse();
        }
    }

    @Test
    void runsAJobAloneThatLostTwoWorkers() {
        JobQueue queue = create(options().lease(Duration.ofMillis(300)));
        JobId suspect = queue.submit(request("suspect"));
        try (JobLeases leases = queue.leases("dead")) {
            take(leases);
            take(leases);
        }
        AtomicInteger running = new AtomicInteger();
        AtomicInteger company = new AtomicInteger(-1);
        Function<GenerationRequest, GenerationResult> generate = request -> {
            int others = running.getAndIncrement();
            if (request.equals(request("suspect"))) {
                company.set(others);
            }
            running.decrementAndGet();
            return resultOf(request);
        };
        try (JobWorker worker = JobWorker.builder(queue, generate).threads(4).start()) {
            List<Job> jobs = jobs(200);
            queue.submitAll(jobs);
            assertThat(queue.await(suspect, LONG).state()).isEqualTo(JobState.FINISHED);
            assertThat(jobs)
                    .allSatisfy(job ->
                            assertThat(queue.await(job.id(), LONG).state()).isEqualTo(JobState.FINISHED));
            await(() -> worker.running() == 0);
        }
        assertThat(company).hasValue(0);
    }

    @Test
    void takesAJobAsNewWhoseRecordHasExpired() {
        JobQueue queue = create(options().resultRetention(Duration.ofMillis(50)));
        Job job = new Job(JobId.ofKey("daily"), request("a"));
        queue.submit(job);
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
            await(() -> queue.submit(job));
            assertThat(leases.finish(take(leases), result("a"))).isTrue();
            assertThat(queue.stats().count(JobState.QUEUED)).isZero();
        }
    }

    @Test
    void stopsAJobAtItsTimeLimit() {
        JobQueue queue = create(options().maxAttempts(1));
        JobId id = queue.submit(request("a"));
        CountDownLatch never = new CountDownLatch(1);
        try (JobWorker worker = blocking(queue, never, Duration.ofMillis(50))) {
            assertThat(queue.await(id, LONG).error().orElseThrow()).returns(ErrorCode.TIMED_OUT, JobError::code);
            await(() -> worker.running() == 0);
            assertThat(worker.stuck()).isZero();
        }
    }

    @Test
    void doesNotCountAnAttemptThatWasGivenBack() {
        JobQueue queue = create(options().maxAttempts(1));
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease first = take(leases);
            assertThat(leases.release(first)).isTrue();
            assertThat(queue.status(id))
                    .returns(JobState.QUEUED, JobStatus::state)
                    .returns(0, JobStatus::attempts);
            Lease second = take(leases);
            assertThat(leases.finish(first, result("late"))).isFalse();
            assertThat(queue.status(id).attempts()).isEqualTo(1);
            assertThat(leases.finish(second, result("a"))).isTrue();
        }
    }

    @Test
    void cancelsAJobThatWaits() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        assertThat(queue.cancel(id)).isTrue();
        assertThat(queue.cancel(id)).isFalse();
        assertThat(queue.status(id).state()).isEqualTo(JobState.CANCELED);
        try (JobLeases leases = queue.leases("worker-1")) {
            assertThat(leases.claim(1, NOW)).isEmpty();
        }
    }

    @Test
    void stopsAJobThatRuns() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lease = take(leases);
            assertThat(queue.cancel(id)).isTrue();
            assertThat(leases.renew(List.of(lease))).isEmpty();
            assertThat(leases.finish(lease, result("late"))).isFalse();
        }
        assertThat(queue.status(id).state()).isEqualTo(JobState.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"FAILED", "STOPPED", "CANCELED"})
    void queuesAgainWhatEndedWithoutResult(JobState state) {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobLeases leases = queue.leases("worker-1")) {
            end(queue, leases, id, state);
            assertThat(queue.requeue(id)).isTrue();
            assertThat(queue.requeue(id)).isFalse();
            assertThat(queue.status(id))
                    .returns(JobState.QUEUED, JobStatus::state)
                    .returns(0, JobStatus::attempts)
                    .returns(null, status -> status.endedAt().orElse(null))
                    .returns(null, status -> status.error().orElse(null));
            leases.finish(take(leases), result("a"));
            assertThat(queue.requeue(id)).isFalse();
            assertThat(queue.status(id).state()).isEqualTo(JobState.FINISHED);
        }
    }

    private static void end(JobQueue queue, JobLeases leases, JobId id, JobState state) {
        switch (state) {
            case FAILED -> leases.fail(take(leases), lasting());
            case STOPPED -> {
                take(leases);
                queue.cancel(id);
            }
            default -> queue.cancel(id);
        }
        assertThat(queue.status(id).state()).isEqualTo(state);
    }

    @Test
    void countsJobsByState() {
        JobQueue queue = create(options().backoff(Duration.ofHours(1), Duration.ofHours(1)));
        assertThat(queue.stats().oldestQueued()).isNull();
        queue.submitAll(jobs(7));
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
            leases.fail(take(leases), lasting());
            leases.fail(take(leases), passing());
            queue.cancel(take(leases).id());
            take(leases);
            assertThat(queue.stats().counts())
                    .isEqualTo(Map.of(
                            JobState.QUEUED, 2L,
                            JobState.STARTED, 1L,
                            JobState.FINISHED, 1L,
                            JobState.FAILED, 1L,
                            JobState.SCHEDULED, 1L,
                            JobState.STOPPED, 1L,
                            JobState.CANCELED, 0L));
            assertThat(queue.stats().oldestQueued()).isBetween(NOW, LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 100})
    void listsJobsByPagesLastSubmittedFirst(int limit) {
        JobQueue queue = queue();
        List<JobId> expected = new ArrayList<>();
        for (Job job : jobs(7)) {
            queue.submit(job);
            expected.add(0, job.id());
        }
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
        }
        assertThat(list(queue, EnumSet.allOf(JobState.class), limit)).isEqualTo(expected);
        assertThat(list(queue, Set.of(JobState.QUEUED), limit)).isEqualTo(expected.subList(0, 6));
        assertThat(list(queue, Set.of(JobState.FINISHED, JobState.FAILED), limit))
                .isEqualTo(expected.subList(6, 7));
    }

    private static List<JobId> list(JobQueue queue, Set<JobState> states, int limit) {
        return list(queue, JobFilter.ofStates(states), limit);
    }

    private static List<JobId> list(JobQueue queue, JobFilter filter, int limit) {
        List<JobId> ids = new ArrayList<>();
        JobPage page = queue.list(filter, null, limit);
        page.jobs().forEach(job -> ids.add(job.id()));
        while (page.next() != null) {
            assertThat(page.jobs()).hasSize(limit);
            assertThat(page.next()).matches("[A-Za-z0-9_-]+");
            page = queue.list(filter, page.next(), limit);
            page.jobs().forEach(job -> ids.add(job.id()));
        }
        return ids;
    }

    @Test
    void showsWhatPeopleRecognizeAJobBy() {
        JobQueue queue = queue();
        GenerationRequest named = request("a").toBuilder().provider("umbra").build();
        JobId id = queue.submit(named);
        assertThat(queue.status(id).subject()).isEqualTo(new JobSubject(null, "https://host/a.tif", "umbra"));
        try (JobLeases leases = queue.leases("host-1")) {
            Lease lease = take(leases);
            String worker = queue.status(id).worker().orElseThrow();
            assertThat(worker).startsWith("host-1");
            leases.finish(lease, result("made"));
            assertThat(queue.status(id))
                    .returns(new JobSubject("made", "https://host/a.tif", "umbra"), JobStatus::subject)
                    .returns(worker, status -> status.worker().orElse(null))
                    .returns(true, JobStatus::withoutGeometry)
                    .satisfies(status -> assertThat(status.ran()).isPresent());
        }
        assertThat(queue.list(JobFilter.any(), null, 10).jobs()).containsExactly(queue.status(id));
    }

    @Test
    void tellsAnItemWithGeometryFromOneWithout() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        StacItem item = StacItem.of(Map.of(
                "type", "Feature", "id", "a", "geometry", Map.of("type", "Point", "coordinates", List.of(1, 2))));
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), new GenerationResult(item, List.of(), Map.of()));
        }
        assertThat(queue.status(id)).returns(false, JobStatus::withoutGeometry).returns(List.of(), JobStatus::warnings);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void listsWhatAFilterLetsThrough(int limit) {
        JobQueue queue = queue();
        JobId flood =
                queue.submit(request("FLOOD-1").toBuilder().provider("ICEYE").build());
        JobId fire =
                queue.submit(request("fire").toBuilder().itemId("Big_Fire.+d").build());
        JobId other = queue.submit(request("other"));
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.fail(take(leases), lasting());
            leases.finish(take(leases), result("Big_Fire.+d"));
        }
        assertThat(list(queue, text("flood-"), limit)).containsExactly(flood);
        assertThat(list(queue, text("RASTER is"), limit)).containsExactly(flood);
        assertThat(list(queue, text("big_fire.+D"), limit)).containsExactly(fire);
        assertThat(list(queue, text(other.value()), limit)).containsExactly(other);
        assertThat(list(queue, text("host/"), limit)).containsExactly(other, fire, flood);
        assertThat(list(queue, text("secret"), limit)).isEmpty();
        assertThat(list(queue, text(".*"), limit)).isEmpty();
        assertThat(list(queue, text(""), limit)).hasSize(3);
        Set<JobState> all = EnumSet.allOf(JobState.class);
        assertThat(list(queue, new JobFilter(all, null, "iceye", null), limit)).containsExactly(flood);
        assertThat(list(queue, new JobFilter(all, null, "ice", null), limit)).isEmpty();
        assertThat(list(queue, new JobFilter(all, ErrorCode.INVALID_RASTER, null, null), limit))
                .containsExactly(flood);
        assertThat(list(queue, new JobFilter(all, ErrorCode.NOT_FOUND, null, null), limit))
                .isEmpty();
        assertThat(list(queue, new JobFilter(Set.of(JobState.QUEUED), null, null, "host"), limit))
                .containsExactly(other);
    }

    private static JobFilter text(String text) {
        return new JobFilter(EnumSet.allOf(JobState.class), null, null, text);
    }

    @Test
    void findsAJobBehindManyOthers() {
        JobQueue queue = queue();
        JobId first = queue.submit(request("needle"));
        queue.submitAll(jobs(2500));
        assertThat(list(queue, text("needle"), 10)).containsExactly(first);
        assertThat(list(queue, JobFilter.any(), 1000)).hasSize(2501).endsWith(first);
    }

    @Test
    void queuesAllAgainThatAFilterLetsThrough() {
        JobQueue queue = queue();
        List<Job> jobs = jobs(4);
        queue.submitAll(jobs);
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.fail(take(leases), lasting());
            leases.fail(take(leases), lasting());
            leases.fail(take(leases), new StacGeneratorException(ErrorCode.NOT_FOUND, "gone"));
            leases.finish(take(leases), result("a"));
            JobFilter rasters = new JobFilter(EnumSet.allOf(JobState.class), ErrorCode.INVALID_RASTER, null, null);
            assertThat(queue.requeueAll(rasters)).isEqualTo(2);
            assertThat(queue.requeueAll(rasters)).isZero();
            assertThat(take(leases).id()).isEqualTo(jobs.get(0).id());
            assertThat(take(leases).id()).isEqualTo(jobs.get(1).id());
            assertThat(queue.requeueAll(JobFilter.any())).isEqualTo(1);
        }
    }

    @Test
    void deletesAJobThatHasEnded() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        assertThat(queue.delete(id)).isFalse();
        try (JobLeases leases = queue.leases("worker-1")) {
            Lease lease = take(leases);
            assertThat(queue.delete(id)).isFalse();
            leases.finish(lease, result("a"));
        }
        assertThat(queue.delete(id)).isTrue();
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.status(id));
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.delete(id));
        assertThat(queue.list(JobFilter.any(), null, 10).jobs()).isEmpty();
        assertThat(queue.stats().counts().values()).containsOnly(0L);
        assertThat(queue.submit(new Job(id, request("b")))).isTrue();
    }

    @Test
    void listsWorkersWithTheirJobs() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobLeases idle = queue.leases("host-1");
                JobLeases busy = queue.leases("host-2.example.com")) {
            Lease lease = take(busy);
            idle.claim(1, NOW);
            assertThat(queue.workers())
                    .hasSize(2)
                    .allSatisfy(worker -> assertThat(worker.seenAt()).isAfterOrEqualTo(worker.since()));
            WorkerStatus worker = worker(queue, "host-2.example.com");
            assertThat(worker.jobs()).containsExactly(id);
            assertThat(worker.id()).isEqualTo(queue.status(id).worker().orElseThrow());
            assertThat(worker(queue, "host-1").jobs()).isEmpty();
            await(() -> {
                busy.renew(List.of(lease));
                return worker(queue, "host-2.example.com").seenAt().isAfter(worker.seenAt());
            });
        }
        assertThat(queue.workers()).isEmpty();
    }

    @Test
    void givesACallThatIsDueUntilItIsAnswered() {
        JobQueue queue =
                create(options().lease(Duration.ofMillis(300)).backoff(Duration.ofMillis(2), Duration.ofMillis(20)));
        URI url = URI.create("https://hooks.example.com/a?b=c");
        JobId first = new JobId("first");
        queue.submitAll(List.of(
                new Job(first, request("a"), url),
                new Job(new JobId("second"), request("b"), url),
                Job.of(request("c"))));
        assertThat(queue.callbacks(10)).isEmpty();
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
            assertThat(queue.callbacks(10)).containsExactly(new JobCallback(first, url, 1));
            leases.fail(take(leases), lasting());
            leases.finish(take(leases), result("c"));
        }
        Map<JobId, Integer> tries = new HashMap<>();
        await(() -> {
            queue.callbacks(1).forEach(call -> tries.put(call.id(), call.attempt()));
            return tries.getOrDefault(first, 0) == 3 && tries.containsKey(new JobId("second"));
        });
        queue.calledBack(first);
        int answered = tries.getOrDefault(new JobId("second"), 0);
        await(() -> {
            List<JobCallback> due = queue.callbacks(10);
            assertThat(due).extracting(JobCallback::id).doesNotContain(first);
            return due.stream().anyMatch(call -> call.attempt() > answered);
        });
        queue.calledBack(JobId.random());
    }

    @Test
    void givesACallToOneOfThoseWhoAsk() {
        JobQueue queue = queue();
        JobId id = new JobId("one");
        queue.submit(new Job(id, request("a"), URI.create("https://hooks.example.com/")));
        queue.cancel(id);
        assertThat(queue.callbacks(10)).hasSize(1);
        assertThat(queue.callbacks(10)).isEmpty();
    }

    @Test
    void givesUpACallThatIsNeverAnswered() {
        JobQueue queue =
                create(options().lease(Duration.ofMillis(1)).backoff(Duration.ofMillis(1), Duration.ofMillis(2)));
        JobId id = new JobId("never");
        queue.submit(new Job(id, request("a"), URI.create("https://hooks.example.com/")));
        queue.cancel(id);
        List<Integer> tries = new ArrayList<>();
        await(() -> {
            queue.callbacks(10).forEach(call -> tries.add(call.attempt()));
            return tries.size() == JobQueueOptions.MAX_CALLBACKS;
        });
        assertThat(tries).isSorted().doesNotHaveDuplicates();
        assertThat(queue.callbacks(10)).isEmpty();
        assertThat(queue.requeue(id)).isTrue();
        queue.cancel(id);
        await(() -> queue.callbacks(10).stream().anyMatch(call -> call.attempt() == 1));
    }

    private static WorkerStatus worker(JobQueue queue, String host) {
        return queue.workers().stream()
                .filter(worker -> worker.host().equals(host))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "next", "1;2", "-"})
    void refusesPagesThatItDidNotGive(String after) {
        JobQueue queue = queue();
        assertThatThrownBy(() -> queue.list(Set.of(JobState.QUEUED), after, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + after + "'");
    }

    @Test
    void waitsForTheEndOfAJob() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        assertThat(queue.await(id, Duration.ofMillis(20)).state()).isEqualTo(JobState.QUEUED);
        try (JobWorker worker =
                JobWorker.builder(queue, JobQueueContract::resultOf).threads(1).start()) {
            assertThat(queue.await(id, LONG).state()).isEqualTo(JobState.FINISHED);
            assertThat(worker.running()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void tellsListenersOfEachChange() throws InterruptedException {
        JobQueue queue = queue();
        BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
        queue.listen(event -> {
            throw new IllegalStateException("a listener that fails");
        });
        JobSubscription subscription = queue.listen(events::add);
        try (JobLeases leases = queue.leases("worker-1")) {
            JobId id = queue.submit(request("a"));
            Lease lease = take(leases);
            leases.finish(lease, result("a"));
            for (JobState state : List.of(JobState.QUEUED, JobState.STARTED, JobState.FINISHED)) {
                assertThat(events.poll(30, TimeUnit.SECONDS))
                        .returns(id, JobEvent::id)
                        .returns(state, JobEvent::state);
            }
        }
        subscription.close();
        queue.submit(request("b"));
        assertThat(events).isEmpty();
    }

    @Test
    void tellsListenersOfTheStatesThatTheyAskFor() throws InterruptedException {
        JobQueue queue = queue();
        BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
        queue.listen(Set.of(), events::add);
        queue.listen(Set.of(JobState.CANCELED), events::add);
        JobId id = queue.submit(request("a"));
        queue.cancel(id);
        assertThat(events.poll(30, TimeUnit.SECONDS))
                .returns(id, JobEvent::id)
                .returns(JobState.CANCELED, JobEvent::state);
        assertThat(events).isEmpty();
    }

    @Test
    void forgetsJobsAfterTheirRetention() {
        JobQueue queue =
                create(options().resultRetention(Duration.ofMillis(50)).failureRetention(Duration.ofMillis(50)));
        List<Job> jobs = jobs(2);
        queue.submitAll(jobs);
        try (JobLeases leases = queue.leases("worker-1")) {
            leases.finish(take(leases), result("a"));
            leases.fail(take(leases), lasting());
            await(() -> {
                leases.claim(1, NOW);
                return queue.stats().counts().values().stream().allMatch(count -> count == 0);
            });
        }
        assertFails(ErrorCode.UNKNOWN_JOB, () -> queue.status(jobs.get(0).id()));
        assertThat(queue.list(EnumSet.allOf(JobState.class), null, 10).jobs()).isEmpty();
        assertThat(queue.submitAll(jobs)).isEqualTo(2);
    }

    @Test
    void runsManyJobsOnSeveralWorkersOnceEach() {
        JobQueue queue = queue();
        AtomicInteger runs = new AtomicInteger();
        List<Job> jobs = jobs(500);
        try (JobWorker first = worker(queue, runs);
                JobWorker second = worker(queue, runs)) {
            queue.submitAll(jobs);
            assertThat(jobs)
                    .allSatisfy(job ->
                            assertThat(queue.await(job.id(), LONG).state()).isEqualTo(JobState.FINISHED));
            await(() -> first.running() + second.running() == 0);
        }
        assertThat(runs).hasValue(500);
    }

    private static JobWorker worker(JobQueue queue, AtomicInteger runs) {
        return JobWorker.builder(queue, request -> {
                    runs.incrementAndGet();
                    return resultOf(request);
                })
                .threads(3)
                .start();
    }

    @Test
    void keepsAJobThatTakesLongerThanTheLease() throws InterruptedException {
        // Renewed each third of it: a machine that stands still for a second does not fail the test.
        Duration lease = Duration.ofMillis(1500);
        JobQueue queue = create(options().lease(lease));
        CountDownLatch release = new CountDownLatch(1);
        JobId id = queue.submit(request("a"));
        try (JobWorker worker = blocking(queue, release);
                JobLeases other = queue.leases("other")) {
            await(() -> worker.running() == 1);
            assertThat(other.claim(1, lease.multipliedBy(2))).isEmpty();
            release.countDown();
            assertThat(queue.await(id, LONG))
                    .returns(JobState.FINISHED, JobStatus::state)
                    .returns(1, JobStatus::attempts);
        }
    }

    @Test
    void interruptsAJobThatIsCanceled() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobWorker worker = blocking(queue, new CountDownLatch(1))) {
            await(() -> worker.running() == 1);
            queue.cancel(id);
            await(() -> worker.running() == 0);
            JobId next = queue.submit(request("b"));
            await(() -> queue.status(next).state() == JobState.STARTED);
        }
        assertThat(queue.status(id).state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void givesBackWhatRunsWhenTheWorkerIsClosed() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        JobWorker worker = blocking(queue, new CountDownLatch(1));
        await(() -> worker.running() == 1);
        worker.close();
        assertThat(queue.status(id)).returns(JobState.QUEUED, JobStatus::state).returns(0, JobStatus::attempts);
        worker.close();
    }

    private static JobWorker blocking(JobQueue queue, CountDownLatch release) {
        return blocking(queue, release, LONG);
    }

    private static JobWorker blocking(JobQueue queue, CountDownLatch release, Duration timeLimit) {
        return JobWorker.builder(queue, request -> {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new StacGeneratorException(ErrorCode.CANCELED, "interrupted", e);
                    }
                    return resultOf(request);
                })
                .threads(1)
                .grace(Duration.ZERO)
                .timeLimit(timeLimit)
                .start();
    }

    @Test
    void recordsAFaultOfTheGenerator() {
        JobQueue queue = queue();
        JobId id = queue.submit(request("a"));
        try (JobWorker worker = JobWorker.builder(queue, request -> {
                    throw new IllegalStateException("https://host/a?sig=secret");
                })
                .threads(1)
                .start()) {
            assertThat(queue.await(id, LONG).error().orElseThrow())
                    .returns(ErrorCode.INTERNAL, JobError::code)
                    .satisfies(error -> assertThat(error.message())
                            .contains("IllegalStateException")
                            .doesNotContain("secret"));
            await(() -> worker.running() == 0);
        }
    }

    @Test
    void failsAJobWithAResultThatIsTooLarge() {
        JobQueue queue = create(options().maxResultBytes(10));
        JobId id = queue.submit(request("a"));
        try (JobWorker worker =
                JobWorker.builder(queue, JobQueueContract::resultOf).threads(1).start()) {
            assertThat(queue.await(id, LONG).error().orElseThrow()).returns(ErrorCode.LIMIT_EXCEEDED, JobError::code);
            await(() -> worker.running() == 0);
        }
    }

    @Test
    void answersThatItIsClosed() {
        JobQueue queue = queue();
        queue.ping();
        queue.close();
        queue.close();
        assertFails(ErrorCode.CANCELED, queue::ping);
        assertFails(ErrorCode.CANCELED, () -> queue.submit(request("a")));
    }

    private JobQueue queue() {
        return create(options());
    }

    private JobQueue create(JobQueueOptions.Builder options) {
        JobQueue queue = create(options.build());
        opened.add(queue);
        return queue;
    }

    private static JobQueueOptions.Builder options() {
        return JobQueueOptions.builder();
    }

    private static Lease take(JobLeases leases) {
        List<Lease> taken = leases.claim(1, LONG);
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private static void assertFails(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code);
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(LONG);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static StacGeneratorException passing() {
        return new StacGeneratorException(ErrorCode.STORAGE_UNAVAILABLE, "storage does not answer");
    }

    private static StacGeneratorException lasting() {
        return new StacGeneratorException(ErrorCode.INVALID_RASTER, "raster is truncated");
    }

    private static List<Job> jobs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Job.of(request("job-" + i)))
                .toList();
    }

    private static GenerationRequest request(String name) {
        return GenerationRequest.builder()
                .assetPaths("https://host/" + name + ".tif?sig=secret")
                .build();
    }

    private static GenerationResult resultOf(GenerationRequest request) {
        return result(request.assetPaths().get(0));
    }

    private static GenerationResult result(String id) {
        return new GenerationResult(
                StacItem.of(Map.of("type", "Feature", "id", id, "bbox", List.of(1.5, 2, 3, 4.25))),
                List.of(new Warning("crs-missing", "no \"CRS\" in ñ", "/geometry"), new Warning("odd", "odd")),
                Map.of("/id", "request"));
    }
}
