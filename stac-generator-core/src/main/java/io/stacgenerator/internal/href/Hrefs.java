package io.stacgenerator.internal.href;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes hrefs apart: absolute URIs and paths of the local file system. */
public final class Hrefs {

    /**
     * A scheme has at least two letters here: one letter is a Windows drive. One with digits, such as that of
     * {@code s3://}, is followed by a slash: file names with times have colons too, such as {@code era5-T00:00.tif}.
     */
    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z+.-]+|[A-Za-z][A-Za-z0-9+.-]+(?=:/)):.*", Pattern.DOTALL);

    private static final Pattern PARTS =
            Pattern.compile("(?<root>[^:/?#]+:(?://[^/?#]*)?)?(?<path>[^?#]*)[^\\n]*", Pattern.DOTALL);

    private static final Pattern FILE = Pattern.compile("^file:(//)?(?=/)");

    private Hrefs() {}

    /**
     * Returns the scheme of an href.
     *
     * @param href an absolute URI or a path
     * @return the scheme in lower case, or null for a path, that of a Windows drive included
     */
    public static @Nullable String scheme(String href) {
        Matcher matcher = SCHEME.matcher(href);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /**
     * Returns the name of the file that an href leads to.
     *
     * @param href an absolute URI or a path
     * @return the last segment of the path, decoded when it is part of a URI; empty when there is none
     */
    public static String fileName(String href) {
        if (scheme(href) == null) {
            return lastSegment(href.replace('\\', '/'));
        }
        return PercentEncoding.decode(lastSegment(parts(href).group("path")));
    }

    /**
     * Resolves an href against the document that it stands in. The query of the document is not passed on, nor is a
     * signature in it.
     *
     * @param base the document, an absolute URI or a path
     * @param href an absolute href, or one relative to the document
     * @return an absolute URI or a path, as the base is; {@code .} and {@code ..} are resolved
     */
    public static String resolve(String base, String href) {
        if (scheme(href) != null) {
            return href;
        }
        if (scheme(base) == null) {
            return Path.of(base).resolveSibling(href).normalize().toString();
        }
        if (href.startsWith("//")) {
            return scheme(base) + ":" + PercentEncoding.encode(href);
        }
        Matcher parts = parts(base);
        String path = parts.group("path");
        String folder = href.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1);
        return parts.group("root") + withoutDots(folder + PercentEncoding.encode(href));
    }

    /**
     * Returns the URI of another file in the folder of one, with the query of that one, which may be a signature for
     * the whole folder.
     *
     * @param uri an absolute URI
     * @param name the name of the other file, not encoded
     * @return an absolute URI
     */
    public static String sibling(String uri, String name) {
        Matcher parts = parts(uri);
        String path = parts.group("path");
        String query = uri.substring(parts.end("path")).replaceFirst("#.*", "");
        return parts.group("root")
                + path.substring(0, path.lastIndexOf('/') + 1)
                + PercentEncoding.encodePath(name)
                + query;
    }

    private static Matcher parts(String href) {
        Matcher matcher = PARTS.matcher(href);
        if (!matcher.matches()) {
            throw new IllegalStateException("every string has the parts of an href");
        }
        return matcher;
    }

    private static String lastSegment(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /**
     * Brings hrefs that name the same file to the same form.
     *
     * @param href an absolute URI, or an absolute or relative path
     * @return the href without query, fragment, {@code .}, {@code ..} and percent-encoding; a file URI becomes a path
     */
    public static String canonical(String href) {
        String path = FILE.matcher(href.substring(0, pathEnd(href))).replaceFirst("");
        return withoutDots(PercentEncoding.decode(path));
    }

    private static int pathEnd(String href) {
        int end = 0;
        while (end < href.length() && href.charAt(end) != '?' && href.charAt(end) != '#') {
            end++;
        }
        return end;
    }

    /** RFC 3986, section 5.2.4; a path that is relative keeps what leads out of it. */
    private static String withoutDots(String path) {
        if (!path.startsWith(".") && !path.contains("/.")) {
            return path;
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                goUp(segments);
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }

    /** The empty segment before the first slash stays. */
    private static void goUp(Deque<String> segments) {
        if (segments.isEmpty() || segments.getLast().equals("..")) {
            segments.addLast("..");
        } else if (segments.size() > 1 || !segments.getLast().isEmpty()) {
            segments.removeLast();
        }
    }
}
