package io.stacgenerator.internal.storage.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Limits how many requests a host is sent at a time; forgets hosts that nobody asks. */
final class HostLimits {

    private final int permits;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostLimits(int permits) {
        this.permits = permits;
    }

    void acquire(String host) throws InterruptedException {
        Host entry = hosts.compute(host, (name, known) -> (known == null ? new Host(permits) : known).with(1));
        try {
            entry.semaphore.acquire();
        } catch (InterruptedException e) {
            leave(host);
            throw e;
        }
    }

    void release(String host) {
        Host entry = hosts.get(host);
        if (entry != null) {
            entry.semaphore.release();
            leave(host);
        }
    }

    private void leave(String host) {
        hosts.computeIfPresent(host, (name, known) -> known.with(-1).users == 0 ? null : known);
    }

    /** Guarded by the map, save the semaphore. */
    private static final class Host {

        private final Semaphore semaphore;
        private int users;

        Host(int permits) {
            semaphore = new Semaphore(permits);
        }

        Host with(int more) {
            users += more;
            return this;
        }
    }
}
