package io.stacgenerator.internal.storage.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The date of a header (RFC 9110, section 5.6.7), in the one form that is still written. */
final class HttpDate {

    private HttpDate() {}

    /** Reads a date; empty when it is not one. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
