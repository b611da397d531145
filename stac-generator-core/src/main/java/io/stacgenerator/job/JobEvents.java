package io.stacgenerator.job;

import io.stacgenerator.internal.href.Secrets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events to listeners, one after the other, on one thread. Thread-safe. */
final class JobEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

    private final Map<Object, Consumer<JobEvent>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService thread = thread();

    private static ExecutorService thread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "stac-generator-job-events");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    JobSubscription add(Consumer<JobEvent> listener) {
        Object key = new Object();
        listeners.put(key, listener);
        return () -> listeners.remove(key);
    }

    void publish(JobEvent event) {
        if (!listeners.isEmpty()) {
            thread.execute(() -> listeners.values().forEach(listener -> tell(listener, event)));
        }
    }

    private static void tell(Consumer<JobEvent> listener, JobEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn(
                    "a listener failed on the event that job '{}' is {}", event.id(), event.state(), Secrets.redact(e));
        }
    }

    @Override
    public void close() {
        listeners.clear();
        thread.shutdown();
    }
}
