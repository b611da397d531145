package io.stacgenerator.internal.merge;

import io.stacgenerator.Fault;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldRange;
import io.stacgenerator.spi.field.FieldTrait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks values that have the type of their field against what the field allows. */
final class ValueCheck {

    private final Notes notes;

    ValueCheck(Notes notes) {
        this.notes = notes;
    }

    Optional<Object> scalar(Field field, Object value, String pointer) {
        return nonempty(field, value, pointer) ? element(field, value, pointer) : Optional.empty();
    }

    /** Tells whether a value keeps the rule that its field has beside type and range. */
    boolean keepsRule(Field field, Object value, String pointer) {
        List<Fault> faults = field.rule().map(rule -> rule.check(value)).orElse(List.of());
        faults.stream()
                .findFirst()
                .ifPresent(fault -> notes.add(
                        NoteCode.INVALID_VALUE,
                        pointer + fault.pointer(),
                        "%s was dropped: %s",
                        value,
                        fault.message()));
        return faults.isEmpty();
    }

    boolean array(Field field, List<Object> value, String pointer) {
        if (!field.lengths().isEmpty() && !field.lengths().contains(value.size())) {
            notes.add(
                    NoteCode.INVALID_VALUE,
                    pointer,
                    "%s has %s elements, not %s, and was dropped",
                    value,
                    value.size(),
                    field.lengths());
            return false;
        }
        return nonempty(field, value, pointer);
    }

    /** Checks a value without regard to the length of the field's array. */
    Optional<Object> element(Field field, Object value, String pointer) {
        if (value instanceof Number number) {
            return number(field.range(), number, pointer).map(valid -> valid);
        }
        if (value instanceof String text) {
            return string(field, text, pointer).map(valid -> valid);
        }
        return Optional.of(value);
    }

    private boolean nonempty(Field field, Object value, String pointer) {
        if (isEmpty(value) && field.is(FieldTrait.NONEMPTY)) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "an empty value is not valid and was dropped");
            return false;
        }
        return true;
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        return value instanceof Map<?, ?> object ? object.isEmpty() : value.equals(List.of());
    }

    private Optional<Number> number(@Nullable FieldRange range, Number value, String pointer) {
        if (range == null || range.contains(value.doubleValue())) {
            return Optional.of(value);
        }
        if (!range.cyclic()) {
            notes.add(NoteCode.OUT_OF_RANGE, pointer, "%s is not %s and was dropped", value, range);
            return Optional.empty();
        }
        Number within = wholeTurns(range, value);
        notes.add(NoteCode.NORMALISED_AZIMUTH, pointer, "%s was written as %s", value, within);
        return Optional.of(within);
    }

    private static Number wholeTurns(FieldRange range, Number value) {
        var turn = NumberText.decimal(range.max() - range.min());
        var rest = NumberText.decimal(value).remainder(turn);
        Number within = rest.signum() < 0 ? rest.add(turn) : rest;
        return NumberText.integer(within).orElseGet(within::doubleValue);
    }

    private Optional<String> string(Field field, String value, String pointer) {
        Optional<String> allowed = allowed(field, value, pointer);
        Pattern pattern = field.pattern();
        boolean matches = pattern == null || pattern.matcher(value).matches();
        if (allowed.isEmpty() || !matches) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "%s is not valid for %s and was dropped", value, field.name());
            return Optional.empty();
        }
        return allowed;
    }

    private Optional<String> allowed(Field field, String value, String pointer) {
        if (field.allowed().isEmpty() || field.allowed().contains(value)) {
            return Optional.of(value);
        }
        Optional<String> sameWord =
                field.allowed().stream().filter(value.strip()::equalsIgnoreCase).findFirst();
        sameWord.ifPresent(word -> notes.add(NoteCode.COERCED, pointer, "%s was read as %s", value, word));
        return sameWord;
    }
}
