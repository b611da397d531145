package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.field.Expected;
import io.stacgenerator.internal.field.FieldLimits;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldTrait;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a value against what is known about its field. */
final class ValueRules {

    private static final Set<String> NODATA = Set.of("nan", "inf", "-inf");

    private ValueRules() {}

    static void check(Field field, @Nullable Object value, String pointer, Faults faults) {
        FieldType element = field.type().element().orElse(null);
        if ((value == null && field.is(FieldTrait.NULLABLE)) || field.type() == FieldType.ANY) {
            return;
        }
        if (element != null) {
            checkArray(field, element, value, pointer, faults);
        } else if (fits(field, field.type(), value) && FieldLimits.allowEmpty(field, value)) {
            checkInside(field, value, pointer, faults);
        } else {
            faults.unexpected(pointer, value, Expected.of(field));
        }
    }

    /** Returns whether a value is one of the many that have no inside to check, and no fault whose place to know. */
    static boolean isPlainlyValid(Field field, @Nullable Object value) {
        return !(value instanceof Map)
                && !(value instanceof List)
                && field.rule().isEmpty()
                && field.type().element().isEmpty()
                && fits(field, field.type(), value)
                && FieldLimits.allowEmpty(field, value);
    }

    private static void checkArray(
            Field field, FieldType element, @Nullable Object value, String pointer, Faults faults) {
        List<Object> list = JsonValues.array(value)
                .filter(elements -> FieldLimits.allowLength(field, elements) && FieldLimits.allowEmpty(field, elements))
                .orElse(null);
        if (list == null) {
            faults.unexpected(pointer, value, Expected.of(field));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (fits(field, element, list.get(i))) {
                checkInside(field, list.get(i), pointer + "/" + i, faults);
            } else {
                faults.unexpected(pointer + "/" + i, list.get(i), Expected.of(field, element));
            }
        }
    }

    private static void checkInside(Field field, @Nullable Object value, String pointer, Faults faults) {
        JsonValues.object(value).ifPresent(object -> {
            field.members().forEach((name, member) -> checkMember(member, object, pointer, faults));
            field.anyMember()
                    .ifPresent(member ->
                            object.forEach((name, each) -> check(member, each, JsonPointer.to(pointer, name), faults)));
        });
        if (value != null) {
            field.rule()
                    .ifPresent(rule ->
                            rule.check(value).forEach(fault -> faults.add(pointer + fault.pointer(), fault.message())));
        }
    }

    private static void checkMember(Field member, Map<String, Object> object, String pointer, Faults faults) {
        if (object.containsKey(member.name())) {
            check(member, object.get(member.name()), JsonPointer.to(pointer, member.name()), faults);
        } else if (member.is(FieldTrait.REQUIRED)) {
            faults.lacks(pointer, member.name(), Expected.of(member));
        }
    }

    private static boolean fits(Field field, FieldType type, @Nullable Object value) {
        return hasType(type, value) && FieldLimits.allow(field, value);
    }

    private static boolean hasType(FieldType type, @Nullable Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case INTEGER -> value instanceof Number number && FieldLimits.isWhole(number);
            case BOOLEAN -> value instanceof Boolean;
            case TIME -> UtcTime.valid(value).isPresent();
            case NODATA -> value instanceof Number || (value != null && NODATA.contains(value));
            case OBJECT -> JsonValues.object(value).isPresent();
            default -> true;
        };
    }
}
