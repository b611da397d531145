package io.stacgenerator.internal.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2020:04:01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020/04/01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020-04-01 09:16:46, 2020-04-01T09:16:46Z, false",
        "2020.04.01 09:16, 2020-04-01T09:16:00Z, false",
        "2020-04-01T09:16:46.5, 2020-04-01T09:16:46.500Z, false",
        "20200401T091646, 2020-04-01T09:16:46Z, false",
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
    void readsWhatWritersWrite(String text, Instant time, boolean zoned) {
        assertThat(TimeText.of(text)).contains(new TimeText(time, zoned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "01/04/2020", "2020:13:01 00:00:00", "2020:02:30", "2020-04-01 24:00:00"})
    void otherTextsAreNoTimes(String text) {
        assertThat(TimeText.of(text)).isEmpty();
    }
}
