package io.stacgenerator.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "7, 5000", "2000000000, 5000"})
    void waitsDoubleUpToTheLongestWithHalfOfItLeftToChance(int failures, long most) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
        Random random = new Random(failures);
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(failures, random).toMillis()).isBetween(most / 2, most);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "100, 0"})
    void noWaitIsPossible(long first, long longest) {
        Backoff backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(longest));
        assertThat(backoff.after(3, new Random(1))).isZero();
    }
}
