package io.stacgenerator.internal.href;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps credentials out of what is published, logged and reported: signatures and keys in queries, user-info,
 * authorization headers.
 */
public final class Secrets {

    /** Azure's Hadoop schemes write the container where others write the user. */
    private static final Pattern URI = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]+:)?(?://(?<user>[^/?#]*@)?(?<host>[^/?#]*))?(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?.*",
            Pattern.DOTALL);

    private static final Pattern CONTAINER_AS_USER = Pattern.compile("(?i)(?:abfss?|wasbs?|az):");

    private static final Pattern URL_IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9+.-])([0-9+.-]*+)([A-Za-z][A-Za-z0-9+.-]++://[^\\s\"'<>`]++)");

    private static final Set<String> EXACT = Set.of(
            "sig", "se", "sp", "sv", "sr", "skoid", "sktid", "skt", "ske", "key", "policy", "key-pair-id", "pwd");

    private static final String PART =
            "(?:signature|token|secret|passw|credential|[-_]key|api_?key|accesskey|accountkey"
                    + "|authorization|jwt|x-amz-|x-goog-)";

    private static final Pattern PARTIAL = Pattern.compile("(?i)(?:^|-)sig$|" + PART);

    /** Starts where a name starts and gives nothing back, so that its time grows with the text and not faster. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w-])([\\w-]++=)[^\\s&;,\"'<>]++");

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)\\b(authorization(?::\\s*+|\\s++(?=(?:basic|bearer|sharedkey)\\s))(?:(?:basic|bearer|sharedkey)\\s++)?+|(?:bearer|sharedkey)\\s++)\\S++");

    private static final String HIDDEN = "***";

    private Secrets() {}

    /**
     * Returns the form of an href that may be published: without user-info and fragment, and without its query when the
     * query holds a signature, token or key. Other queries stay, for they may tell which file is meant.
     *
     * @param href an absolute URI or a path
     * @return the href without credentials
     */
    public static String published(String href) {
        Matcher parts = parts(href);
        String query = parts.group("query");
        return withoutQuery(parts) + (query == null || isSigned(query) ? "" : "?" + query);
    }

    /**
     * Hides the credentials in a text such as the message of an exception: URLs lose user-info, query and fragment,
     * assignments and authorization headers their values.
     *
     * @param text any text
     * @return the text without credentials
     */
    public static String redact(String text) {
        String urls = URL_IN_TEXT
                .matcher(text)
                .replaceAll(url -> Matcher.quoteReplacement(url.group(1) + bare(url.group(2))));
        String assignments = ASSIGNMENT.matcher(urls).replaceAll(each -> Matcher.quoteReplacement(hidden(each)));
        return AUTHORIZATION.matcher(assignments).replaceAll("$1" + HIDDEN);
    }

    /**
     * Returns a cause that may be reported.
     *
     * @param cause any failure
     * @return the same when neither it nor what led to it holds a credential, else a copy with redacted messages
     */
    public static Throwable redact(Throwable cause) {
        return isClean(cause) ? cause : copy(cause);
    }

    private static String hidden(MatchResult assignment) {
        String name = assignment.group(1).substring(0, assignment.group(1).length() - 1);
        return PARTIAL.matcher(name).find() ? assignment.group(1) + HIDDEN : assignment.group();
    }

    private static String bare(String url) {
        return withoutQuery(parts(url));
    }

    private static Matcher parts(String href) {
        Matcher matcher = URI.matcher(href);
        if (!matcher.matches()) {
            throw new IllegalStateException("every text has the parts of an href");
        }
        return matcher;
    }

    private static String withoutQuery(Matcher parts) {
        String scheme = text(parts, "scheme");
        String user = CONTAINER_AS_USER.matcher(scheme).matches() ? text(parts, "user") : "";
        String authority = parts.group("host") == null ? "" : "//" + user + parts.group("host");
        return scheme + authority + parts.group("path");
    }

    private static String text(Matcher parts, String group) {
        String text = parts.group(group);
        return text == null ? "" : text;
    }

    /** Decodes the query before it is split: a signed URL may be the parameter of a proxy. */
    private static boolean isSigned(String query) {
        for (String parameter : PercentEncoding.decode(query).split("[?&;]", -1)) {
            String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (EXACT.contains(name) || PARTIAL.matcher(name).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClean(@Nullable Throwable failure) {
        if (failure == null) {
            return true;
        }
        String text = failure.toString();
        return redact(text).equals(text)
                && isClean(failure.getCause())
                && Arrays.stream(failure.getSuppressed()).allMatch(Secrets::isClean);
    }

    private static IOException copy(Throwable failure) {
        Throwable cause = failure.getCause();
        IOException copy = new IOException(redact(failure.toString()), cause == null ? null : copy(cause));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
