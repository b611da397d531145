package io.stacgenerator.internal.merge.note;

import io.stacgenerator.internal.href.Secrets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a value in a message: its beginning, however large it is, without credentials. */
final class ShownValue {

    private static final int LENGTH = 80;
    private static final int LONGEST_TEXT = 1000;

    private final StringBuilder text = new StringBuilder();

    private ShownValue() {}

    static String of(@Nullable Object value) {
        ShownValue shown = new ShownValue();
        shown.append(value);
        return shown.isFull() ? shown.text.substring(0, LENGTH) + "..." : shown.text.toString();
    }

    private boolean isFull() {
        return text.length() > LENGTH;
    }

    private void append(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            appendAll('{', object.entrySet().iterator(), '}');
        } else if (value instanceof Map.Entry<?, ?> member) {
            append(member.getKey());
            text.append(": ");
            append(member.getValue());
        } else if (value instanceof List<?> array) {
            appendAll('[', array.iterator(), ']');
        } else if (value instanceof String string) {
            text.append('\'').append(begin(string)).append('\'');
        } else {
            text.append(value);
        }
    }

    private void appendAll(char open, Iterator<?> elements, char close) {
        text.append(open);
        while (elements.hasNext() && !isFull()) {
            append(elements.next());
            text.append(elements.hasNext() ? ", " : "");
        }
        text.append(close);
    }

    /** Credentials are hidden before the text is cut, which could leave a part of one that is not recognized. */
    private static String begin(String string) {
        String begin = string.length() > LONGEST_TEXT ? string.substring(0, LONGEST_TEXT) : string;
        return begin.chars().allMatch(ShownValue::isOfAWord) ? begin : Secrets.redact(begin);
    }

    /** A single word holds no credential: each stands after a colon, an equals sign or a blank. */
    private static boolean isOfAWord(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
