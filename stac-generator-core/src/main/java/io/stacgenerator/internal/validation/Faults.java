package io.stacgenerator.internal.validation;

import io.stacgenerator.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects faults. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void add(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    /** Adds that a member is missing. */
    void lacks(String pointer, String member, String expected) {
        add(pointer, "lacks %s, expected %s".formatted(member, expected));
    }

    /** Adds that a value is not what was expected. */
    void unexpected(String pointer, @Nullable Object value, String expected) {
        faults.add(Fault.unexpected(pointer, value, expected));
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }
}
