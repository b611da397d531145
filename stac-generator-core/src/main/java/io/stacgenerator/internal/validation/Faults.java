package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.href.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects faults. */
final class Faults {

    private static final int LONGEST_VALUE = 80;

    private final List<Fault> faults = new ArrayList<>();

    void add(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }

    /** Adds that a member is missing. */
    void lacks(String pointer, String member, String expected) {
        add(pointer, "lacks %s, expected %s".formatted(member, expected));
    }

    /** Adds that a value is not what was expected. */
    void unexpected(String pointer, @Nullable Object value, String expected) {
        add(pointer, "is %s, expected %s".formatted(shown(value), expected));
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }

    static String shown(@Nullable Object value) {
        String text = Secrets.redact(String.valueOf(value));
        String start = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
        return value instanceof String ? "'" + start + "'" : start;
    }
}
