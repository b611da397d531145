package io.stacgenerator.internal.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A keyword of well-known text with what stands in its brackets: OGC 18-010r7 section 6.3, and OGC 01-009 section 7.
 *
 * @param keyword the keyword in upper case
 * @param values strings, numbers and enumeration values, as they stand without quotes
 * @param children the keywords within
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^\\[\\](),\"\\s]+)|([\\[(\\])]|,))");

    /** Real definitions nest 8 deep; the limit keeps a hostile text from exhausting the stack. */
    private static final int DEEPEST = 32;

    /** Parses a text; empty where it is not well formed. */
    static Optional<WktNode> parse(String text) {
        Matcher token = TOKEN.matcher(text);
        try {
            return token.lookingAt() && token.group(2) != null
                    ? Optional.of(new Parser(token).node(token.group(2), 0))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Returns the number at an index among the values; empty where there is none. */
    OptionalDouble number(int index) {
        try {
            return index < values.size()
                    ? OptionalDouble.of(Double.parseDouble(values.get(index)))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Finds the first child of any of some keywords. */
    Optional<WktNode> child(String... keywords) {
        Set<String> wanted = Set.of(keywords);
        return children.stream().filter(child -> wanted.contains(child.keyword)).findFirst();
    }

    List<WktNode> all(String keyword) {
        return children.stream().filter(child -> child.keyword.equals(keyword)).toList();
    }

    /** Returns whether a keyword stands anywhere within. */
    boolean holds(String keyword) {
        return children.stream().anyMatch(child -> child.keyword.equals(keyword) || child.holds(keyword));
    }

    private static final class Parser {

        private final Matcher token;
        private int at;

        Parser(Matcher token) {
            this.token = token;
            this.at = token.end();
        }

        WktNode node(String keyword, int depth) {
            next();
            if (depth > DEEPEST || !isMark("[", "(")) {
                throw new IllegalArgumentException("expected [ after " + keyword);
            }
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            next();
            while (!isMark("]", ")")) {
                if (token.group(1) != null) {
                    values.add(token.group(1).replace("\"\"", "\""));
                    next();
                } else if (token.group(2) != null) {
                    addWord(token.group(2), values, children, depth);
                } else {
                    next();
                }
            }
            return new WktNode(keyword.toUpperCase(Locale.ROOT), List.copyOf(values), List.copyOf(children));
        }

        private void addWord(String word, List<String> values, List<WktNode> children, int depth) {
            int after = at;
            next();
            if (isMark("[", "(")) {
                at = after;
                children.add(node(word, depth + 1));
                next();
            } else {
                values.add(word);
            }
        }

        private void next() {
            token.region(at, token.regionEnd());
            if (!token.lookingAt()) {
                throw new IllegalArgumentException("unexpected end");
            }
            at = token.end();
        }

        private boolean isMark(String... marks) {
            return token.group(3) != null && List.of(marks).contains(token.group(3));
        }
    }
}
