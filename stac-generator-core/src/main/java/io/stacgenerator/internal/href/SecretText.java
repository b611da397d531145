package io.stacgenerator.internal.href;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hides credentials in running text: hrefs, assignments and headers. Each character is looked at a few times only. */
final class SecretText {

    private static final String DELIMITERS = "\"'<>`";

    /** What ends a sentence or closes a bracket belongs to no href. */
    private static final String CLOSING = ".,:;!?)]}";

    /** What may stand right before an href. */
    private static final String OPENING = "=,([{|;";

    /** Usage shows where credentials go: {@code redis://[[user]:password@]host}. */
    private static final Pattern SYNTAX = Pattern.compile("://\\[\\[?+(?:user|username)]?+:(?:password|pass)@]");

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps", "sftp", "s3", "gs");

    /** The last letters of the schemes, of which few are looked for at each colon. */
    private static final String SCHEME_ENDS = SCHEMES.stream()
            .map(scheme -> scheme.substring(scheme.length() - 1))
            .flatMap(end -> Stream.of(end, end.toUpperCase(Locale.ROOT)))
            .distinct()
            .collect(Collectors.joining());

    /** Without one of these, two slashes or a scheme, no word has anything to hide. */
    private static final String MARKS = "=?@%\\";

    /** Quantifiers are possessive: no text makes them go back. */
    private static final Pattern HEADER = Pattern.compile("(?i)\\b("
            + "(?:authorization\\b[\"']?+(?:[:=]\\s*+|[\"'\\s]\\s*+)[\"']?+(?:(?:basic|bearer|sharedkey|digest)\\s++)?+"
            + "|(?:bearer|sharedkey)\\s++"
            + "|(?:set-cookie2?|cookie|x-api-key|api[-_]?key|ocp-apim-subscription-key|x-amz-security-token"
            + "|x-auth-token|access_token|refresh_token|client_secret|password|passwd|pwd|secret)"
            + "[\"']?+(?:\\s*+:|\\s++=)\\s*+[\"']?+))[^\\s\"'<>]++");

    /** A member of JSON with its text, in a text in which its quotes may be escaped. */
    private static final Pattern MEMBER =
            Pattern.compile("([\"']([A-Za-z][\\w .-]{0,40}+)\\\\?+[\"']\\s*+:\\s*+\\\\?+[\"'])[^\"'\\\\]++");

    private final String text;
    private final boolean withQueries;
    private final StringBuilder out;
    private final OpenParameter open = new OpenParameter();

    private SecretText(String text, boolean withQueries) {
        this.text = text;
        this.withQueries = withQueries;
        this.out = new StringBuilder(text.length() + 16);
    }

    /** Hides credentials; the queries of URLs go too where they are unwanted. */
    static String hidden(String text, boolean withQueries) {
        return PublishedHref.isBare(text) ? text : TextEscapes.clear(text, each -> once(each, withQueries));
    }

    private static String once(String text, boolean withQueries) {
        boolean plain = isPlain(text);
        if (plain && text.indexOf(':') < 0 && text.indexOf(' ') < 0) {
            return text;
        }
        // headers first: of Authorization=Bearer and a token, the words alone are hidden to the space
        if (mayHoldHeader(text)) {
            String clear = HEADER.matcher(text).replaceAll("$1" + PublishedHref.HIDDEN);
            return new SecretText(withoutMembers(clear), withQueries).words();
        }
        return plain ? text : new SecretText(text, withQueries).words();
    }

    private static String withoutMembers(String text) {
        return MEMBER.matcher(text)
                .replaceAll(member -> Matcher.quoteReplacement(
                        SecretNames.isCredential(member.group(2))
                                        && !member.group().endsWith(PublishedHref.HIDDEN)
                                ? member.group(1) + PublishedHref.HIDDEN
                                : member.group()));
    }

    /** Each header has one of a few words, and most texts have none: they are found faster than the expression is. */
    private static boolean mayHoldHeader(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mayHoldHeaderAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHoldHeaderAt(String text, int at) {
        return switch (text.charAt(at)) {
            case 'a', 'A' -> isAt(text, at, "auth");
            case 'b', 'B' -> isAt(text, at, "bearer");
            case 'c', 'C' -> isAt(text, at, "cookie");
            case 'k', 'K' -> isAt(text, at, "key");
            case 'p', 'P' -> isAt(text, at, "passw") || isAt(text, at, "pwd");
            case 's', 'S' -> isAt(text, at, "secret");
            case 't', 'T' -> isAt(text, at, "token");
            default -> false;
        };
    }

    private static boolean isAt(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Returns whether no word is an href or an assignment, as most names, times and descriptions of an Item. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean afterScheme = c == ':' && i > 0 && SCHEME_ENDS.indexOf(text.charAt(i - 1)) >= 0;
            if (afterScheme || MARKS.indexOf(c) >= 0 || (c == '/' && text.startsWith("//", i))) {
                return false;
            }
        }
        return true;
    }

    private String words() {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isDelimiter(text.charAt(i))) {
                if (from < i) {
                    String word = text.substring(from, i);
                    word(open.hidden(word));
                    open.follow(word, firstMark(word) >= 0);
                }
                if (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                    open.close();
                }
                out.append(text, i, Math.min(i + 1, text.length()));
                from = i + 1;
            }
        }
        return out.toString();
    }

    private void word(String word) {
        int mark = firstMark(word);
        if (mark < 0) {
            out.append(withoutMark(word));
            return;
        }
        int from = mark;
        while (from > 0 && OPENING.indexOf(word.charAt(from - 1)) < 0) {
            from--;
        }
        int to = word.length();
        while (to > from && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        String href = word.substring(from, to);
        String clear = isHref(href) ? PublishedHref.of(href, withQueries) : href;
        out.append(assignments(word.substring(0, from) + clear + word.substring(to)));
    }

    private static String withoutMark(String word) {
        String clear = withoutBareQuery(assignments(word));
        boolean encoded = clear.equals(word) && word.indexOf('%') >= 0 && !word.contains(PublishedHref.HIDDEN);
        return encoded ? Secrets.member("href", word) : clear; // an equals sign may be encoded too
    }

    /** A relative href may have a query without a name. */
    private static String withoutBareQuery(String word) {
        int from = word.indexOf('?') + 1;
        int to = word.length();
        while (to > from && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return from > 1 && SecretNames.isBare(word.substring(from, to))
                ? word.substring(0, from) + PublishedHref.HIDDEN + word.substring(to)
                : word;
    }

    private static int firstMark(String word) {
        int colon = word.indexOf(':');
        int slashes = word.indexOf("//");
        return colon < 0 || (slashes >= 0 && slashes < colon) ? slashes : colon;
    }

    private static boolean isHref(String word) {
        return !SYNTAX.matcher(word).find() && isAnyHref(word);
    }

    private static boolean isAnyHref(String word) {
        int colon = word.indexOf(':');
        return word.contains("://")
                || word.contains(":\\\\")
                || word.startsWith("//")
                || (colon >= 0 && word.indexOf('@', colon) >= 0)
                || (colon >= 0 && SCHEMES.contains(word.substring(0, colon).toLowerCase(Locale.ROOT)));
    }

    /** Hides values after equals signs: those of parameters where one stands, else of names that leave no doubt. */
    private static String assignments(String word) {
        if (word.indexOf('=') < 0) {
            return word;
        }
        StringBuilder clear = new StringBuilder(word.length());
        int from = 0;
        int end = 0;
        for (int equals = word.indexOf('='); equals >= 0; equals = word.indexOf('=', from)) {
            int name = equals;
            while (name > from && isOfAName(word.charAt(name - 1))) {
                name--;
            }
            clear.append(word, from, equals + 1);
            from = equals + 1;
            boolean user = false;
            if (end < from) { // what follows a second equals sign has been looked at
                end = valueEnd(word, from);
                user = isEncodedUser(word.substring(from, end));
            }
            if (user || isSecret(word.substring(Math.max(0, name - 1), equals))) {
                clear.append(from < end ? PublishedHref.HIDDEN : "");
                from = end;
            }
        }
        return clear.append(word, from, word.length()).toString();
    }

    static int valueEnd(String word, int from) {
        int end = from;
        while (end < word.length() && "&;,".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** What is not encoded has been hidden as an href. */
    private static boolean isEncodedUser(String value) {
        return value.indexOf('%') >= 0 && PublishedHref.mayHoldUser(value);
    }

    /** Goes by the name, and by the mark before it, which may be encoded. */
    private static boolean isSecret(String encoded) {
        String name = PercentEncoding.decodeFully(encoded);
        if (!name.isEmpty() && "?&;#".indexOf(name.charAt(0)) >= 0) {
            return SecretNames.isParameter(name.substring(1), "");
        }
        String joined = SecretNames.joined(name);
        return SecretNames.isMember(name) || (!joined.equals(name) && SecretNames.isMember(joined));
    }

    static boolean isOfAName(char c) {
        return Character.isLetterOrDigit(c) || "_-%+[]".indexOf(c) >= 0;
    }

    private static boolean isDelimiter(char c) {
        return Character.isWhitespace(c) || DELIMITERS.indexOf(c) >= 0;
    }
}
