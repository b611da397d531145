package io.stacgenerator.redis;

import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobSubscription;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Hears of changes through one connection, on one thread, and tells all listeners of this process. Thread-safe. */
final class RedisEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisEvents.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long FIRST_SUBSCRIPTION_SECONDS = 5;

    private final RedisUrl url;
    private final String channel;
    private final Map<Object, Consumer<JobEvent>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private @Nullable UnifiedJedis jedis;
    private @Nullable Ear ear;
    private boolean closed;

    RedisEvents(RedisUrl url, String root) {
        this.url = url;
        channel = root + ":events";
    }

    JobSubscription add(Consumer<JobEvent> listener) {
        Object key = new Object();
        listeners.put(key, listener);
        start();
        awaitSubscription();
        return () -> listeners.remove(key);
    }

    private synchronized void start() {
        if (jedis != null || closed) {
            return;
        }
        UnifiedJedis client = JedisClients.forListening(url);
        jedis = client;
        Thread thread = new Thread(() -> listen(client), "stac-generator-redis-events");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitSubscription() {
        try {
            if (!subscribed.await(FIRST_SUBSCRIPTION_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("events of {} at {} cannot be heard so far, and are listened for on", channel, url);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(UnifiedJedis client) {
        for (Ear next = nextEar(); next != null; next = nextEar()) {
            try {
                client.subscribe(next, channel);
            } catch (JedisException e) {
                LOG.debug("events of {} at {} are listened for anew after {}", channel, url, e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Ear nextEar() {
        ear = closed ? null : new Ear();
        return ear;
    }

    /** A message is the state, the time in milliseconds and the id. */
    private void onMessage(String message) {
        String[] parts = message.split(" ", 3);
        try {
            JobEvent event = new JobEvent(
                    new JobId(parts[2]), StatusReply.state(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
            listeners.values().forEach(listener -> tell(listener, event));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("message '{}' on {} is no event", message, channel);
        }
    }

    private static void tell(Consumer<JobEvent> listener, JobEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed on the event that job '{}' is {}", event.id(), event.state(), e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        if (ear != null && ear.isSubscribed()) {
            ear.unsubscribe();
        }
        if (jedis != null) {
            jedis.close();
        }
    }

    private final class Ear extends JedisPubSub {

        @Override
        public void onSubscribe(String channel, int count) {
            subscribed.countDown();
        }

        @Override
        public void onMessage(String channel, String message) {
            RedisEvents.this.onMessage(message);
        }
    }
}
