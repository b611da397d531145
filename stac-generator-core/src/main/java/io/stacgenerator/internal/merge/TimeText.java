package io.stacgenerator.internal.merge;

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
 * A time in the form of RFC 3339, in UTC.
 *
 * @param text the time, ending in {@code Z}
 * @param zoned whether the zone was given
 */
record TimeText(String text, boolean zoned) {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt ](\\d{2}:\\d{2})(?::([0-5]\\d|60)(?:[.,](\\d+))?)? ?([Zz]|[+-]\\d{2}:?\\d{2})?)?");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Reads a date, or a date and time with or without seconds and zone. */
    static Optional<TimeText> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inUtc(matcher));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeText inUtc(Matcher matcher) {
        String minutes = matcher.group(1) + "T" + orElse(matcher.group(2), "00:00");
        String zone = matcher.group(5);
        LocalDateTime utc = LocalDateTime.parse(minutes, MINUTES)
                .minusSeconds(offset(orElse(zone, "Z")).getTotalSeconds());
        String fraction = matcher.group(4) == null ? "" : "." + matcher.group(4);
        return new TimeText(MINUTES.format(utc) + ":" + orElse(matcher.group(3), "00") + fraction + "Z", zone != null);
    }

    private static ZoneOffset offset(String zone) {
        return ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
