package io.stacgenerator.spi.vendor;

/**
 * Which pairs of neighboring letters a text has, each as one of 128 bits that it may share with others: what lacks a
 * pair of a text does not hold the text.
 *
 * @param low the pairs of the first 64 bits
 * @param high those of the others
 */
record LetterPairs(long low, long high) {

    static final LetterPairs NONE = new LetterPairs(0, 0);

    private static final int BITS = 128;

    static LetterPairs of(String text) {
        long low = 0;
        long high = 0;
        for (int i = 1; i < text.length(); i++) {
            // a prime above the distance of common letters spreads the pairs
            int bit = (text.charAt(i - 1) * 37 + text.charAt(i)) % BITS;
            if (bit < Long.SIZE) {
                low |= 1L << bit;
            } else {
                high |= 1L << (bit - Long.SIZE);
            }
        }
        return new LetterPairs(low, high);
    }

    LetterPairs and(LetterPairs others) {
        return new LetterPairs(low | others.low, high | others.high);
    }

    LetterPairs common(LetterPairs others) {
        return new LetterPairs(low & others.low, high & others.high);
    }

    boolean include(long otherLow, long otherHigh) {
        return (otherLow & ~low) == 0 && (otherHigh & ~high) == 0;
    }
}
