package io.stacgenerator.internal.field;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldTrait;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values of the right type a field allows. */
public final class FieldLimits {

    private FieldLimits() {}

    /** Returns whether a field allows a value, or an element of its array: its range, its words and its pattern. */
    public static boolean allow(Field field, @Nullable Object value) {
        if (value instanceof Number number) {
            return isInRange(field, number.doubleValue());
        }
        return !(value instanceof String text)
                || ((field.allowed().isEmpty() || field.allowed().contains(text))
                        && field.pattern()
                                .map(pattern -> pattern.matcher(text).matches())
                                .orElse(true));
    }

    /** That a number is not finite is a fault of its own. */
    private static boolean isInRange(Field field, double number) {
        return Double.isNaN(number)
                || field.range().map(range -> range.contains(number)).orElse(true);
    }

    /** Returns whether an array has one of the lengths that a field allows. */
    public static boolean allowLength(Field field, List<?> array) {
        return field.lengths().isEmpty() || field.lengths().contains(array.size());
    }

    /** Returns whether a value is filled where a field must not be empty. */
    public static boolean allowEmpty(Field field, @Nullable Object value) {
        return !field.is(FieldTrait.NONEMPTY)
                || !("".equals(value) || List.of().equals(value) || Map.of().equals(value));
    }

    /** Returns whether a number has no fraction. */
    public static boolean isWhole(Number number) {
        return number instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().scale() <= 0
                : !(number instanceof Double || number instanceof Float)
                        || number.doubleValue() == Math.rint(number.doubleValue());
    }
}
