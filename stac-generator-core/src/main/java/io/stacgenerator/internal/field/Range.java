package io.stacgenerator.internal.field;

/**
 * The numbers that a field allows.
 *
 * @param min the least number
 * @param open true when {@code min} itself is not allowed
 * @param max the greatest number, which is allowed
 * @param cyclic true when numbers beyond are the same as those a whole turn, {@code max - min}, away
 */
public record Range(double min, boolean open, double max, boolean cyclic) {

    /**
     * Reads a range.
     *
     * @param text {@code >0}, {@code 0..} or {@code 0..360}
     * @param cyclic whether numbers beyond are brought in by whole turns
     * @return the range
     */
    static Range parse(String text, boolean cyclic) {
        if (text.startsWith(">")) {
            return new Range(Double.parseDouble(text.substring(1)), true, Double.POSITIVE_INFINITY, cyclic);
        }
        int dots = text.indexOf("..");
        String max = text.substring(dots + 2);
        return new Range(
                Double.parseDouble(text.substring(0, dots)),
                false,
                max.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(max),
                cyclic);
    }

    /**
     * Tells whether a number is allowed as it is.
     *
     * @param number the number
     * @return true within the range
     */
    public boolean contains(double number) {
        return (open ? number > min : number >= min) && number <= max;
    }

    @Override
    public String toString() {
        if (max == Double.POSITIVE_INFINITY) {
            return (open ? "greater than " : "at least ") + plain(min);
        }
        return plain(min) + " to " + plain(max);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
