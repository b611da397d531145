package io.stacgenerator.internal.datetime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as writers put it into tags: {@code 2020:04:01 09:16:46} of TIFF 6.0, ISO 8601, and what is found instead of
 * them, such as other separators, a date alone or an offset of hours.
 *
 * @param time the time, in UTC where the text tells no offset
 * @param zoned whether the text tells an offset
 */
public record TimeText(Instant time, boolean zoned) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})([-/:.]?)(\\d{1,2})\\2(\\d{1,2})"
            + "(?:[T ] *(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?)?"
            + " *(Z|UTC|GMT|([+-])(\\d{1,2})(?::?(\\d{2}))?)?");

    /** Reads a text; empty where it is no time. */
    public static Optional<TimeText> of(String text) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TimeText(local(match).toInstant(offset(match)), match.group(9) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher match) {
        String fraction = match.group(8);
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalDateTime.of(
                number(match.group(1)),
                number(match.group(3)),
                number(match.group(4)),
                number(match.group(5)),
                number(match.group(6)),
                number(match.group(7)),
                nanos);
    }

    private static ZoneOffset offset(Matcher match) {
        if (match.group(10) == null) {
            return ZoneOffset.UTC;
        }
        int sign = match.group(10).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(match.group(11)), sign * number(match.group(12)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
