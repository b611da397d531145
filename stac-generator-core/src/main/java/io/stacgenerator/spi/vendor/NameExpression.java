package io.stacgenerator.spi.vendor;

import java.util.List;
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
    private final List<List<String>> needed;
    private volatile @Nullable Pattern compiled;

    NameExpression(String expression) {
        this.expression = expression;
        this.needed = NeededText.of(expression);
    }

    /** Returns pairs of letters that all names have which match. */
    LetterPairs needed() {
        LetterPairs all = LetterPairs.NONE;
        for (List<String> texts : needed) {
            LetterPairs common = LetterPairs.of(texts.get(0));
            for (String text : texts) {
                common = common.common(LetterPairs.of(text));
            }
            all = all.and(common);
        }
        return all;
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
        return match(FileName.of(name)).isPresent();
    }

    Optional<Matcher> match(FileName name) {
        for (List<String> texts : needed) {
            if (texts.stream().noneMatch(name.lowerCase()::contains)) {
                return Optional.empty();
            }
        }
        Matcher matcher = pattern().matcher(name.text());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
