package io.stacgenerator.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    private static long expected(String text) {
        Instant time = JsonValues.time(text).orElseThrow();
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000), time.getNano() / 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-15T10:26:31Z",
                "2026-06-15T10:26:31.1Z",
                "2026-06-15T10:26:31.123456Z",
                "2026-06-15T10:26:31.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "1969-07-20T20:17:40.5Z",
                "0001-01-01T00:00:00Z",
                "2026-06-15T12:26:31+02:00",
                "2026-06-15t10:26:31z",
                "2016-12-31T23:59:60Z"
            })
    void timesAreThoseOfTheModel(String text) {
        assertThat(Times.micros(text, "datetime", "a")).isEqualTo(expected(text));
    }

    @Test
    void timesOfAllYearsAreThoseOfTheModel() {
        Random random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            long seconds = random.nextLong(-60_000_000_000L, 250_000_000_000L);
            String text = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000) * 1000L)
                    .toString();
            assertThat(Times.micros(text, "datetime", "a")).as(text).isEqualTo(expected(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:30:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:61Z",
                "2026-01-01T00:00:00.1 Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00",
                "2026-1-01T00:00:00Z",
                "now",
                ""
            })
    void whatIsNotATimeIsRefused(String text) {
        assertThatThrownBy(() -> Times.micros(text, "datetime", "a"))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining("expected a time as in RFC 3339");
    }
}
