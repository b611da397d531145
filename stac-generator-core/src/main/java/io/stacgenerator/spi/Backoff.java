package io.stacgenerator.spi;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before what has failed is tried again: twice as long each time, with some chance in it so that those
 * who failed together do not try again together. Immutable.
 *
 * @param first the longest wait after the first failure
 * @param longest the longest wait after any
 * @since 0.1.0
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * Returns the next wait.
     *
     * @param failures how many attempts have failed, from 1
     * @param random chance
     * @return between a half and the whole of what is meant for this attempt
     */
    public Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(first.toMillis()) - 1);
        long whole = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
    }
}
