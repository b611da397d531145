package io.stacgenerator.table;

import io.stacgenerator.model.JsonValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times of RFC 3339 as microseconds. */
final class Times {

    private Times() {}

    static long micros(String text, String name, String id) {
        Instant time = JsonValues.time(text)
                .orElseThrow(() -> Column.refused(
                        "item %s has in %s '%s', expected a time as in RFC 3339".formatted(id, name, text)));
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
