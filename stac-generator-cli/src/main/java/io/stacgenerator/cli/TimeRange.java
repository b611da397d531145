package io.stacgenerator.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A date, or the first and the last one of a range.
 *
 * @param start the date, or the first one
 * @param end the last one, or null when there is one date
 */
record TimeRange(Instant start, @Nullable Instant end) {

    /** Reads dates with time and zone (RFC 3339), one or two with a slash between them. */
    static final class Converter implements ITypeConverter<TimeRange> {

        @Override
        public TimeRange convert(String text) {
            List<String> parts = List.of(text.split("/", 2));
            try {
                Instant start = instant(parts.get(0));
                Instant end = parts.size() == 2 ? instant(parts.get(1)) : null;
                if (end == null || !end.isBefore(start)) {
                    return new TimeRange(start, end);
                }
            } catch (DateTimeException e) {
                throw refused(text);
            }
            throw new TypeConversionException("'%s' ends before it starts".formatted(text));
        }

        private static Instant instant(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException(
                    "'%s' is not a date with time and zone, such as 2026-06-15T10:26:31Z, nor a range START/END"
                            .formatted(text));
        }
    }
}
