package io.stacgenerator.redis;

import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobSubscription;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

/** Hears of some states through one connection, on one thread. Thread-safe. */
final class EventFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long FIRST_SUBSCRIPTION_SECONDS = 5;

    private final UnifiedJedis jedis;
    private final String prefix;
    private final String[] channels;
    private final Map<Object, Consumer<JobEvent>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch subscribed;
    private @Nullable Ear ear;
    private boolean closed;

    EventFeed(JedisClients clients, String root, Set<JobState> states) {
        jedis = clients.forListening();
        prefix = root + ":events:";
        channels = states.stream().map(state -> prefix + state.jsonName()).toArray(String[]::new);
        subscribed = new CountDownLatch(channels.length);
        Thread thread = new Thread(this::listen, "stac-generator-redis-events");
        thread.setDaemon(true);
        thread.start();
    }

    JobSubscription add(Consumer<JobEvent> listener) {
        Object key = new Object();
        listeners.put(key, listener);
        awaitSubscription();
        return () -> listeners.remove(key);
    }

    private void awaitSubscription() {
        try {
            if (!subscribed.await(FIRST_SUBSCRIPTION_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("events of {} cannot be heard so far, and are listened for on", prefix);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        for (Ear next = nextEar(); next != null; next = nextEar()) {
            try {
                jedis.subscribe(next, channels);
            } catch (JedisException e) {
                LOG.debug("events of {} are listened for anew after {}", prefix, e.getMessage());
                pause();
            } catch (RuntimeException | Error e) { // of Errors too: nobody would miss the thread
                LOG.warn("events of {} are listened for anew", prefix, e);
                pause();
            }
        }
    }

    private synchronized @Nullable Ear nextEar() {
        ear = closed ? null : new Ear();
        return ear;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message is the time in milliseconds and the id. */
    private void onMessage(String channel, String message) {
        String[] parts = message.split(" ", 2);
        try {
            JobState state = StatusReply.state(channel.substring(prefix.length()));
            JobEvent event = new JobEvent(new JobId(parts[1]), state, Instant.ofEpochMilli(Long.parseLong(parts[0])));
            listeners.values().forEach(listener -> tell(listener, event));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("message '{}' on {} is not an event", message, channel);
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
        if (ear != null && ear.isSubscribed()) {
            ear.unsubscribe();
        }
        jedis.close();
    }

    private final class Ear extends JedisPubSub {

        @Override
        public void onSubscribe(String channel, int count) {
            subscribed.countDown();
        }

        @Override
        public void onMessage(String channel, String message) {
            EventFeed.this.onMessage(channel, message);
        }
    }
}
