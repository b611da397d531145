package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every value can be written as JSON (RFC 8259), which has no number that is not finite. */
final class JsonRules {

    private JsonRules() {}

    static void check(Map<String, Object> item, Faults faults) {
        check("", item, faults);
    }

    private static void check(String pointer, @Nullable Object value, Faults faults) {
        if (isJson(value)) {
            return; // nearly all is, and needs no pointer
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> check(JsonPointer.to(pointer, String.valueOf(name)), member, faults));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(pointer + "/" + i, list.get(i), faults);
            }
        } else {
            faults.unexpected(pointer, value, "a string, a finite number, a boolean, a list, a map or null");
        }
    }

    private static boolean isJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return areJson(map.values());
        }
        if (value instanceof List<?> list) {
            return areJson(list);
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || (value instanceof Number number && Double.isFinite(number.doubleValue()));
    }

    private static boolean areJson(Collection<?> values) {
        for (Object value : values) {
            if (!isJson(value)) {
                return false;
            }
        }
        return true;
    }
}
