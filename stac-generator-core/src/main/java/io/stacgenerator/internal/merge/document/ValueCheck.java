package io.stacgenerator.internal.merge.document;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.Expected;
import io.stacgenerator.internal.field.FieldLimits;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldRange;
import java.util.List;
import java.util.Optional;

/** Checks values that have the type of their field against what the field allows. */
final class ValueCheck {

    private final Notes notes;

    ValueCheck(Notes notes) {
        this.notes = notes;
    }

    Optional<Object> scalar(Field field, Object value, String pointer) {
        return nonempty(field, value, pointer) ? element(field, value, pointer) : Optional.empty();
    }

    /** Returns whether a value keeps the rule that its field has besides type and range. */
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
        if (!FieldLimits.allowLength(field, value)) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "expected " + Expected.of(field) + ", got %s; dropped", value);
            return false;
        }
        return nonempty(field, value, pointer);
    }

    /** Checks a value without regard to the length of the field's array. */
    Optional<Object> element(Field field, Object value, String pointer) {
        if (value instanceof Number number) {
            return number(field, number, pointer).map(valid -> valid);
        }
        if (value instanceof String text) {
            return string(field, text, pointer).map(valid -> valid);
        }
        return Optional.of(value);
    }

    private boolean nonempty(Field field, Object value, String pointer) {
        boolean valid = FieldLimits.allowEmpty(field, value);
        if (!valid) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "an empty value is not valid; dropped");
        }
        return valid;
    }

    private Optional<Number> number(Field field, Number value, String pointer) {
        FieldRange range = field.range().orElse(null);
        if (range == null || FieldLimits.allow(field, value)) {
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
        String word = word(field, value);
        if (!FieldLimits.allow(field, word)) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "%s is not valid for %s; dropped", value, field.name());
            return Optional.empty();
        }
        if (!word.equals(value)) {
            notes.add(NoteCode.COERCED, pointer, "%s was read as %s", value, word);
        }
        return Optional.of(word);
    }

    /** Returns the word of a field that a value means, ignoring case. */
    private static String word(Field field, String value) {
        return field.allowed().contains(value)
                ? value
                : field.allowed().stream()
                        .filter(value.strip()::equalsIgnoreCase)
                        .findFirst()
                        .orElse(value);
    }
}
