package io.stacgenerator;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the members of an object of a request by type; each of another type is a fault. */
final class RequestMembers {

    private final String pointer;
    private final List<Fault> faults;

    RequestMembers(String pointer, List<Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    void string(String name, @Nullable Object value, Consumer<String> set) {
        take(name, value, String.class, "a string", set);
    }

    void number(String name, @Nullable Object value, Consumer<Number> set) {
        take(name, value, Number.class, "a number", set);
    }

    void flag(String name, @Nullable Object value, Consumer<Boolean> set) {
        take(name, value, Boolean.class, "true or false", set);
    }

    void object(String name, @Nullable Object value, Consumer<Map<String, Object>> set) {
        JsonValues.object(value).ifPresentOrElse(set, () -> unexpected(name, value, "an object"));
    }

    void objects(String name, @Nullable Object value, Consumer<List<Object>> set) {
        JsonValues.array(value).ifPresentOrElse(set, () -> unexpected(name, value, "a list of objects"));
    }

    /** An element that is not a string leaves an empty one, so that the others keep their pointers. */
    void strings(String name, @Nullable Object value, Consumer<List<String>> set) {
        JsonValues.array(value)
                .ifPresentOrElse(
                        elements -> set.accept(strings(name, elements)),
                        () -> unexpected(name, value, "a list of strings"));
    }

    private List<String> strings(String name, List<Object> elements) {
        List<String> strings = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            strings.add(JsonValues.string(element).orElse(""));
            if (!(element instanceof String)) {
                String at = JsonPointer.to(JsonPointer.to(pointer, name), i);
                faults.add(new Fault(at, "is %s, expected a string".formatted(JsonValues.kind(element))));
            }
        }
        return strings;
    }

    private <T> void take(
            String name, @Nullable Object value, Class<T> type, String expected, Consumer<? super T> set) {
        if (type.isInstance(value)) {
            set.accept(type.cast(value));
        } else {
            unexpected(name, value, expected);
        }
    }

    /** Adds that a member is of another kind than expected; the value is not quoted, as it may hold a credential. */
    void unexpected(String name, @Nullable Object value, String expected) {
        fault(name, "is %s, expected %s".formatted(JsonValues.kind(value), expected));
    }

    void fault(String name, String message) {
        faults.add(new Fault(JsonPointer.to(pointer, name), message));
    }
}
