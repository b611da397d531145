package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
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
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                if (!isPlain(member)) {
                    check(JsonPointer.to(pointer, String.valueOf(name)), member, faults);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!isPlain(list.get(i))) {
                    check(pointer + "/" + i, list.get(i), faults);
                }
            }
        } else {
            faults.unexpected(pointer, value, "a string, a finite number, a boolean, a list, a map or null");
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || (value instanceof Number number && Double.isFinite(number.doubleValue()));
    }
}
