package io.stacgenerator.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number that prints as {@link JsonText} writes it, where {@link Double#toString()} would not. */
final class PrintedNumber extends BigDecimal {

    private static final long serialVersionUID = 1L;

    private final String text;

    private PrintedNumber(String text) {
        super(text);
        this.text = text;
    }

    static Map<String, Object> inAll(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(String.valueOf(name), in(value)));
        return copy;
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of these maps and lists
    private static Object in(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return inAll(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(in(element)));
            return copy;
        }
        return value instanceof Double || value instanceof Float ? number(((Number) value).doubleValue()) : value;
    }

    private static Number number(double value) {
        if (JsonText.isPlainInteger(value)) {
            return (long) value;
        }
        String text = JsonText.decimal(value);
        if (text.equals(Double.toString(value))) {
            return value;
        }
        return new PrintedNumber(text);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public String toPlainString() {
        return text;
    }
}
