package io.stacgenerator.spi.field;

/**
 * The numbers that a field allows.
 *
 * @param min the least number
 * @param open true when {@code min} itself is not allowed
 * @param max the greatest number, which is allowed
 * @param cyclic true when numbers beyond are the same as those a whole turn, {@code max - min}, away
 * @since 0.1.0
 */
public record FieldRange(double min, boolean open, double max, boolean cyclic) {

    /** Checks that there is a number in the range, and that a whole turn is finite. */
    public FieldRange {
        boolean empty = open ? !(min < max) : !(min <= max);
        if (empty || (cyclic && !Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    "the range is %s to %s, expected a least number that is not beyond the greatest"
                            .formatted(min, max));
        }
    }

    /**
     * Returns whether a number is allowed as it is.
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
