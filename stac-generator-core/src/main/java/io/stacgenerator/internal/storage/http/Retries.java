package io.stacgenerator.internal.storage.http;

import io.stacgenerator.HttpOptions;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.Backoff;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what may pass, with exponential backoff, jitter and heed to what the server asks for. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final HttpOptions options;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    Retries(HttpOptions options, InstantSource clock, Sleeper sleeper, RandomGenerator random) {
        this.options = options;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** Waits. */
    @FunctionalInterface
    interface Sleeper {

        void sleep(Duration time) throws InterruptedException;
    }

    /** What may have to be tried again: an {@link IOException} passes, other exceptions do not. */
    @FunctionalInterface
    interface Attempt<T> {

        T run() throws IOException, InterruptedException;
    }

    /** A server that says when to come back. */
    static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        Busy(int status, @Nullable Duration retryAfter) {
            super("the server answered with status " + status
                    + (retryAfter == null ? "" : ", retry after " + retryAfter.toSeconds() + " s"));
            this.retryAfter = retryAfter;
        }
    }

    /** Throws where the status of an answer is one that passes. */
    static void requireSettled(int status, HttpHeaders headers, Instant now) throws Busy {
        if (PASSING.contains(status)) {
            throw new Busy(status, retryAfter(headers, now));
        }
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private static @Nullable Duration retryAfter(HttpHeaders headers, Instant now) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return HttpDate.parse(text)
                .map(date -> date.isBefore(now) ? Duration.ZERO : Duration.between(now, date))
                .orElse(null);
    }

    <T> T run(String href, @Nullable Instant deadline, Attempt<T> attempt) throws IOException, InterruptedException {
        for (int failed = 1; ; failed++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                Duration delay = delay(failed, e);
                if (failed >= options.attempts() || isTooLong(delay, deadline)) {
                    throw e;
                }
                LOG.debug("{} is tried again in {}: {}", href, delay, Secrets.redact(e.toString()));
                sleeper.sleep(delay);
            }
        }
    }

    private Duration delay(int failed, IOException failure) {
        if (failure instanceof Busy busy && busy.retryAfter != null) {
            return busy.retryAfter;
        }
        return new Backoff(FIRST_DELAY, options.maxDelay()).after(failed, random);
    }

    private boolean isTooLong(Duration delay, @Nullable Instant deadline) {
        return delay.compareTo(options.maxDelay()) > 0
                || (deadline != null && clock.instant().plus(delay).isAfter(deadline));
    }
}
