package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The limits of a queue, the same for each implementation. Immutable.
 *
 * <p>Processes that share a queue should use the same options.
 *
 * @since 0.1.0
 */
public final class JobQueueOptions {

    /** How often a call at the end of a job is tried: with the default options for about an hour. */
    public static final int MAX_CALLBACKS = 15;

    private final int capacity;
    private final int maxRequestBytes;
    private final int maxResultBytes;
    private final int maxAttempts;
    private final Duration lease;
    private final Duration backoff;
    private final Duration maxBackoff;
    private final Duration resultRetention;
    private final Duration failureRetention;
    private final int maxEnded;
    private final long maxEndedBytes;

    private JobQueueOptions(Builder builder) {
        capacity = builder.capacity;
        maxRequestBytes = builder.maxRequestBytes;
        maxResultBytes = builder.maxResultBytes;
        maxAttempts = builder.maxAttempts;
        lease = builder.lease;
        backoff = builder.backoff;
        maxBackoff = builder.maxBackoff;
        resultRetention = builder.resultRetention;
        failureRetention = builder.failureRetention;
        maxEnded = builder.maxEnded;
        maxEndedBytes = builder.maxEndedBytes;
    }

    /**
     * Returns the default options.
     *
     * @return the options
     */
    public static JobQueueOptions ofDefaults() {
        return builder().build();
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how many jobs may wait, queued or scheduled.
     *
     * @return by default 100,000
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Returns how large a request may be as JSON.
     *
     * @return bytes of UTF-8, by default 1 MiB
     */
    public int maxRequestBytes() {
        return maxRequestBytes;
    }

    /**
     * Returns how large a result may be as JSON.
     *
     * @return bytes of UTF-8, by default 8 MiB
     */
    public int maxResultBytes() {
        return maxResultBytes;
    }

    /**
     * Returns how many times a job may fail for a reason that passes before it fails for good. A worker that was lost,
     * or gave the job back, does not count.
     *
     * @return by default 3
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Returns how long a worker may be silent before its jobs are given to others. A worker renews its leases three
     * times as often, however long a job takes.
     *
     * @return by default 60 seconds
     */
    public Duration lease() {
        return lease;
    }

    /**
     * Returns how long the first retry waits, about: chance makes it up to a half shorter. Each further one waits twice
     * as long.
     *
     * @return by default 5 seconds
     */
    public Duration backoff() {
        return backoff;
    }

    /**
     * Returns how long a retry waits at most.
     *
     * @return by default 5 minutes
     */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /**
     * Returns how long a finished job is kept, with its result.
     *
     * @return by default 24 hours
     */
    public Duration resultRetention() {
        return resultRetention;
    }

    /**
     * Returns how long a failed, stopped or canceled job is kept.
     *
     * @return by default 7 days
     */
    public Duration failureRetention() {
        return failureRetention;
    }

    /**
     * Returns how many jobs that have ended a queue in memory keeps. The oldest makes room for the newest. A queue on a
     * server is bounded by that server's memory.
     *
     * @return by default 100,000
     */
    public int maxEnded() {
        return maxEnded;
    }

    /**
     * Returns how large the requests and results of the jobs that have ended may be together in a queue in memory. The
     * oldest makes room for the newest.
     *
     * @return bytes of JSON in UTF-8, by default 64 MiB
     */
    public long maxEndedBytes() {
        return maxEndedBytes;
    }

    /**
     * Returns how long a job waits that failed for a reason that passes, with some chance in it so that jobs which
     * failed together are not tried again together.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @return between a half and the whole of what is meant for this attempt
     */
    public Duration backoffAfter(int attempt) {
        return new Backoff(backoff, maxBackoff).after(attempt, ThreadLocalRandom.current());
    }

    /**
     * Returns when a call at the end of a job is tried again that was not answered.
     *
     * @param attempt the number of the try that was made, from 1
     * @return long enough that nobody is still waiting for the answer
     */
    public Duration callbackAfter(int attempt) {
        return lease.plus(backoffAfter(attempt));
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private int capacity = 100_000;
        private int maxRequestBytes = 1 << 20;
        private int maxResultBytes = 8 << 20;
        private int maxAttempts = 3;
        private Duration lease = Duration.ofSeconds(60);
        private Duration backoff = Duration.ofSeconds(5);
        private Duration maxBackoff = Duration.ofMinutes(5);
        private Duration resultRetention = Duration.ofHours(24);
        private Duration failureRetention = Duration.ofDays(7);
        private int maxEnded = 100_000;
        private long maxEndedBytes = 64L << 20;

        private Builder() {}

        /**
         * Sets how many jobs may wait.
         *
         * @param capacity at least 1
         * @return this
         */
        public Builder capacity(int capacity) {
            this.capacity = positive("capacity", capacity);
            return this;
        }

        /**
         * Sets how large a request may be.
         *
         * @param maxRequestBytes bytes, at least 1
         * @return this
         */
        public Builder maxRequestBytes(int maxRequestBytes) {
            this.maxRequestBytes = positive("maxRequestBytes", maxRequestBytes);
            return this;
        }

        /**
         * Sets how large a result may be.
         *
         * @param maxResultBytes bytes, at least 1
         * @return this
         */
        public Builder maxResultBytes(int maxResultBytes) {
            this.maxResultBytes = positive("maxResultBytes", maxResultBytes);
            return this;
        }

        /**
         * Sets how many times a job may fail for a reason that passes, as {@link JobQueueOptions#maxAttempts()} says.
         *
         * @param maxAttempts at least 1
         * @return this
         */
        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = positive("maxAttempts", maxAttempts);
            return this;
        }

        /**
         * Sets how long a worker may be silent.
         *
         * @param lease at least 1 millisecond
         * @return this
         */
        public Builder lease(Duration lease) {
            this.lease = positive("lease", lease);
            return this;
        }

        /**
         * Sets how long retries wait.
         *
         * @param first how long the first one waits, at least 1 millisecond
         * @param most how long each waits at most
         * @return this
         */
        public Builder backoff(Duration first, Duration most) {
            backoff = positive("backoff", first);
            maxBackoff = positive("maxBackoff", most);
            return this;
        }

        /**
         * Sets how long a finished job is kept.
         *
         * @param resultRetention at least 1 millisecond
         * @return this
         */
        public Builder resultRetention(Duration resultRetention) {
            this.resultRetention = positive("resultRetention", resultRetention);
            return this;
        }

        /**
         * Sets how long a failed, stopped or canceled job is kept.
         *
         * @param failureRetention at least 1 millisecond
         * @return this
         */
        public Builder failureRetention(Duration failureRetention) {
            this.failureRetention = positive("failureRetention", failureRetention);
            return this;
        }

        /**
         * Sets how many jobs that have ended a queue in memory keeps.
         *
         * @param maxEnded at least 1
         * @return this
         */
        public Builder maxEnded(int maxEnded) {
            this.maxEnded = positive("maxEnded", maxEnded);
            return this;
        }

        /**
         * Sets how large the jobs that have ended may be together in a queue in memory.
         *
         * @param maxEndedBytes bytes, at least 1; the job that ended last is kept even when it is larger
         * @return this
         */
        public Builder maxEndedBytes(long maxEndedBytes) {
            if (maxEndedBytes < 1) {
                throw new IllegalArgumentException("maxEndedBytes is %d, expected at least 1".formatted(maxEndedBytes));
            }
            this.maxEndedBytes = maxEndedBytes;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException when the first retry would wait longer than any may
         */
        public JobQueueOptions build() {
            if (backoff.compareTo(maxBackoff) > 0) {
                throw new IllegalArgumentException(
                        "backoff is %s, expected at most maxBackoff, which is %s".formatted(backoff, maxBackoff));
            }
            return new JobQueueOptions(this);
        }

        private static int positive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException("%s is %d, expected at least 1".formatted(name, value));
            }
            return value;
        }

        private static Duration positive(String name, Duration value) {
            if (requireNonNull(value, name).toMillis() < 1) {
                throw new IllegalArgumentException("%s is %s, expected at least 1 millisecond".formatted(name, value));
            }
            return value;
        }
    }
}
