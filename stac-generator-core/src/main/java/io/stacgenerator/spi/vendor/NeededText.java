package io.stacgenerator.spi.vendor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text without which an expression cannot match, so that most names need not be held against it: an expression is a
 * hundred times slower than the search for a few letters. Knows the constructs that tables of products use; where it
 * does not know one, or finds nothing that is needed, every name passes.
 */
final class NeededText {

    /** Of each list one string must be there. */
    private static final List<List<String>> NOTHING = List.of();

    /** Quotations, characters by number, references to groups, flags, and classes within classes. */
    private static final Pattern NOT_KNOWN =
            Pattern.compile("\\\\[QExukcN0-9]|\\(\\?[a-zA-Z-]|\\[[^]\\\\]*\\[|\\[\\^?]");

    private final String expression;
    private int next;

    private NeededText(String expression) {
        this.expression = expression;
    }

    /**
     * Returns what is in all that matches the expression without regard to case.
     *
     * @return lists of strings in lower case; one of each list must be present
     */
    static List<List<String>> of(String expression) {
        return NOT_KNOWN.matcher(expression).find()
                ? NOTHING
                : new NeededText(expression.toLowerCase(Locale.ROOT)).alternatives();
    }

    private boolean at(char expected) {
        return next < expression.length() && expression.charAt(next) == expected;
    }

    private List<List<String>> alternatives() {
        List<List<List<String>>> branches = new ArrayList<>(List.of(sequence()));
        while (at('|')) {
            next++;
            branches.add(sequence());
        }
        if (branches.size() == 1) {
            return branches.get(0);
        }
        return branches.stream().anyMatch(List::isEmpty)
                ? NOTHING
                : List.of(branches.stream()
                        .flatMap(branch -> best(branch).stream())
                        .toList());
    }

    /** The part of a branch that says most. */
    private static List<String> best(List<List<String>> branch) {
        return branch.stream()
                .max(Comparator.comparingInt(
                        texts -> texts.stream().mapToInt(String::length).min().orElse(0)))
                .orElseThrow();
    }

    private List<List<String>> sequence() {
        List<List<String>> needed = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (next < expression.length() && !at('|') && !at(')')) {
            boolean single = !at('(');
            List<List<String>> part = part();
            boolean optional = at('?') || at('*') || at('{');
            boolean repeated = optional || at('+');
            skipQuantifier();
            if (single && !part.isEmpty() && !optional) {
                run.append(part.get(0).get(0));
            } else {
                end(run, needed);
                needed.addAll(optional ? NOTHING : part);
            }
            if (repeated) {
                end(run, needed);
            }
        }
        end(run, needed);
        return needed;
    }

    private static void end(StringBuilder run, List<List<String>> needed) {
        if (run.length() > 0) {
            needed.add(List.of(run.toString()));
            run.setLength(0);
        }
    }

    /** Reads a character, a class, or a group. */
    private List<List<String>> part() {
        char first = expression.charAt(next++);
        return switch (first) {
            case '(' -> group();
            case '[' -> skipClass();
            case '\\' -> escaped();
            case '.', '^', '$' -> NOTHING;
            default -> List.of(List.of(String.valueOf(first)));
        };
    }

    private List<List<String>> escaped() {
        char escaped = expression.charAt(next++);
        return Character.isLetterOrDigit(escaped) ? NOTHING : List.of(List.of(String.valueOf(escaped)));
    }

    private List<List<String>> skipClass() {
        while (!at(']')) {
            next += at('\\') ? 2 : 1;
        }
        next++;
        return NOTHING;
    }

    private List<List<String>> group() {
        boolean consumes = true;
        if (at('?')) {
            boolean named =
                    expression.startsWith("?<", next) && Character.isLetter(expression.charAt(next + "?<".length()));
            consumes = named || expression.startsWith("?:", next);
            next += named ? expression.indexOf('>', next) - next + 1 : "?:".length();
        }
        List<List<String>> inner = alternatives();
        next++;
        return consumes ? inner : NOTHING;
    }

    private void skipQuantifier() {
        if (at('{')) {
            next = expression.indexOf('}', next) + 1;
        } else if (at('?') || at('*') || at('+')) {
            next++;
        }
        if (at('?') || at('+')) {
            next++;
        }
    }
}
