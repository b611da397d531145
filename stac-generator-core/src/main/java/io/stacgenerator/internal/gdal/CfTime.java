package io.stacgenerator.internal.gdal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time axis of NetCDF (CF conventions 1.11, section 4.4), such as {@code hours since 2013-06-13T00:00:00Z}.
 *
 * @param epoch the time of the value 0
 * @param unitMillis the milliseconds of a unit
 */
record CfTime(Instant epoch, long unitMillis) {

    private static final Pattern UNITS = Pattern.compile(
            "(?i)(sec|second|s|min|minute|hr|hour|h|day|d)s? since (\\d{1,4})-(\\d{1,2})-(\\d{1,2})"
                    + "(?:[T ]+(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d*)?)?)?)? *(Z|UTC|GMT|[+-]\\d{1,2}:?\\d{2})?");

    /** Before, the calendar called standard is the Julian one. */
    private static final int GREGORIAN_SINCE = 1583;

    /** Reads the units of an axis; empty when they are not those of a time, or of a calendar of another kind. */
    static Optional<CfTime> of(String units, @Nullable String calendar) {
        Matcher matcher = UNITS.matcher(units.strip());
        if (!matcher.matches() || !isCivil(calendar, Integer.parseInt(matcher.group(2)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CfTime(epoch(matcher), millis(matcher.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant at(double value) {
        return epoch.plusMillis(Math.round(value * unitMillis));
    }

    private static boolean isCivil(@Nullable String calendar, int year) {
        return switch (Objects.requireNonNullElse(calendar, "standard").toLowerCase(Locale.ROOT)) {
            case "standard", "gregorian" -> year >= GREGORIAN_SINCE;
            case "proleptic_gregorian" -> true;
            default -> false;
        };
    }

    private static Instant epoch(Matcher matcher) {
        return LocalDateTime.of(
                        number(matcher, 2),
                        number(matcher, 3),
                        number(matcher, 4),
                        number(matcher, 5),
                        number(matcher, 6),
                        number(matcher, 7))
                .toInstant(offset(matcher.group(8)));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.UTC;
        }
        String digits = zone.substring(1).replace(":", "");
        int minutes = Integer.parseInt(digits.substring(0, digits.length() - 2)) * 60
                + Integer.parseInt(digits.substring(digits.length() - 2));
        return ZoneOffset.ofTotalSeconds((zone.charAt(0) == '-' ? -60 : 60) * minutes);
    }

    private static long millis(String unit) {
        return switch (Character.toLowerCase(unit.charAt(0))) {
            case 's' -> 1000;
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
