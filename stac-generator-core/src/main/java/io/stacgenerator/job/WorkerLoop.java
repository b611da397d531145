package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a worker: some that take and run jobs, and two that renew leases and watch the time. */
final class WorkerLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration CLAIM_WAIT = Duration.ofSeconds(1);

    /** How long an interrupted job may take to end. Reading and computing look at the interrupt far more often. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    private final JobRun run;
    private final int concurrency;
    private final Duration grace;
    private final @Nullable Duration timeLimit;
    private final BiConsumer<JobId, Duration> runEnded;
    private final JobLeases leases;
    private final JobSubscription subscription;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("stac-generator-job-"));

    /** Two threads: recording the end of a job that hangs may block, which must not keep leases from being renewed. */
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(2, daemons("stac-generator-heartbeat-"));

    /** A job holds one slot, a job that runs alone holds all. Fair, or the latter would wait for ever. */
    private final Semaphore slots;

    private final Map<JobId, RunningJob> running = new ConcurrentHashMap<>();
    private final AtomicInteger stuck = new AtomicInteger();

    /** The threads that take jobs, without those that were given up or that an Error has ended. */
    private final AtomicInteger takers = new AtomicInteger();

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration beatEvery;
    private volatile Future<?> beat;
    private volatile boolean graceIsOver;

    WorkerLoop(JobWorker.Builder builder) {
        concurrency = builder.threads;
        grace = builder.grace;
        timeLimit = builder.timeLimit;
        runEnded = builder.runEnded;
        slots = new Semaphore(concurrency, true);
        leases = builder.queue.leases(builder.name);
        run = new JobRun(leases, builder.generate);
        subscription = builder.queue.listen(Set.of(JobState.STOPPED), this::onStop);
        beatEvery = Duration.ofMillis(Math.max(1, leases.duration().toMillis() / 3));
        fill();
        beat = after(beatEvery, this::beat);
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    int running() {
        return running.size();
    }

    int stuck() {
        return stuck.get();
    }

    boolean isAlive() {
        return closing.getCount() > 0 && !beat.isDone() && takers.get() >= concurrency;
    }

    /** Each beat arranges for the next one, since no Error may end them all. */
    private void beat() {
        try {
            renew();
            fill();
        } finally {
            beat = after(beatEvery, this::beat);
        }
    }

    /** Starts the threads that are missing. */
    private synchronized void fill() {
        while (closing.getCount() > 0 && takers.get() < concurrency) {
            threads.execute(this::take);
            takers.incrementAndGet();
        }
    }

    private void take() {
        boolean dead = true;
        try {
            work();
            dead = false;
        } finally {
            if (dead) {
                takers.decrementAndGet(); // another one takes its place at the next beat
            }
        }
    }

    private void work() {
        while (closing.getCount() > 0) {
            try {
                if (!claim()) {
                    return;
                }
            } catch (StacGeneratorException e) {
                if (e.code() == ErrorCode.CANCELED) {
                    LOG.warn("worker ends: {}", e.getMessage());
                    return;
                }
                LOG.warn("worker cannot take jobs, and tries again: {}", e.getMessage());
                JobRun.pause();
            } catch (InterruptedException e) {
                LOG.debug("a thread was interrupted while it waited for its turn", e);
            } catch (RuntimeException | Error e) { // of Errors too: nobody would miss the thread
                LOG.error("worker met a fault of its queue, and tries again", Secrets.redact(e));
                JobRun.pause();
            }
        }
    }

    /** Runs a job if there is one; false when that took so long that another thread has taken the place of this one. */
    private boolean claim() throws InterruptedException {
        slots.acquire();
        List<Lease> claimed = List.of();
        try {
            if (closing.getCount() > 0) {
                claimed = leases.claim(1, CLAIM_WAIT);
            }
        } finally {
            if (claimed.isEmpty()) {
                slots.release();
            }
        }
        return claimed.isEmpty() || work(new RunningJob(claimed.get(0)));
    }

    private boolean work(RunningJob job) throws InterruptedException {
        running.put(job.lease().id(), job);
        try {
            if (graceIsOver) {
                leases.release(job.lease());
            } else if (!job.lease().alone() || isolate(job)) {
                run(job);
            }
        } finally {
            if (job.done()) {
                leave(job);
            } else {
                stuck.decrementAndGet();
            }
        }
        return !job.isAbandoned();
    }

    private void run(RunningJob job) {
        Future<?> alarm = timeLimit == null ? null : after(timeLimit, () -> timeOut(job));
        try {
            run.accept(job);
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
            if (!job.isAbandoned()) {
                tellEnd(job);
            }
        }
    }

    private void tellEnd(RunningJob job) {
        try {
            runEnded.accept(job.lease().id(), job.age());
        } catch (RuntimeException e) {
            LOG.warn("a listener failed on the end of job '{}'", job.lease().id(), Secrets.redact(e));
        }
    }

    private boolean isolate(RunningJob job) throws InterruptedException {
        job.slots = 0;
        slots.release();
        slots.acquire(concurrency);
        job.slots = concurrency;
        return leases.isolate(job.lease());
    }

    private void leave(RunningJob job) {
        running.remove(job.lease().id(), job);
        slots.release(job.slots);
    }

    private Future<?> after(Duration delay, Runnable task) {
        return clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void timeOut(RunningJob job) {
        job.timeOut();
        Future<?> unused = after(STUCK_AFTER, () -> abandon(job));
    }

    /** Leaves a thread to itself that does not end, as one in native code, and puts another in its place. */
    private void abandon(RunningJob job) {
        if (job.abandon()) {
            slots.release(job.slots);
            stuck.incrementAndGet();
            takers.decrementAndGet();
            try {
                LOG.error(
                        "job '{}' does not end {} after its time limit; its thread is given up",
                        job.lease().id(),
                        STUCK_AFTER);
                fill();
                run.fail(job, JobRun.timedOut());
                tellEnd(job);
            } finally {
                running.remove(job.lease().id(), job); // not before, as its lease would end
            }
        }
    }

    private void onStop(JobEvent event) {
        if (running.containsKey(event.id())) {
            clock.execute(this::renew);
        }
    }

    private void renew() {
        List<RunningJob> jobs = List.copyOf(running.values());
        if (jobs.isEmpty()) {
            return;
        }
        try {
            Set<Lease> held = leases.renew(jobs.stream().map(RunningJob::lease).toList());
            jobs.stream().filter(job -> !held.contains(job.lease())).forEach(RunningJob::takeAway);
        } catch (RuntimeException | Error e) { // of Errors too: one that leaves this method ends all later renewals
            LOG.warn(
                    "leases of {} jobs cannot be renewed, and are tried again: {}",
                    jobs.size(),
                    Secrets.hidden(e.toString()));
        }
    }

    @Override
    public void close() {
        takeNoMore();
        awaitEnd(grace);
        graceIsOver = true;
        running.values().forEach(this::giveBack);
        awaitEnd(CLAIM_WAIT.multipliedBy(2));
        subscription.close();
        clock.shutdownNow();
        leases.close();
    }

    private synchronized void takeNoMore() {
        closing.countDown();
        threads.shutdown();
    }

    /** Waits for all slots, which a thread that was given up holds none of. */
    private void awaitEnd(Duration time) {
        try {
            if (slots.tryAcquire(concurrency, time.toMillis(), TimeUnit.MILLISECONDS)) {
                slots.release(concurrency);
            } else {
                LOG.info("{} jobs still run after {}", running.size(), time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack(RunningJob job) {
        job.takeAway();
        try {
            leases.release(job.lease());
        } catch (StacGeneratorException e) {
            LOG.warn(
                    "job '{}' cannot be given back, its lease expires: {}",
                    job.lease().id(),
                    e.getMessage());
        }
    }
}
