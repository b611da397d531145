package io.stacgenerator.spi.vendor;

import java.util.Locale;

/**
 * A name that is held against hundreds of expressions.
 *
 * @param text the name
 * @param lowerCase the same in lower case
 * @param pairs which pairs of letters it has
 */
record FileName(String text, String lowerCase, LetterPairs pairs) {

    static FileName of(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return new FileName(text, lowerCase, LetterPairs.of(lowerCase));
    }
}
