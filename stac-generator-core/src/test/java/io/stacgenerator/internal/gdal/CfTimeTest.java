package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CfTimeTest {

    @ParameterizedTest
    @CsvSource({
        "days since 1970-01-01, , 1.5, 1970-01-02T12:00:00Z",
        "Hour since 2013-06-13T00:00:00Z, standard, 45, 2013-06-14T21:00:00Z",
        "hours since 1900-01-01 00:00:00.0, gregorian, 1069440, 2022-01-01T00:00:00Z",
        "seconds since 2000-1-1 12:00, proleptic_gregorian, 90, 2000-01-01T12:01:30Z",
        "minutes since 2000-01-01 00:00:00 +02:00, , 60, 1999-12-31T23:00:00Z",
        "min since 2000-01-01 00:00:00 -0330, , 0, 2000-01-01T03:30:00Z",
        "secs since 2000-01-01 00:00:00 UTC, , 0, 2000-01-01T00:00:00Z",
        "days since 0001-01-01, proleptic_gregorian, 0, 0001-01-01T00:00:00Z",
        "days since 1858-11-17, , 59215, 2021-01-01T00:00:00Z"
    })
    void givesTheTime(String units, String calendar, double value, Instant expected) {
        assertThat(CfTime.of(units, calendar)).map(time -> time.at(value)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "m, ",
        "months since 2000-01-01, ",
        "days since 2000-13-01, ",
        "days since 2000-01-01, 360_day",
        "days since 2000-01-01, noleap",
        "days since 0001-01-01, standard",
        "days since yesterday, "
    })
    void refusesWhatIsNoTimeOfTheCivilCalendar(String units, String calendar) {
        assertThat(CfTime.of(units, calendar)).isEmpty();
    }
}
