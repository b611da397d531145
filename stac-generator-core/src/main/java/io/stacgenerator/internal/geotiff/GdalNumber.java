package io.stacgenerator.internal.geotiff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as GDAL writes them into text tags, with its spellings of NaN and infinity. */
final class GdalNumber {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d++(?:\\.\\d*+)?|\\.\\d++)(e[-+]?\\d++)?");

    private GdalNumber() {}

    /** Returns the first number of a text, or null where it does not begin with one. */
    static @Nullable Double parse(String text) {
        String first = firstWord(text.strip()).toLowerCase(Locale.ROOT);
        return switch (first) {
            case "nan", "-nan", "+nan", "1.#qnan", "-1.#qnan", "1.#ind", "-1.#ind" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity", "1.#inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity", "-1.#inf" -> Double.NEGATIVE_INFINITY;
            default -> decimal(first);
        };
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Prints a number with as many digits, as GDAL prints those of tags. */
    static String format(double value, int digits) {
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 || rounded.precision() - rounded.scale() > digits
                ? rounded.toString()
                : rounded.toPlainString();
    }

    private static @Nullable Double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        return Double.valueOf(text);
    }
}
