package io.stacgenerator.spi.vendor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression for names, without regard to case, which most names are not held against. Compiled on first use: a
 * process that makes one Item needs few of the hundreds that the tables hold.
 */
final class NameExpression {

    private final String expression;
    private final String[][] needed; // arrays, since hundreds are asked for each name
    private volatile @Nullable Pattern compiled;

    NameExpression(String expression) {
        this.expression = expression;
        needed = NeededText.of(expression).stream()
                .map(texts -> texts.toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /**
     * To the end, since a matcher that replaces looks for the expression anew, and may find less than the whole name.
     */
    private Pattern pattern() {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile("(?:" + expression + ")\\z", Pattern.CASE_INSENSITIVE);
            compiled = pattern;
        }
        return pattern;
    }

    /** Returns the expression as the table has it. */
    String text() {
        return expression;
    }

    /** Returns what a named group of the expression matched; null where the expression has no such group. */
    @Nullable String group(Matcher matcher, String name) {
        return expression.contains("(?<" + name + ">") ? matcher.group(name) : null;
    }

    boolean matches(String name) {
        return match(name, name.toLowerCase(Locale.ROOT)).isPresent();
    }

    /** Matches a name, which the caller brings to lower case once for many expressions. */
    Optional<Matcher> match(String name, String lowerCase) {
        for (String[] texts : needed) {
            if (!containsOneOf(texts, lowerCase)) {
                return Optional.empty();
            }
        }
        Matcher matcher = pattern().matcher(name);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean containsOneOf(String[] texts, String name) {
        for (String text : texts) {
            if (name.contains(text)) {
                return true;
            }
        }
        return false;
    }
}
