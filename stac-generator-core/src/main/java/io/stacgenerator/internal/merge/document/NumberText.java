package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.FieldLimits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as they are written in text and as the shortest Java type that holds them. */
final class NumberText {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 400;

    private NumberText() {}

    /** Reads a decimal number with a point, blanks around it allowed. */
    static Optional<Number> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || !DECIMAL.matcher(stripped).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(stripped);
        return exact(value).or(() -> finite(value.doubleValue()));
    }

    /** Returns a number without a fraction, as an integer where a long holds it. */
    static Optional<Number> integer(Number number) {
        boolean whole = finite(number).isPresent() && FieldLimits.isWhole(number);
        return whole ? exact(decimal(number)).or(() -> Optional.of(number)) : Optional.empty();
    }

    static Optional<Number> finite(Number number) {
        return Double.isFinite(number.doubleValue()) ? Optional.of(number) : Optional.empty();
    }

    static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static Optional<Number> exact(BigDecimal value) {
        try {
            long whole = value.longValueExact();
            return Optional.of(whole == (int) whole ? (Number) (int) whole : whole);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
