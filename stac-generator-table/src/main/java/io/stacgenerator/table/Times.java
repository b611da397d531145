package io.stacgenerator.table;

import io.stacgenerator.model.JsonValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times of RFC 3339 as microseconds. */
final class Times {

    /** The form that nearly all times have; digits are zeros here. */
    private static final String UTC_SECONDS = "0000-00-00T00:00:00";

    private static final int MICROSECOND_DIGITS = 6;

    private Times() {}

    static long micros(String text, String name, String id) {
        long plain = plain(text);
        if (plain != Long.MIN_VALUE) {
            return plain;
        }
        Instant time = JsonValues.time(text)
                .filter(Times::hasYearOfFourDigits)
                .orElseThrow(() -> Column.refused(
                        "item %s has in %s '%s', expected a time as in RFC 3339".formatted(id, name, text)));
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000; // ChronoUnit overflows before 1677
    }

    /**
     * Reads a time in UTC in its plain form: a formatter takes ten times as long, and each row has some times, twice.
     *
     * @return the microseconds; the least number when it has another form, or is no time
     */
    private static long plain(String text) {
        int length = text.length();
        int seconds = UTC_SECONDS.length();
        if (length <= seconds || text.charAt(length - 1) != 'Z') {
            return Long.MIN_VALUE;
        }
        for (int i = 0; i < seconds; i++) {
            char expected = UTC_SECONDS.charAt(i);
            if (expected == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return Long.MIN_VALUE;
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean isTime = month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59;
        int fraction = length == seconds + 1 ? 0 : fraction(text, seconds, length - 1);
        if (!isTime || fraction < 0 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Long.MIN_VALUE;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + fraction;
    }

    /** Returns the microseconds of a fraction; negative when it has none, or more digits. */
    private static int fraction(String text, int point, int end) {
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > MICROSECOND_DIGITS) {
            return -1;
        }
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
        }
        int fraction = number(text, point + 1, end);
        for (int i = digits; i < MICROSECOND_DIGITS; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static boolean hasYearOfFourDigits(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= 9999;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
