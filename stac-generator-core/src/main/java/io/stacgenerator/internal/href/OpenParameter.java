package io.stacgenerator.internal.href;

import org.jspecify.annotations.Nullable;

/**
 * The parameter of a query that a word of a text began and the next one goes on with, where a line was broken or a
 * space came into it. What follows an unfinished query is rather hidden than told.
 */
final class OpenParameter {

    /** Of the names of parameters; it bounds the work for each word. */
    private static final int LONGEST_NAME = 64;

    /** What stands where a line was broken, in quoted-printable text too. */
    private static final String BREAKS = TextEscapes.BREAKS + "=";

    private @Nullable String name;
    private boolean secret;
    private boolean empty;

    /** Returns a word that follows after white space, without what it holds of a credential that was begun before. */
    String hidden(String word) {
        if (secret && (empty || goesOn(word))) {
            return PublishedHref.HIDDEN + word.substring(SecretText.valueEnd(word, 0));
        }
        String decoded = PercentEncoding.decodeFully(word);
        int equals = decoded.indexOf('=');
        if (name == null || equals < 0 || !isSecret(name + decoded.substring(0, equals))) {
            return word;
        }
        int end = SecretText.valueEnd(decoded, equals + 1);
        String hidden = equals + 1 < end ? PublishedHref.HIDDEN : "";
        return decoded.substring(0, equals + 1) + hidden + decoded.substring(end);
    }

    /** Looks at which parameter a word leaves unfinished. */
    void follow(String text, boolean href) {
        String word = TextEscapes.decoded(text);
        int mark = Math.max(word.lastIndexOf('?'), Math.max(word.lastIndexOf('&'), word.lastIndexOf(';')));
        String begun = word.substring(mark + 1);
        boolean goesOn = name != null || (secret && goesOn(word));
        boolean query = word.indexOf('?') >= 0 && (href || !begun.isEmpty());
        if (goesOn && mark < 0 && name != null) {
            begin(name + word);
        } else if (query || (goesOn && mark >= 0)) {
            begin(begun);
        } else {
            close();
        }
    }

    private void begin(String parameter) {
        close();
        int equals = parameter.indexOf('=');
        empty = equals == parameter.length() - 1;
        secret = equals >= 0 && isSecret(parameter.substring(0, equals));
        if (equals < 0 || empty) { // where a line was broken, an equals sign may be a mark of that
            name = withoutBreak(parameter);
        }
    }

    /** What comes next has nothing to do with what was before. */
    void close() {
        name = null;
        secret = false;
        empty = false;
    }

    private static @Nullable String withoutBreak(String name) {
        int end = name.length();
        while (end > 0 && BREAKS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean plausible =
                end <= LONGEST_NAME && name.chars().limit(end).allMatch(c -> SecretText.isOfAName((char) c));
        return plausible ? name.substring(0, end) : null;
    }

    /** The rest of a value is followed by another parameter, or is padded as Base64 is. */
    private static boolean goesOn(String word) {
        int next = word.indexOf('&');
        return (next >= 0 && word.indexOf('=', next) >= 0) || word.endsWith("==") || word.endsWith("%3D");
    }

    private static boolean isSecret(String name) {
        return name.length() <= 2 * LONGEST_NAME && SecretNames.isParameter(PercentEncoding.decodeFully(name), "");
    }
}
