package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a worker: some that claim and run jobs, and one that renews their leases. */
final class WorkerLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration CLAIM_WAIT = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 500;

    private final Function<GenerationRequest, GenerationResult> generate;
    private final Duration grace;
    private final JobLeases leases;
    private final JobSubscription subscription;
    private final ExecutorService threads;
    private final ExecutorService heartbeat;
    private final Map<JobId, RunningJob> running = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore renewals = new Semaphore(0);
    private volatile boolean graceIsOver;

    WorkerLoop(
            JobQueue queue,
            Function<GenerationRequest, GenerationResult> generate,
            String name,
            int concurrency,
            Duration grace) {
        this.generate = generate;
        this.grace = grace;
        leases = queue.leases(name);
        subscription = queue.listen(Set.of(JobState.STOPPED), this::onStop);
        threads = Executors.newFixedThreadPool(concurrency, daemons("stac-generator-job-"));
        heartbeat = Executors.newSingleThreadExecutor(daemons("stac-generator-heartbeat-"));
        heartbeat.execute(this::keepRenewing);
        for (int i = 0; i < concurrency; i++) {
            threads.execute(this::work);
        }
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

    private void work() {
        while (closing.getCount() > 0) {
            try {
                leases.claim(1, CLAIM_WAIT).forEach(this::work);
            } catch (StacGeneratorException e) {
                if (e.code() == ErrorCode.CANCELED) {
                    LOG.warn("worker ends: {}", e.getMessage());
                    return;
                }
                LOG.warn("worker cannot take jobs, and tries again: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("worker met a fault of its queue, and tries again", e);
                pause();
            }
        }
    }

    private void work(Lease lease) {
        RunningJob job = new RunningJob(lease);
        running.put(lease.id(), job);
        try {
            if (graceIsOver) {
                leases.release(lease);
            } else {
                run(job);
            }
        } finally {
            running.remove(lease.id(), job);
            job.done();
        }
    }

    private void run(RunningJob job) {
        try {
            GenerationResult result = generate.apply(job.lease().request());
            record(job, () -> leases.finish(job.lease(), result));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CANCELED && !job.isTakenAway()) {
                record(job, () -> leases.release(job.lease()));
                throw e;
            }
            record(job, () -> leases.fail(job.lease(), e));
        } catch (RuntimeException | Error e) {
            LOG.error("job '{}' met a fault", job.lease().id(), e);
            StacGeneratorException fault = new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "the worker failed with %s, see its log"
                            .formatted(e.getClass().getName()),
                    e);
            record(job, () -> leases.fail(job.lease(), fault));
        }
    }

    /** Records the end of a job, again and again while the queue does not answer and the job is not taken away. */
    private void record(RunningJob job, Runnable end) {
        while (!job.isTakenAway()) {
            try {
                end.run();
                return;
            } catch (StacGeneratorException e) {
                if (e.code() != ErrorCode.QUEUE_UNAVAILABLE && e.code() != ErrorCode.QUEUE_FULL) {
                    throw e;
                }
                LOG.warn(
                        "end of job '{}' cannot be recorded, and is tried again: {}",
                        job.lease().id(),
                        e.getMessage());
                pause();
            }
        }
    }

    private void onStop(JobEvent event) {
        if (running.containsKey(event.id())) {
            renewals.release();
        }
    }

    private void keepRenewing() {
        long millis = Math.max(1, leases.duration().toMillis() / 3);
        try {
            while (true) {
                if (renewals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                    renewals.drainPermits();
                }
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        } catch (RuntimeException e) {
            LOG.warn("leases of {} jobs cannot be renewed, and are tried again: {}", jobs.size(), e.getMessage());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        threads.shutdown();
        awaitEnd(grace);
        graceIsOver = true;
        running.values().forEach(this::giveBack);
        awaitEnd(CLAIM_WAIT.multipliedBy(2));
        subscription.close();
        heartbeat.shutdownNow();
        leases.close();
    }

    private void awaitEnd(Duration time) {
        try {
            if (!threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS)) {
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
