package io.stacgenerator.spi.vendor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An expression for names, without regard to case, which most names are not held against. */
final class NameExpression {

    private final Pattern pattern;
    private final List<List<String>> needed;

    private NameExpression(Pattern pattern, List<List<String>> needed) {
        this.pattern = pattern;
        this.needed = needed;
    }

    static NameExpression of(String expression) {
        return new NameExpression(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), NeededText.of(expression));
    }

    /** Returns what a named group of the expression matched; null where the expression has no such group. */
    @Nullable String group(Matcher matcher, String name) {
        return pattern.pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }

    /** Matches a name, which the caller brings to lower case once for many expressions. */
    Optional<Matcher> match(String name, String lowerCase) {
        for (List<String> texts : needed) {
            if (!containsOneOf(texts, lowerCase)) {
                return Optional.empty();
            }
        }
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean containsOneOf(List<String> texts, String name) {
        for (String text : texts) {
            if (name.contains(text)) {
                return true;
            }
        }
        return false;
    }
}
