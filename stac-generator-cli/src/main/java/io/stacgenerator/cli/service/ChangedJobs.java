package io.stacgenerator.cli.service;

import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one client has not heard of yet: of each job its last change, and of no more jobs than a page shows. */
final class ChangedJobs implements AutoCloseable {

    private static final int MAX_JOBS = 1000;
    private static final long PAUSE_MILLIS = 200;
    private static final long SILENCE_SECONDS = 15;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<JobId, JobEvent> changes = new LinkedHashMap<>();
    private final @Nullable JobId only;
    private boolean closed;

    /**
     * Starts with nothing to tell.
     *
     * @param only the job to tell of; null for all
     */
    ChangedJobs(@Nullable JobId only) {
        this.only = only;
    }

    @Nullable JobId only() {
        return only;
    }

    private boolean isWanted(JobEvent event) {
        return only == null ? changes.size() < MAX_JOBS || changes.containsKey(event.id()) : only.equals(event.id());
    }

    void add(JobEvent event) {
        lock.lock();
        try {
            if (isWanted(event)) {
                changes.put(event.id(), event);
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends until the client is gone or this is closed; many changes in a short time go together. */
    void sendAll(EventStream client) throws IOException, InterruptedException {
        client.comment("jobs");
        while (awaitNews()) {
            send(client, take());
        }
    }

    /**
     * Sends until a job has ended, the client is gone or this is closed.
     *
     * @param asked returns where the job stands, since events may be lost
     */
    void sendUntilEnd(EventStream client, Supplier<JobEvent> asked) throws IOException, InterruptedException {
        client.comment("jobs");
        List<JobEvent> told = List.of();
        do {
            addIfAbsent(asked.get());
            told = take();
            send(client, told);
        } while (told.stream().noneMatch(event -> event.state().ended()) && awaitNews());
    }

    private void addIfAbsent(JobEvent event) {
        lock.lock();
        try {
            changes.putIfAbsent(event.id(), event);
        } finally {
            lock.unlock();
        }
    }

    private static void send(EventStream client, List<JobEvent> events) throws IOException, InterruptedException {
        if (events.isEmpty()) {
            client.comment("still here");
        } else {
            client.send(events);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
            while (changes.isEmpty() && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private List<JobEvent> take() {
        lock.lock();
        try {
            List<JobEvent> told = List.copyOf(changes.values());
            changes.clear();
            return told;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }
}
