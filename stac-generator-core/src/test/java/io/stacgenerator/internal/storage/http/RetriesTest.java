package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Duration> delays = new ArrayList<>();
    private int attempts;

    @Test
    void delaysDoubleUpToTheMostWithHalfOfItLeftToChance() {
        fails(HttpOptions.builder().attempts(9).maxDelay(Duration.ofSeconds(2)).build(), null);
        assertThat(attempts).isEqualTo(9);
        long[] longest = {250, 500, 1000, 2000, 2000, 2000, 2000, 2000};
        for (int i = 0; i < longest.length; i++) {
            assertThat(delays.get(i).toMillis()).isBetween(longest[i] / 2, longest[i]);
        }
    }

    @Test
    void endsAtTheFirstSuccess() throws Exception {
        int result = retries(HttpOptions.ofDefaults()).run("a", null, () -> {
            if (++attempts < 3) {
                throw new IOException("not yet");
            }
            return 42;
        });
        assertThat(result).isEqualTo(42);
        assertThat(delays).hasSize(2);
    }

    @Test
    void waitsForAsLongAsTheServerAsks() {
        fails(HttpOptions.builder().attempts(2).build(), null, new Retries.Busy(503, Duration.ofSeconds(7)));
        assertThat(delays).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void givesUpWhenTheServerAsksForTooLong() {
        fails(HttpOptions.ofDefaults(), null, new Retries.Busy(503, Duration.ofHours(1)));
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void givesUpWhenTheDeadlineComesFirst() {
        fails(HttpOptions.ofDefaults(), NOW.plusMillis(100));
        assertThat(attempts).isEqualTo(1);
    }

    private void fails(HttpOptions options, @Nullable Instant deadline) {
        fails(options, deadline, new IOException("broken"));
    }

    private void fails(HttpOptions options, @Nullable Instant deadline, IOException failure) {
        assertThatThrownBy(() -> retries(options).run("a", deadline, () -> {
                    attempts++;
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private Retries retries(HttpOptions options) {
        return new Retries(options, () -> NOW, delays::add, new Random(1));
    }
}
