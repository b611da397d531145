package io.stacgenerator.internal.datetime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time, a day, a month or a range.
 *
 * @param start the time, or the first moment
 * @param end the last moment, to the second; null for a time or a day, which go by their first moment
 * @param range whether it has two dates, neither of which stands for the whole
 */
public record TimeSpan(Instant start, @Nullable Instant end, boolean range) {

    static TimeSpan at(Instant time) {
        return new TimeSpan(time, null, false);
    }

    static TimeSpan of(YearMonth month) {
        return new TimeSpan(first(month.atDay(1)), last(month.atEndOfMonth()), false);
    }

    static Instant first(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static Instant last(LocalDate day) {
        return day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }
}
