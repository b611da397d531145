package io.stacgenerator.internal.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
        assertThat(UtcTime.valid("2016-12-31T23:59:60.5Z").map(UtcTime::instant))
                .contains(Instant.parse("2017-01-01T00:00:00.500Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020:04:01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020/04/01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020-04-01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020.04.01 09:16, 2020-04-01T09:16:00Z, false",
        "2020-04-01T09:16:46.5, 2020-04-01T09:16:46.500Z, false",
        "2016:12:31 23:59:60, 2017-01-01T00:00:00Z, false",
        "20200401T091646, 2020-04-01T09:16:46Z, false",
        "20200401091646, 2020-04-01T09:16:46Z, false",
        "2020-092T09:16:46.5, 2020-04-01T09:16:46.500Z, false",
        "2020092, 2020-04-01T00:00:00Z, false",
        "2021-06-01, 2021-06-01T00:00:00Z, false",
        "2021:06:01, 2021-06-01T00:00:00Z, false",
        "2021/6/1, 2021-06-01T00:00:00Z, false",
        "20210601, 2021-06-01T00:00:00Z, false",
        "1947:08:15 12:00:00, 1947-08-15T12:00:00Z, false",
        "2020-04-01T09:16:46Z, 2020-04-01T09:16:46Z, true",
        "2020:04:01 09:16:46 UTC, 2020-04-01T09:16:46Z, true",
        "2020-04-01 09:16:46-06, 2020-04-01T15:16:46Z, true",
        "2020-04-01T09:16:46+0530, 2020-04-01T03:46:46Z, true",
        "2020-04-01T09:16:46 +05:30, 2020-04-01T03:46:46Z, true"
    })
    void readsTagsAsWritersWriteThem(String text, Instant time, boolean zoned) {
        assertThat(UtcTime.ofTag(text))
                .hasValueSatisfying(read -> assertThat(read.instant()).isEqualTo(time))
                .hasValueSatisfying(read -> assertThat(read.zoned()).isEqualTo(zoned));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, 2020-12-31T23:59:59Z",
        "2020:12:31, 2020-12-31T23:59:59Z",
        "20201231, 2020-12-31T23:59:59Z",
        "2020-12-31 00:00:00, 2020-12-31T00:00:00Z",
        "2020-12-31T12, 2020-12-31T12:00:00Z"
    })
    void theEndOfARangeWithoutTimeIsThatOfItsDay(String text, Instant time) {
        assertThat(UtcTime.ofEndTag(text))
                .hasValueSatisfying(read -> assertThat(read.instant()).isEqualTo(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "01/04/2020",
                "2020:13:01 00:00:00",
                "2020:02:30",
                "2020-04-01 24:00:00",
                "202041",
                "2021-366",
                "2020-000",
                "202004010",
                "2020-4-10916"
            })
    void otherTagsAreNotTimes(String text) {
        assertThat(UtcTime.ofTag(text)).isEmpty();
    }
}
