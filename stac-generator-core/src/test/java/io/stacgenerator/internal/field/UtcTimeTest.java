package io.stacgenerator.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01T00:00:00Z, false",
        "2024-05-01 10:20, 2024-05-01T10:20:00Z, false",
        "2024-05-01t10:20:30z, 2024-05-01T10:20:30Z, true",
        "2024-05-01T10:20:30.123456789012Z, 2024-05-01T10:20:30.123456789012Z, true",
        "2024-01-01T00:30:00+02:00, 2023-12-31T22:30:00Z, true",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:60Z, true",
    })
    void readsTimesAsPeopleWriteThem(String text, String expected, boolean zoned) {
        assertThat(UtcTime.read(text)).hasValueSatisfying(time -> {
            assertThat(time.text()).isEqualTo(expected);
            assertThat(time.zoned()).isEqualTo(zoned);
        });
        assertThat(UtcTime.valid(expected)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-02-30", "2024-05-01T25:00:00Z", "today", "20240501", "2024-05-01T10:20:61Z"})
    void readsNothingElse(String text) {
        assertThat(UtcTime.read(text)).isEmpty();
        assertThat(UtcTime.read(5)).isEmpty();
        assertThat(UtcTime.read(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-01", "2024-05-01T10:20Z", "2024-05-01T10:20:30", "2024-05-01T10:20:30+02:00"})
    void whatIsNotInTheFormOfStacIsNotValid(String text) {
        assertThat(UtcTime.read(text)).isPresent();
        assertThat(UtcTime.valid(text)).isEmpty();
    }

    @Test
    void leapSecondIsComparedAsTheFirstSecondOfTheNextMinute() {
        assertThat(UtcTime.valid("2016-12-31T23:59:60.5Z").orElseThrow().time())
                .isEqualTo(LocalDateTime.of(2017, 1, 1, 0, 0, 0, 500_000_000));
    }
}
