package io.stacgenerator.internal.datetime;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time in UTC, read from a string. A leap second is one, and no digit of a fraction is lost.
 *
 * @param minute the time up to the minute
 * @param seconds the seconds as they are written, such as {@code 07} or {@code 60.125}
 * @param zoned whether the zone was given
 */
public record UtcTime(LocalDateTime minute, String seconds, boolean zoned) {

    private static final String SECOND = "(?<second>[0-5]\\d|60)";
    private static final Pattern READABLE = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})"
            + "(?:[Tt ](?<hour>\\d{2}):(?<minute>\\d{2})(?::" + SECOND + "(?:[.,](?<fraction>\\d+))?)?"
            + " ?(?<zone>[Zz]|(?<sign>[+-])(?<zoneHour>\\d{2}):?(?<zoneMinute>\\d{2}))?)?");
    private static final Pattern TAG =
            Pattern.compile("(?<year>\\d{4})(?:(?<separator>[-/:.]|(?=\\d{4}))(?<month>\\d{1,2})"
                    + "\\k<separator>(?<day>\\d{1,2})|-?(?<dayOfYear>\\d{3}))"
                    + "(?:(?:[T ] *|(?<=^\\d{8})(?=\\d{4}(?:\\d{2})?(?!\\d)))(?<hour>\\d{1,2})"
                    + "(?::?(?<minute>\\d{2})(?::?"
                    + SECOND
                    + "(?:[.,](?<fraction>\\d+))?)?)?)?"
                    + " *(?<zone>Z|UTC|GMT|(?<sign>[+-])(?<zoneHour>\\d{1,2})(?::?(?<zoneMinute>\\d{2}))?)?");
    private static final Pattern VALID =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:" + SECOND + "(\\.\\d+)?(?:Z|\\+00:00)");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int NANO_DIGITS = 9;

    /** What a day without time stands for. */
    private enum DayTime {
        FIRST(LocalTime.MIN, "00"),
        LAST(LocalTime.of(23, 59), "59");

        private final LocalTime minute;
        private final String seconds;

        DayTime(LocalTime minute, String seconds) {
            this.minute = minute;
            this.seconds = seconds;
        }
    }

    /**
     * Reads a date, or a date and time with or without seconds and zone, in the order and with the separators of RFC
     * 3339.
     *
     * @param value any JSON value
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> read(@Nullable Object value) {
        return value instanceof String text ? read(text, READABLE, DayTime.FIRST) : Optional.empty();
    }

    /**
     * Reads the end of a range, which is the last second of a day that is given without time.
     *
     * @param value any JSON value
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> readEnd(@Nullable Object value) {
        return value instanceof String text ? read(text, READABLE, DayTime.LAST) : Optional.empty();
    }

    /**
     * Reads a time in the form that STAC demands, which ends in {@code Z} or {@code +00:00}.
     *
     * @param value any JSON value
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> valid(@Nullable Object value) {
        return value instanceof String text && VALID.matcher(text).matches() ? read(text) : Optional.empty();
    }

    /**
     * Reads a time as writers put it into the tags of files: {@code 2020:04:01 09:16:46} of TIFF 6.0, ISO 8601, and
     * what is found in their place, such as other separators, a day of the year, a date alone or an offset of hours.
     *
     * @param tag the value of a tag
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> ofTag(String tag) {
        return read(tag, TAG, DayTime.FIRST);
    }

    /**
     * Reads the end of a range from a tag, which is the last second of a day that is given without time.
     *
     * @param tag the value of a tag
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> ofEndTag(String tag) {
        return read(tag, TAG, DayTime.LAST);
    }

    private static Optional<UtcTime> read(String text, Pattern form, DayTime untimed) {
        Matcher match = form.matcher(text.strip());
        try {
            return match.matches() ? Optional.of(inUtc(match, untimed)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static UtcTime inUtc(Matcher match, DayTime untimed) {
        boolean timed = match.group("hour") != null;
        LocalDateTime local = date(match)
                .atTime(timed ? LocalTime.of(number(match, "hour"), number(match, "minute")) : untimed.minute);
        String second = match.group("second") == null ? (timed ? "00" : untimed.seconds) : match.group("second");
        String fraction = match.group("fraction") == null ? "" : "." + match.group("fraction");
        return new UtcTime(
                local.minusSeconds(offset(match).getTotalSeconds()), second + fraction, match.group("zone") != null);
    }

    private static LocalDate date(Matcher match) {
        int year = number(match, "year");
        return match.group("month") == null
                ? LocalDate.ofYearDay(year, number(match, "dayOfYear"))
                : LocalDate.of(year, number(match, "month"), number(match, "day"));
    }

    /**
     * Reads an offset from UTC.
     *
     * @param match a match with the groups {@code sign}, {@code zoneHour} and {@code zoneMinute}
     * @return the offset; none where the groups are empty
     * @throws DateTimeException when it is more than 18 hours, or 59 minutes
     */
    public static ZoneOffset offset(Matcher match) {
        int sign = "-".equals(match.group("sign")) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(match, "zoneHour"), sign * number(match, "zoneMinute"));
    }

    private static int number(Matcher match, String group) {
        String digits = match.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * Returns whether a range ends before it starts.
     *
     * @param start any JSON value
     * @param end any JSON value
     * @return true when both are times in the form that STAC demands, and the end is the earlier one
     */
    public static boolean isReversed(@Nullable Object start, @Nullable Object end) {
        Optional<Instant> first = valid(start).map(UtcTime::instant);
        return valid(end)
                .map(UtcTime::instant)
                .filter(last -> first.isPresent() && last.isBefore(first.get()))
                .isPresent();
    }

    /**
     * Returns the time as a string.
     *
     * @return RFC 3339, ending in {@code Z}
     */
    public String text() {
        return MINUTES.format(minute) + ":" + seconds + "Z";
    }

    /**
     * Returns the time as a value that can be compared.
     *
     * @return the time to the nanosecond; a leap second is the first second of the next minute
     */
    public Instant instant() {
        return minute.plusNanos(
                        new BigDecimal(seconds).movePointRight(NANO_DIGITS).longValue())
                .toInstant(ZoneOffset.UTC);
    }
}
