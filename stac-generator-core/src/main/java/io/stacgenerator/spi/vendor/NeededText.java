package io.stacgenerator.spi.vendor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Text without which an expression cannot match, so that most names need not be held against it: an expression is a
 * hundred times slower than the search for a few letters. Knows the constructs that tables of products use; where it
 * does not know one, or finds nothing that is needed, every name passes.
 */
final class NeededText {

    /** Of each list one string must be there. */
    private static final List<List<String>> NOTHING = List.of();

    /** Quotations, characters by number, and references to groups by number. */
    private static final String UNKNOWN_ESCAPES = "qexucn0123456789";

    private final String expression;
    private int next;
    private boolean unknown;

    private NeededText(String expression) {
        this.expression = expression;
    }

    /**
     * Returns what is in all that matches the expression without regard to case.
     *
     * @return lists of strings in lower case; one of each list must be present
     */
    static List<List<String>> of(String expression) {
        NeededText text = new NeededText(expression.toLowerCase(Locale.ROOT));
        List<List<String>> needed = text.alternatives();
        return text.unknown ? NOTHING : needed;
    }

    private List<List<String>> giveUp() {
        unknown = true;
        next = expression.length();
        return NOTHING;
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
            int literal = literal();
            List<List<String>> part = literal < 0 ? part() : NOTHING;
            boolean optional = at('?') || at('*') || at('{');
            boolean repeated = optional || at('+');
            skipQuantifier();
            if (literal >= 0 && !optional) {
                run.append((char) literal);
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

    /** Reads a character that stands for itself; -1 where something else follows. */
    private int literal() {
        char first = expression.charAt(next);
        boolean escape = first == '\\' && next + 1 < expression.length();
        char character = escape ? expression.charAt(next + 1) : first;
        if (escape ? Character.isLetterOrDigit(character) : "([.^$\\".indexOf(first) >= 0) {
            return -1;
        }
        next += escape ? 2 : 1;
        return character;
    }

    private static void end(StringBuilder run, List<List<String>> needed) {
        if (run.length() > 0) {
            needed.add(List.of(run.toString()));
            run.setLength(0);
        }
    }

    /** Reads a class, a group, or what stands for a kind of character or a place. */
    private List<List<String>> part() {
        return switch (expression.charAt(next++)) {
            case '(' -> group();
            case '[' -> skipClass();
            case '\\' -> skipEscape();
            default -> NOTHING;
        };
    }

    private List<List<String>> skipEscape() {
        int last = at('k') ? expression.indexOf('>', next) : next; // a group by its name, in angle brackets
        if (last < 0 || next == expression.length() || UNKNOWN_ESCAPES.indexOf(expression.charAt(next)) >= 0) {
            return giveUp();
        }
        next = last + 1;
        return NOTHING;
    }

    /** A bracket may also begin a class within the class, or be the first of its characters. */
    private List<List<String>> skipClass() {
        next += at('^') ? 1 : 0;
        boolean known = !at(']');
        while (known && !at(']')) {
            known = !at('[') && next < expression.length();
            next += at('\\') ? 2 : 1;
        }
        next++;
        return known ? NOTHING : giveUp();
    }

    private List<List<String>> group() {
        boolean consumes = true;
        if (at('?')) {
            char kind = next + 1 < expression.length() ? expression.charAt(next + 1) : '-';
            if (Character.isLetter(kind) || kind == '-') {
                return giveUp(); // flags
            }
            boolean named = kind == '<' && Character.isLetter(expression.charAt(next + "?<".length()));
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
