package io.stacgenerator.internal.href;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes credentials out of an href, also of one that is not quite a URL. By hand and in linear time, for any text may
 * stand where an href is expected.
 */
final class PublishedHref {

    static final String HIDDEN = "***";

    /** Azure's Hadoop schemes write the container where others write the user. */
    private static final Set<String> CONTAINER_AS_USER = Set.of("abfs", "abfss", "wasb", "wasbs", "az");

    /** Their authority is recognized after any number of slashes, as lenient clients do. */
    private static final Set<String> NETWORK =
            Set.of("http", "https", "ftp", "ftps", "sftp", "ssh", "ws", "wss", "s3", "gs", "redis", "rediss");

    /** An at sign in what follows these is not a mark of a user with a password. */
    private static final Set<String> OPAQUE =
            Set.of("mailto", "urn", "tel", "sip", "sips", "acct", "tag", "data", "doi", "memory");

    /** URLs within URLs beyond this depth are hidden: no honest href has so many. */
    private static final int MOST_NESTED = 8;

    /** Quoted-printable text breaks lines so, also within a name. */
    private static final Pattern SOFT_BREAK = Pattern.compile("=\r?+\n");

    private static final List<String> BARE_STARTS = List.of("https://", "http://", "file://");

    private static final int LONGEST_PORT = 5;

    private final String href;
    private final boolean withQuery;
    private final int depth;
    private final String scheme;
    private final int slashesFrom;
    private final int start;

    private PublishedHref(String href, boolean withQuery, int depth) {
        this.href = href;
        this.withQuery = withQuery;
        this.depth = depth;
        this.slashesFrom = schemeEnd(href);
        this.scheme = href.substring(0, Math.max(0, slashesFrom - 1)).toLowerCase(Locale.ROOT);
        int end = slashesFrom;
        while (end < href.length() && isSlash(href.charAt(end))) {
            end++;
        }
        this.start = end;
    }

    /**
     * Returns an href without user-info, fragment, secret parameters of its path, and without its query where that is
     * secret or unwanted.
     */
    static String of(String href, boolean withQuery) {
        return isBare(href) ? href : TextEscapes.clear(href.strip(), each -> of(each, withQuery, 0));
    }

    /** An address of a host and folders alone, as that of a schema, has no place for a credential. */
    static boolean isBare(String text) {
        for (String start : BARE_STARTS) {
            if (text.startsWith(start)) {
                return isPath(text, start.length());
            }
        }
        return false;
    }

    private static boolean isPath(String text, int from) {
        int i = from;
        while (i < text.length() && (isOfAScheme(text.charAt(i)) || "/_".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i == text.length();
    }

    private static String of(String href, boolean withQuery, int depth) {
        if (depth > MOST_NESTED) {
            return HIDDEN;
        }
        if (schemeEnd(href) == 0 && firstOf(href, 0, "%") < firstOf(href, 0, "?#")) {
            String decoded = PercentEncoding.decodeFully(href);
            String clear = new PublishedHref(decoded, withQuery, depth).text();
            if (decoded.contains(":/") && !clear.equals(decoded)) {
                return clear;
            }
        }
        return new PublishedHref(href, withQuery, depth).text();
    }

    private String text() {
        if (!hasAuthority()) {
            int user = userWithoutSlashes();
            return user > 0 ? tail(user) : href.substring(0, start) + tail(start);
        }
        int host = hostStart(start);
        int hostEnd = firstOf(href, host, "/\\?#");
        if (hasEncodedUser(host, hostEnd)) {
            return href.substring(0, start) + HIDDEN + withoutFirstSegment(hostEnd);
        }
        if (isNetwork() && hasBadPort(host, hostEnd)) {
            int at = href.lastIndexOf('@');
            if (at < hostEnd) {
                int colon = href.indexOf(':', host);
                boolean nested = href.startsWith(":/", colon);
                return href.substring(0, start)
                        + (nested ? "" : href.substring(host, colon + 1))
                        + HIDDEN
                        + withoutFirstSegment(hostEnd);
            }
            host = at + 1;
        }
        return href.substring(0, start) + tail(host);
    }

    private String withoutFirstSegment(int from) {
        return from < href.length() ? tail(from) : "";
    }

    private int slashes() {
        return start - slashesFrom;
    }

    private boolean isNetwork() {
        return slashes() >= 2 || NETWORK.contains(scheme) || scheme.isEmpty();
    }

    /** A path has none, nor has a Windows drive. */
    private boolean hasAuthority() {
        if (scheme.isEmpty()) {
            return slashes() >= 2;
        }
        if (scheme.equals("file")) {
            return slashes() == 2;
        }
        return slashes() >= 2 || NETWORK.contains(scheme);
    }

    /** Returns the end of {@code user:password@} at the start of an href without slashes before it, or 0. */
    private int userWithoutSlashes() {
        if (OPAQUE.contains(scheme) || slashes() > 1 || (slashes() == 1 && scheme.isEmpty()) || isWrapped()) {
            return 0;
        }
        int segment = firstOf(href, start, "/\\?#");
        int colon = href.indexOf(':', slashes() == 0 ? 0 : start);
        boolean drive = scheme.isEmpty() && colon == 1 && segment == 2;
        if (colon < 0 || colon >= segment || drive) {
            return 0;
        }
        boolean maySpan = !scheme.equals("file");
        int at = href.lastIndexOf('@', (maySpan ? firstOf(href, start, "?#") : segment) - 1);
        return at >= start && colon < at ? at + 1 : 0;
    }

    /** What names the kind of another href stands before it with a colon. */
    private boolean isWrapped() {
        int end = start;
        while (end < href.length() && isOfAScheme(href.charAt(end))) {
            end++;
        }
        String inner = href.substring(start, end).toLowerCase(Locale.ROOT);
        return !scheme.isEmpty()
                && href.startsWith("://", end)
                && (inner.equals("file") || NETWORK.contains(inner) || CONTAINER_AS_USER.contains(inner));
    }

    private int hostStart(int from) {
        int end = firstOf(href, from, "/\\?#");
        int at = href.lastIndexOf('@', end - 1);
        boolean container = CONTAINER_AS_USER.contains(scheme) && slashes() == 2;
        boolean hidden = at >= from && href.substring(from, at).equals(HIDDEN);
        if (at < from
                || hidden
                || (container && href.substring(from, at).chars().noneMatch(c -> c == ':' || c == '@'))) {
            return from;
        }
        return at + 1;
    }

    /** An at sign is no part of a host, also where it is encoded. */
    private boolean hasEncodedUser(int host, int hostEnd) {
        String authority = href.substring(host, hostEnd);
        return authority.indexOf('%') >= 0
                && authority.indexOf('@') < 0
                && authority.indexOf(':') < 0
                && PercentEncoding.decodeFully(authority).indexOf('@') >= 0;
    }

    /** What stands where a port is expected may be the start of a password with a slash in it. */
    private boolean hasBadPort(int host, int hostEnd) {
        int from = href.startsWith("[", host) ? href.indexOf(']', host) : host;
        int colon = from < 0 ? -1 : href.indexOf(':', from);
        if (colon < 0 || colon >= hostEnd) {
            return false;
        }
        String port = href.substring(colon + 1, hostEnd);
        if (port.isEmpty()) {
            return !href.startsWith("//", hostEnd) && href.indexOf('@', hostEnd) >= 0;
        }
        return port.length() > LONGEST_PORT || !port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private String tail(int from) {
        int end = firstOf(href, from, "?#");
        int inner = nested(from, end);
        if (inner < end) {
            return path(href.substring(from, inner)) + of(href.substring(inner), withQuery, depth + 1);
        }
        String path = href.substring(from, end);
        String published = path(path);
        return published.equals(path) ? path + query(end) : published;
    }

    /** Returns where a URL starts within the path, which may have lost a slash of it, or the end. */
    private int nested(int from, int end) {
        for (int colon = href.indexOf(":/", from); colon >= 0 && colon < end; colon = href.indexOf(":/", colon + 1)) {
            int inner = colon;
            while (inner > from && isOfAScheme(href.charAt(inner - 1))) {
                inner--;
            }
            if (href.startsWith("://", colon)
                    || NETWORK.contains(href.substring(inner, colon).toLowerCase(Locale.ROOT))) {
                return inner;
            }
        }
        return end;
    }

    private String query(int end) {
        if (!withQuery || !href.startsWith("?", end)) {
            return "";
        }
        String query = href.substring(end + 1, firstOf(href, end + 1, "#"));
        boolean bare = Stream.of(query.split("[&;]", -1))
                .map(PercentEncoding::decodeFully)
                .anyMatch(SecretNames::isBare);
        return bare || isSecret(query) ? "" : "?" + query;
    }

    /** Cuts a path before its first parameter where one is secret, and user-info within it. */
    private String path(String path) {
        int parameters = parameterStart(path);
        boolean secret = parameters < path.length() && isSecret(path.substring(parameters));
        String kept = secret ? path.substring(0, parameters) : path;
        if (scheme.equals("file")) {
            return kept;
        }
        String clear = withoutAssignments(kept);
        return clear.indexOf('@') < 0 || clear.indexOf(':') < 0 ? clear : withoutUsers(clear);
    }

    /** Some servers take a signature as a part of the path: what follows it says which file is meant. */
    private static String withoutAssignments(String path) {
        if (path.indexOf('=') < 0 && !path.contains("%3")) {
            return path;
        }
        StringBuilder kept = new StringBuilder(path.length());
        for (int from = 0; from <= path.length(); ) {
            int end = firstOf(path, from, "/\\,");
            String part = path.substring(from, end);
            kept.append(withoutAssigned(part)).append(path, end, Math.min(end + 1, path.length()));
            from = end + 1;
        }
        return kept.toString();
    }

    private static String withoutAssigned(String part) {
        String decoded = PercentEncoding.decodeFully(part);
        int equals = decoded.indexOf('=');
        return equals >= 0 && SecretNames.isOfAPath(decoded.substring(0, equals))
                ? part.substring(0, firstOf(part, 0, "=%")) + '=' + HIDDEN
                : part;
    }

    /** A URL within a path may have lost one of its slashes. */
    private static String withoutUsers(String path) {
        StringBuilder kept = new StringBuilder(path.length());
        for (int from = 0; from <= path.length(); ) {
            int end = firstOf(path, from, "/\\");
            int at = path.lastIndexOf('@', end - 1);
            int colon = path.indexOf(':', from);
            kept.append(path, at >= from && colon >= 0 && colon < at ? at + 1 : from, Math.min(end + 1, path.length()));
            from = end + 1;
        }
        return kept.toString();
    }

    /** Returns where parameters begin in a path: after a delimiter, encoded or not. */
    private static int parameterStart(String path) {
        int start = firstOf(path, 0, ";&");
        for (int i = path.indexOf('%'); i >= 0 && i < start; i = path.indexOf('%', i + 1)) {
            String escape = path.substring(i, Math.min(i + 5, path.length())).toUpperCase(Locale.ROOT);
            if (escape.startsWith("%3F")
                    || escape.startsWith("%3B")
                    || escape.startsWith("%26")
                    || escape.startsWith("%23")
                    || escape.startsWith("%253")
                    || escape.startsWith("%252")) {
                return i;
            }
        }
        return start;
    }

    /** Returns whether a text may hold a user with a password, encoded or not. */
    static boolean mayHoldUser(String text) {
        String decoded = PercentEncoding.decodeFully(text);
        int colon = decoded.indexOf(':');
        return colon >= 0 && decoded.indexOf('@', colon) >= 0;
    }

    /** Decodes before splitting: a signed URL may be the parameter of a proxy. */
    private static boolean isSecret(String parameters) {
        if (mayHoldUser(parameters)) {
            return true;
        }
        String decoded = PercentEncoding.decodeFully(parameters);
        return hasSecret(decoded) || hasSecret(SOFT_BREAK.matcher(decoded).replaceAll(""));
    }

    private static boolean hasSecret(String decoded) {
        for (String parameter : decoded.split("[?&;#~,]", -1)) {
            int mark = firstOf(parameter, 0, "=:");
            String name = mark == parameter.length() ? "" : parameter.substring(0, mark);
            if (SecretNames.isParameter(name, name.isEmpty() ? parameter : parameter.substring(mark + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the end of a scheme with its colon, or 0; one letter is a Windows drive where a slash follows. */
    private static int schemeEnd(String href) {
        int colon = 0;
        while (colon < href.length() && isOfAScheme(href.charAt(colon))) {
            colon++;
        }
        boolean scheme = colon > 1 && href.startsWith(":", colon) && isLetter(href.charAt(0));
        return scheme ? colon + 1 : 0;
    }

    static boolean isOfAScheme(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** Returns the index of the first of some characters, or the length. */
    private static int firstOf(String text, int from, String marks) {
        int i = from;
        while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
