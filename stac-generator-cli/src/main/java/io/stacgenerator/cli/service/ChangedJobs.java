package io.stacgenerator.cli.service;

import io.javalin.http.sse.SseClient;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.model.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What one client has not heard of yet: of each job its last change, and of no more jobs than a page shows. */
final class ChangedJobs implements AutoCloseable {

    private static final int MAX_JOBS = 1000;
    private static final long PAUSE_MILLIS = 200;
    private static final long SILENCE_SECONDS = 15;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<JobId, JobEvent> changes = new LinkedHashMap<>();
    private boolean closed;

    void add(JobEvent event) {
        lock.lock();
        try {
            if (changes.size() < MAX_JOBS || changes.containsKey(event.id())) {
                changes.put(event.id(), event);
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends until the client is gone or this is closed; many changes in a short time go together. */
    void sendAll(SseClient client) throws InterruptedException {
        client.sendComment("jobs");
        while (awaitNews() && !client.terminated()) {
            List<Map<String, Object>> told = take();
            if (told.isEmpty()) {
                client.sendComment("still here");
            } else {
                client.sendEvent("jobs", JsonText.compact(told));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
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

    private List<Map<String, Object>> take() {
        lock.lock();
        try {
            List<Map<String, Object>> told =
                    changes.values().stream().map(ChangedJobs::json).toList();
            changes.clear();
            return told;
        } finally {
            lock.unlock();
        }
    }

    private static Map<String, Object> json(JobEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job_id", event.id().value());
        json.put("status", event.state().jsonName());
        json.put("at", event.at().toString());
        return json;
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
