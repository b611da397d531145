package io.stacgenerator.internal.href;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of a host or a storage, by the start of the hrefs in it.
 *
 * @param start the start in normal form, with a slash at its end
 */
public record HrefPrefix(String start) {

    private static final Pattern FORM =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#\\\\]+)(?<path>/[^?#]*)?");

    /**
     * Takes the start of hrefs.
     *
     * @param href an absolute URI with an authority, such as {@code s3://bucket/scenes/}; a slash at its end is added
     * @return the prefix
     * @throws IllegalArgumentException when it is something else, or may not be a prefix as there are {@code ..} in it
     */
    public static HrefPrefix of(String href) {
        Matcher parts = FORM.matcher(href);
        if (!parts.matches() || parts.group("scheme").equalsIgnoreCase("file") || leavesFolder(href)) {
            throw new IllegalArgumentException("'%s' is not the start of hrefs, expected such as s3://bucket/folder/"
                    .formatted(Secrets.published(href)));
        }
        String normal = normal(parts);
        return new HrefPrefix(normal.endsWith("/") ? normal : normal + "/");
    }

    /**
     * Returns whether an href is in this folder or below it.
     *
     * @param href an absolute URI; its query is left out of account
     * @return false also for one that a server might take for one outside, by {@code ..} in any encoding
     */
    public boolean holds(String href) {
        Matcher parts = FORM.matcher(href.replaceFirst("[?#].*", ""));
        return parts.matches() && normal(parts).startsWith(start) && !leavesFolder(parts.group());
    }

    /** Of scheme and host, capitals mean nothing; an at sign is no part of a host that is asked. */
    private static String normal(Matcher parts) {
        String path = parts.group("path");
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        String authority = parts.group("authority");
        boolean web = scheme.equals("http") || scheme.equals("https");
        String host = web
                ? authority.toLowerCase(Locale.ROOT).replaceFirst(scheme.equals("https") ? ":443$" : ":80$", "")
                : authority;
        return scheme + "://" + host + (path == null ? "/" : PercentEncoding.encode(path));
    }

    private static boolean leavesFolder(String href) {
        return Arrays.stream(PercentEncoding.decodeFully(href).split("[/\\\\]", -1))
                .map(segment -> segment.replaceFirst("(?s);.*", ""))
                .anyMatch(segment -> segment.equals("..") || segment.equals("."));
    }

    @Override
    public String toString() {
        return start;
    }
}
