package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Brings values to the type of their field, which decides alone, never the look of the value; drops what cannot be
 * brought to it or is not valid.
 */
public final class Coercion {

    private final Notes notes;
    private final ValueCheck check;

    public Coercion(Notes notes) {
        this.notes = notes;
        this.check = new ValueCheck(notes);
    }

    /** Returns the value for a field; empty, with a note, when there is none. */
    public Optional<Object> coerce(Field field, Object value, String pointer) {
        FieldType type = field.type();
        Optional<FieldType> element = type.element();
        if (element.isPresent()) {
            return array(field, element.get(), value, pointer)
                    .filter(array -> check.array(field, array, pointer))
                    .map(array -> array);
        }
        Optional<Object> whole = field.name().equals("end_datetime")
                ? time(UtcTime.readEnd(value), value, pointer)
                : scalar(type, value, pointer);
        return whole.flatMap(typed -> members(field, typed, pointer))
                .flatMap(typed -> check.scalar(field, typed, pointer))
                .filter(typed -> check.keepsRule(field, typed, pointer));
    }

    private Optional<List<Object>> array(Field field, FieldType element, Object value, String pointer) {
        Optional<List<Object>> given = JsonValues.array(value).or(() -> wrapped(element, value, pointer));
        if (given.isEmpty()) {
            notes.add(NoteCode.INVALID_TYPE, pointer, "expected an array, got %s; dropped", value);
            return Optional.empty();
        }
        List<Object> typed = new ArrayList<>();
        for (int i = 0; i < given.get().size(); i++) {
            element(field, element, given.get().get(i), JsonPointer.to(pointer, i))
                    .ifPresent(typed::add);
        }
        boolean whole = typed.size() == given.get().size();
        boolean meansNothingInPart = element == FieldType.NUMBER || element == FieldType.INTEGER || typed.isEmpty();
        return whole || !meansNothingInPart ? Optional.of(typed) : Optional.empty();
    }

    private Optional<Object> element(Field field, FieldType type, Object value, String pointer) {
        return scalar(type, value, pointer)
                .flatMap(typed -> members(field, typed, pointer))
                .flatMap(typed -> check.element(field, typed, pointer))
                .filter(typed -> check.keepsRule(field, typed, pointer));
    }

    private Optional<List<Object>> wrapped(FieldType element, Object value, String pointer) {
        boolean single = element == FieldType.STRING
                ? value instanceof String || value instanceof Number
                : element == FieldType.OBJECT && JsonValues.object(value).isPresent();
        if (!single) {
            return Optional.empty();
        }
        notes.add(NoteCode.WRAPPED, pointer, "%s was made an array", value);
        return Optional.of(List.of(value));
    }

    private Optional<Object> scalar(FieldType type, Object value, String pointer) {
        if (type == FieldType.TIME) {
            return time(UtcTime.read(value), value, pointer);
        }
        Optional<Object> typed = typed(type, value);
        if (typed.isEmpty()) {
            notes.add(NoteCode.INVALID_TYPE, pointer, "expected %s, got %s; dropped", nameOf(type), value);
        } else if (!JsonValues.same(typed.get(), value)) {
            notes.add(NoteCode.COERCED, pointer, "%s was read as %s", value, typed.get());
        }
        return typed;
    }

    private static Optional<Object> typed(FieldType type, Object value) {
        return switch (type) {
            case STRING -> string(value);
            case NUMBER -> number(value).map(number -> number);
            case INTEGER -> number(value).flatMap(NumberText::integer).map(number -> number);
            case BOOLEAN -> bool(value);
            case NODATA -> nodata(value);
            case OBJECT -> JsonValues.object(value).map(object -> object);
            default -> Optional.ofNullable(value);
        };
    }

    private static Optional<Object> string(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return Optional.of(NumberText.decimal(number).toPlainString());
        }
        return value instanceof String ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Number> number(Object value) {
        if (value instanceof String text) {
            return NumberText.parse(text);
        }
        return value instanceof Number number ? NumberText.finite(number) : Optional.empty();
    }

    private static Optional<Object> bool(Object value) {
        if (value instanceof String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        return value instanceof Boolean ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Object> nodata(Object value) {
        if (!(value instanceof String || value instanceof Number)) {
            return Optional.empty();
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "nan" -> Optional.of("nan");
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of("inf");
            case "-inf", "-infinity" -> Optional.of("-inf");
            default -> number(value).map(number -> number);
        };
    }

    private Optional<Object> time(Optional<UtcTime> time, Object value, String pointer) {
        if (time.isEmpty()) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "%s is not a time of RFC 3339; dropped", value);
            return Optional.empty();
        }
        String text = time.get().text();
        if (!time.get().zoned()) {
            notes.add(NoteCode.ASSUMED_UTC, pointer, "%s has no zone and was taken as UTC", value);
        }
        if (!text.equals(value)) {
            notes.add(NoteCode.NORMALISED_TIME, pointer, "%s was written as %s", value, text);
        }
        return Optional.of(text);
    }

    /** Brings the known members of an object to their types; empty when one that it must have is missing. */
    private Optional<Object> members(Field field, Object value, String pointer) {
        boolean described = !field.members().isEmpty() || field.anyMember().isPresent();
        Map<String, Object> object = JsonValues.object(value).orElse(null);
        if (!described || object == null) {
            return Optional.of(value);
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        object.forEach((name, member) -> {
            Field known = field.anyMember().orElse(field.members().get(name));
            if (known == null || member == null) {
                typed.put(name, member);
            } else {
                coerce(known, member, JsonPointer.to(pointer, name)).ifPresent(valid -> typed.put(name, valid));
            }
        });
        return complete(field, typed, pointer) ? Optional.of(typed) : Optional.empty();
    }

    private boolean complete(Field field, Map<String, Object> object, String pointer) {
        if (field.is(FieldTrait.ATOMIC)) {
            object.values().removeIf(member -> member == null);
        }
        Optional<String> missing = field.members().values().stream()
                .filter(member -> member.is(FieldTrait.REQUIRED) && object.get(member.name()) == null)
                .map(Field::name)
                .sorted()
                .findFirst();
        missing.ifPresent(name ->
                notes.add(NoteCode.INVALID_VALUE, pointer, "%s lacks a valid %s and was dropped", object, name));
        return missing.isEmpty();
    }

    private static String nameOf(FieldType type) {
        return switch (type) {
            case NODATA -> "a number, nan, inf or -inf";
            case INTEGER, OBJECT -> "an " + type.name().toLowerCase(Locale.ROOT);
            default -> "a " + type.name().toLowerCase(Locale.ROOT);
        };
    }
}
