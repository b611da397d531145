package io.stacgenerator.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of RFC 3339 as microseconds. */
final class Times {

    /** java.time has no leap second: it is the first second of the next minute. */
    private static final Pattern LEAP_SECOND = Pattern.compile("(.*:)60((?:\\.\\d+)?(?:Z|z|[+-].*))");

    private Times() {}

    static long micros(String text, String name, String id) {
        try {
            Matcher leap = LEAP_SECOND.matcher(text);
            Instant time =
                    leap.matches() ? parse(leap.group(1) + "59" + leap.group(2)).plusSeconds(1) : parse(text);
            return ChronoUnit.MICROS.between(Instant.EPOCH, time);
        } catch (DateTimeException | ArithmeticException e) {
            throw Column.refused("item %s has in %s '%s', expected a time as in RFC 3339".formatted(id, name, text));
        }
    }

    private static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
