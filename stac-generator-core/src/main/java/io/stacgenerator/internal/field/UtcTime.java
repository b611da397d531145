package io.stacgenerator.internal.field;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of RFC 3339, in UTC. A leap second is one, and no digit of a fraction is lost.
 *
 * @param minute the time up to the minute
 * @param seconds the seconds as they are written, such as {@code 07} or {@code 60.125}
 * @param zoned whether the zone was given
 */
public record UtcTime(LocalDateTime minute, String seconds, boolean zoned) {

    private static final Pattern READABLE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt ](\\d{2}:\\d{2})(?::([0-5]\\d|60)(?:[.,](\\d+))?)? ?([Zz]|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern VALID =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:([0-5]\\d|60)(\\.\\d+)?(?:Z|\\+00:00)");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final double NANOS = 1e9;

    /**
     * Reads a date, or a date and time with or without seconds and zone.
     *
     * @param value any JSON value
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> read(@Nullable Object value) {
        Matcher matcher = READABLE.matcher(value instanceof String text ? text.strip() : "");
        try {
            return matcher.matches() ? Optional.of(inUtc(matcher)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the end of a time, which is the last second of a day that is given without time.
     *
     * @param value any JSON value
     * @return the time; empty when it is not one
     */
    public static Optional<UtcTime> readEnd(@Nullable Object value) {
        boolean day = value instanceof String text && text.strip().matches("\\d{4}-\\d{2}-\\d{2}");
        return day ? read(String.valueOf(value).strip() + "T23:59:59Z").map(time -> new UtcTime(time.minute, time.seconds, false)) : read(value);
    }

    private static UtcTime inUtc(Matcher matcher) {
        String zone = matcher.group(5);
        String fraction = matcher.group(4) == null ? "" : "." + matcher.group(4);
        LocalDateTime local = LocalDateTime.parse(matcher.group(1) + "T" + orElse(matcher.group(2), "00:00"), MINUTES);
        ZoneOffset offset = ZoneOffset.of(orElse(zone, "Z").toUpperCase(Locale.ROOT));
        return new UtcTime(
                local.minusSeconds(offset.getTotalSeconds()), orElse(matcher.group(3), "00") + fraction, zone != null);
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
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
     * Returns the time as text.
     *
     * @return RFC 3339, ending in {@code Z}
     */
    public String text() {
        return MINUTES.format(minute) + ":" + seconds + "Z";
    }

    /**
     * Returns the time as a value that can be compared.
     *
     * @return the time in UTC, to the nanosecond; a leap second is the first second of the next minute
     */
    public LocalDateTime time() {
        return minute.plusNanos((long) (Double.parseDouble(seconds) * NANOS));
    }
}
