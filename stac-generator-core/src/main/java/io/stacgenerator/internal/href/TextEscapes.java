package io.stacgenerator.internal.href;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What other syntaxes than that of URLs write in place of a character, and characters that nobody sees. */
final class TextEscapes {

    /** Escapes of escapes, as of percent-encoding. */
    private static final int MOST_DECODED = 4;

    private static final int LONGEST_REFERENCE = 16;

    /** The entities of HTML that stand for marks of a URL, for spaces and for what is invisible. */
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("AMP", "&"),
            Map.entry("equals", "="),
            Map.entry("quest", "?"),
            Map.entry("semi", ";"),
            Map.entry("num", "#"),
            Map.entry("colon", ":"),
            Map.entry("sol", "/"),
            Map.entry("commat", "@"),
            Map.entry("percnt", "%"),
            Map.entry("plus", "+"),
            Map.entry("lowbar", "_"),
            Map.entry("nbsp", " "),
            Map.entry("Tab", "\t"),
            Map.entry("NewLine", "\n"),
            Map.entry("shy", ""),
            Map.entry("zwj", ""),
            Map.entry("zwnj", ""),
            Map.entry("ZeroWidthSpace", ""));

    /** What stands where a line was broken: hyphens, and the mark of a shell. */
    static final String BREAKS = "-\\";

    private TextEscapes() {}

    /**
     * Returns a text as those see it who decode references of HTML and XML, escapes of JSON and JavaScript, and wide
     * forms of ASCII, who join broken lines, and to whom soft hyphens and the like are invisible. What is not
     * well-formed stays.
     */
    static String decoded(String text) {
        String decoded = text;
        for (int i = 0; i < MOST_DECODED && mayHold(decoded); i++) {
            decoded = once(decoded);
        }
        return decoded;
    }

    /** Returns what a filter leaves of a text, also of the decoded one; decoded only where that makes a difference. */
    static String clear(String text, UnaryOperator<String> filter) {
        String decoded = decoded(text);
        if (!decoded.equals(text)) {
            String clear = filter.apply(decoded);
            if (!clear.equals(decoded)) {
                return clear;
            }
        }
        return filter.apply(text);
    }

    private static boolean mayHold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c)
                    && (c == '&'
                            || c == '\\'
                            || (c == '%' && text.startsWith("%u", i))
                            || isDisguise(c)
                            || lineBreak(text, i) > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Tells nearly all characters at once: texts are looked at whenever anything is said. */
    private static boolean isPlain(char c) {
        return c > '-' && c < 0x7f && c != '\\';
    }

    /** Returns the length of a mark with the end of its line, or 0 where there is none. */
    private static int lineBreak(String text, int at) {
        if (BREAKS.indexOf(text.charAt(at)) < 0) {
            return 0;
        }
        return text.startsWith("\n", at + 1) ? 2 : text.startsWith("\r\n", at + 1) ? 3 : 0;
    }

    private static boolean isDisguise(char c) {
        return Character.isIdentifierIgnorable(c) || isWide(c) || isOddSpace(c);
    }

    /** The forms of ASCII that are as wide as ideographs. */
    private static boolean isWide(char c) {
        return c >= '\uFF01' && c <= '\uFF5E';
    }

    private static boolean isOddSpace(char c) {
        return c > ' ' && Character.isSpaceChar(c);
    }

    private static String once(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int length = 1;
            int broken = lineBreak(text, i);
            if (broken > 0) {
                length = broken;
            } else if (c == '&') {
                length = reference(text, i, decoded);
            } else if (c == '\\' || c == '%') {
                length = escape(text, i, decoded);
            } else if (isWide(c)) {
                decoded.append((char) (c - '\uFF01' + '!'));
            } else if (isOddSpace(c)) {
                decoded.append(' ');
            } else if (!Character.isIdentifierIgnorable(c)) {
                decoded.append(c);
            }
            i += length;
        }
        return decoded.toString();
    }

    /** Returns the length of a character reference of HTML, or of its first character where it is none. */
    private static int reference(String text, int at, StringBuilder decoded) {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_REFERENCE && isOfAReference(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at + 1, end);
        boolean ended = text.startsWith(";", end);
        String character = name.startsWith("#") ? character(name) : ended ? ENTITIES.get(name) : null;
        decoded.append(character == null ? "&" : character);
        return character == null ? 1 : end - at + (ended ? 1 : 0);
    }

    private static boolean isOfAReference(char c) {
        return c == '#' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static @Nullable String character(String name) {
        boolean hexadecimal = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
        return character(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    }

    /** Returns the length of an escape of JSON or JavaScript, or of its first character where it is none. */
    private static int escape(String text, int at, StringBuilder decoded) {
        int digits = text.startsWith("u", at + 1) ? 4 : text.startsWith("\\x", at) ? 2 : 0;
        int end = at + 2 + digits;
        String character = digits > 0 && end <= text.length() ? character(text.substring(at + 2, end), 16) : null;
        decoded.append(character == null ? text.substring(at, at + 1) : character);
        return character == null ? 1 : end - at;
    }

    private static @Nullable String character(String digits, int radix) {
        boolean number = !digits.isEmpty()
                && digits.length() < 8
                && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        int codePoint = number ? Integer.parseInt(digits, radix) : -1;
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
    }
}
