package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.datetime.CfTime;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CfTimeTest {

    @ParameterizedTest
    @CsvSource({
        "days since 1970-01-01, , 1.5, 1970-01-02T12:00:00Z",
        "seconds since 2020-01-01T00:00:00.5, , 0.25, 2020-01-01T00:00:00.750Z",
        "Hour since 2013-06-13T00:00:00Z, standard, 45, 2013-06-14T21:00:00Z",
        "hours since 1900-01-01 00:00:00.0, gregorian, 1069440, 2022-01-01T00:00:00Z",
        "seconds since 2000-1-1 12:00, proleptic_gregorian, 90, 2000-01-01T12:01:30Z",
        "minutes since 2000-01-01 00:00:00 +02:00, , 60, 1999-12-31T23:00:00Z",
        "min since 2000-01-01 00:00:00 -0330, , 0, 2000-01-01T03:30:00Z",
        "secs since 2000-01-01 00:00:00 UTC, , 0, 2000-01-01T00:00:00Z",
        "days since 0001-01-01, proleptic_gregorian, 0, 0001-01-01T00:00:00Z",
        "days since 1858-11-17, , 59215, 2021-01-01T00:00:00Z",
        "days since 2020-01-01, noleap, 59.5, 2020-03-01T12:00:00Z",
        "days since 2020-01-01, gregorian, 59.5, 2020-02-29T12:00:00Z",
        "days since 1850-01-01, 365_day, 62050, 2020-01-01T00:00:00Z",
        "days since 1900-03-01, all_leap, 366, 1901-03-01T00:00:00Z",
        "days since 1900-01-01, 366_day, 59, 1900-02-28T00:00:00Z",
        "days since 1950-01-01, 360_day, 25259, 2020-02-29T00:00:00Z",
        "days since 1950-01-01, 360_day, 24899, 2019-02-28T00:00:00Z",
        "hours since 1-1-1 00:00:0.0, standard, 17067072, 1948-01-01T00:00:00Z",
        "days since 1582-10-04, standard, 1, 1582-10-15T00:00:00Z",
        "days since 0001-01-01, standard, 0, 0000-12-30T00:00:00Z",
        "days since 2000-01-01, julian, 0, 2000-01-14T00:00:00Z",
        "months since 1995-01-01, standard, 64, 2000-05-01T00:00:00Z",
        "months since 1995-01-01, , 0.5, 1995-01-16T12:00:00Z",
        "months since 1995-01-31, , 1, 1995-02-28T00:00:00Z",
        "months since 1950-01-01, 360_day, -1.5, 1949-11-16T00:00:00Z",
        "years since 2000-01-01, noleap, 20, 2020-01-01T00:00:00Z",
        "weeks since 2000-01-01, , 1, 2000-01-08T00:00:00Z",
        "ms since 1970-01-01, , 1577836800000, 2020-01-01T00:00:00Z",
        "nanoseconds since 1970-01-01, , 1577836800000000000, 2020-01-01T00:00:00Z",
        "days since 1850-01-01, noleap, -365, 1849-01-01T00:00:00Z",
        "seconds since 2000-01-01 00:00:00 -6:00, , 0, 2000-01-01T06:00:00Z",
        "hours since 2000-01-01 00:00 6, , 0, 1999-12-31T18:00:00Z",
        "'day as %Y%m%d.%f', proleptic_gregorian, 20200229.25, 2020-02-29T06:00:00Z"
    })
    void givesTheTime(String units, String calendar, double value, Instant expected) {
        assertThat(CfTime.of(units, calendar)).map(time -> time.at(value)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "m, ",
        "days since 2000-13-01, ",
        "days since 2000-02-30, noleap",
        "days since 2000-01-01, none",
        "fortnights since 2000-01-01, ",
        "days since yesterday, "
    })
    void refusesWhatIsNoTimeOfTheCivilCalendar(String units, String calendar) {
        assertThat(CfTime.of(units, calendar)).isEmpty();
    }
}
