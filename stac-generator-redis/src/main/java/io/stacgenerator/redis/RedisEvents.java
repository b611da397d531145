package io.stacgenerator.redis;

import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobSubscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The events that this process listens to: one connection for all who listen to the same states. Thread-safe. */
final class RedisEvents implements AutoCloseable {

    private final JedisClients clients;
    private final String root;
    private final Map<Set<JobState>, EventFeed> feeds = new HashMap<>();

    RedisEvents(JedisClients clients, String root) {
        this.clients = clients;
        this.root = root;
    }

    JobSubscription add(Set<JobState> states, Consumer<JobEvent> listener) {
        return states.isEmpty() ? () -> {} : feed(states).add(listener);
    }

    private synchronized EventFeed feed(Set<JobState> states) {
        return feeds.computeIfAbsent(states, each -> new EventFeed(clients, root, each));
    }

    @Override
    public synchronized void close() {
        feeds.values().forEach(EventFeed::close);
    }
}
