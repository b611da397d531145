package io.stacgenerator.model;

import java.math.BigDecimal;
import java.util.Map;

/** A number that prints as {@link JsonText} writes it, where {@link Double#toString()} would not. */
final class PrintedNumber extends BigDecimal {

    private static final long serialVersionUID = 1L;

    private final String text;

    private PrintedNumber(String text) {
        super(text);
        this.text = text;
    }

    static Map<String, Object> inAll(Map<String, ?> members) {
        return JsonValues.copyOf(members, PrintedNumber::of);
    }

    private static Object of(Object value) {
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
