package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object, or the start of the names of objects.
 *
 * @param bucket the name of the bucket
 * @param path the name of the object, percent-encoded
 * @param generation the number of a version; empty for the current one
 * @param byName whether it was given by {@code gs:}, rather than by a URL
 */
record GcsHref(String bucket, String path, String generation, boolean byName) {

    /** The tools of Google write the generation as a fragment, others as a parameter. */
    private static final Pattern BY_NAME = Pattern.compile(
            "(?i)gs://(?<bucket>[^/?#@:]+)(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?");

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
    private static final Pattern GENERATION = Pattern.compile("(?:^|.*&)generation=(\\d{1,19})(?:&.*)?");

    GcsHref {
        if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF, "'%s' is not the name of a bucket".formatted(bucket));
        }
        path = encoded(decoded(path));
    }

    static boolean isName(String href) {
        return href.regionMatches(true, 0, "gs://", 0, 5);
    }

    static GcsHref ofName(String href) {
        Matcher parts = BY_NAME.matcher(href);
        if (!parts.matches()) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "'%s' names no object of Google Cloud Storage: expected gs://bucket/object"
                            .formatted(href.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//")));
        }
        String fragment = text(parts.group("fragment"));
        String generation = fragment.matches("\\d{1,19}") ? fragment : generation(text(parts.group("query")));
        return new GcsHref(parts.group("bucket"), text(parts.group("path")), generation, true);
    }

    static GcsHref ofUrl(String bucket, @Nullable String path, @Nullable String query) {
        return new GcsHref(bucket, text(path), generation(text(query)), false);
    }

    private static String generation(String query) {
        Matcher generation = GENERATION.matcher(query);
        return generation.matches() ? generation.group(1) : "";
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** Returns the name of the object, decoded. */
    String object() {
        return decoded(path);
    }

    /** Returns the object by its name. */
    String name() {
        return "gs://" + bucket + "/" + path + query();
    }

    /** Returns what chooses the version, with question mark; empty for the current one. */
    String query() {
        return generation.isEmpty() ? "" : "?generation=" + generation;
    }

    /** Returns another object of the bucket. */
    GcsHref sibling(String object) {
        return new GcsHref(bucket, encoded(object), "", byName);
    }

    /** Encodes all but what RFC 3986 never does, and slashes. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }

    /** A plus sign stands for itself, other than in forms. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "'%s' is not the path of an object: expected %% to be followed by two hexadecimal digits"
                            .formatted(path));
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
