package io.stacgenerator.s3;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * An object, or the start of the keys of objects.
 *
 * @param bucket the name of the bucket
 * @param path the key, percent-encoded
 * @param version the id of a version, percent-encoded; empty for the current one
 * @param byName whether it was given by {@code s3:}, rather than by a URL
 */
record S3Href(String bucket, String path, String version, boolean byName) {

    private static final Pattern BY_NAME =
            Pattern.compile("(?i)s3[an]?://(?<bucket>[^/?#@:]+)(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#.*)?");

    /** By the rules of today and those of before 2018, when capitals and underscores were possible. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");

    private static final Pattern VERSION = Pattern.compile("(?:^|.*&)versionId=([^&]*).*");

    S3Href {
        if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF, "'%s' is not the name of a bucket".formatted(bucket));
        }
        path = encoded(path);
    }

    static boolean isName(String href) {
        String start = href.substring(0, Math.min(6, href.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("s3://") || start.equals("s3a://") || start.equals("s3n://");
    }

    static S3Href ofName(String href) {
        Matcher parts = BY_NAME.matcher(href);
        if (!parts.matches()) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "'%s' names no object of S3: expected s3://bucket/key"
                            .formatted(href.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//")));
        }
        return of(parts.group("bucket"), text(parts, "path"), text(parts, "query"), true);
    }

    static S3Href of(String bucket, String path, String query, boolean byName) {
        Matcher version = VERSION.matcher(query);
        return new S3Href(
                bucket, path, version.matches() ? SdkHttpUtils.urlEncode(decoded(version.group(1))) : "", byName);
    }

    private static String text(Matcher parts, String group) {
        String text = parts.group(group);
        return text == null ? "" : text;
    }

    /** Returns the key, decoded. */
    String key() {
        return decoded(path);
    }

    /** Returns the object by its name. */
    String name() {
        return "s3://" + bucket + "/" + path + query();
    }

    /** Returns what chooses the version, with question mark; empty for the current one. */
    String query() {
        return version.isEmpty() ? "" : "?versionId=" + version;
    }

    /** Returns another object of the bucket, by its key. */
    S3Href sibling(String key) {
        return new S3Href(bucket, SdkHttpUtils.urlEncodeIgnoreSlashes(key), "", byName);
    }

    /** Encodes what was not, and what need not be alike in all hrefs of one object. */
    private static String encoded(String path) {
        return SdkHttpUtils.urlEncodeIgnoreSlashes(decoded(path));
    }

    /** A plus sign stands for itself, other than in forms. */
    private static String decoded(String path) {
        try {
            return SdkHttpUtils.urlDecode(path.replace("+", "%2B"));
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
