package io.stacgenerator.internal.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the first date in a file name, such as {@code 20220722T105631}, {@code 20220722} or {@code 2022-07-22}. */
final class FileNameDate {

    private static final int FIRST_YEAR = 1970;

    private static final Pattern DATE = Pattern.compile(
            "(?<![A-Za-z0-9])(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?:[-Tt_]?(\\d{2})[-:]?(\\d{2})[-:]?(\\d{2})Z?)?(?![0-9])");

    private FileNameDate() {}

    static Optional<Instant> of(String name) {
        return DATE.matcher(name)
                .results()
                .map(match ->
                        date(match).map(date -> date.atTime(timeOfDay(match)).toInstant(ZoneOffset.UTC)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> date(MatchResult match) {
        try {
            return Optional.of(LocalDate.of(number(match, 1), number(match, 3), number(match, 4)))
                    .filter(date -> date.getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Six digits behind a date that are no time are a number of their own. */
    private static LocalTime timeOfDay(MatchResult match) {
        try {
            return match.group(5) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(match, 5), number(match, 6), number(match, 7));
        } catch (DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
