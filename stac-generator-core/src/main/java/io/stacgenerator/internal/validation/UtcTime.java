package io.stacgenerator.internal.validation;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of RFC 3339 that end in {@code Z} or {@code +00:00}, as STAC wants them; a leap second is one of them. */
final class UtcTime {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):([0-5]\\d|60)(\\.\\d+)?(?:Z|\\+00:00)");

    private UtcTime() {}

    static Optional<LocalDateTime> parse(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime minute = LocalDateTime.of(
                    number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4), number(matcher, 5));
            return Optional.of(minute.plusSeconds(number(matcher, 6)).plusNanos(nanos(matcher.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : (long) (Double.parseDouble(fraction) * 1e9);
    }
}
