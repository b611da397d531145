package io.stacgenerator.s3;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the options say, in terms of hrefs, URLs and signatures. Thread-safe. */
final class S3Storage {

    private static final Pattern IN_ENDPOINT =
            Pattern.compile("/(?<bucket>[^/?#]+)(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#.*)?");

    private final S3Endpoint endpoint;
    private final BucketRegions regions;
    private final S3Access access;
    private final PublishedHrefs published;

    S3Storage(S3Options options) {
        endpoint = options.endpoint();
        regions = new BucketRegions(options::region);
        access = options.access();
        published = options.publishedHrefs();
    }

    boolean supports(String href) {
        return S3Href.isName(href) || ofUrl(href) != null;
    }

    /** Takes an href apart; errors show it without its query. */
    S3Href parse(String href) {
        S3Href url = ofUrl(href);
        return url == null ? S3Href.ofName(href) : url;
    }

    /** URLs of AWS are requested as they stand, with the signature they may carry: mostly, they are public. */
    private @Nullable S3Href ofUrl(String href) {
        String url = endpoint.url();
        if (url == null || !href.regionMatches(true, 0, url + "/", 0, url.length() + 1) || isSigned(href)) {
            return null;
        }
        Matcher parts = IN_ENDPOINT.matcher(href.substring(url.length()));
        if (!parts.matches()) {
            return null;
        }
        String path = parts.group("path");
        String query = parts.group("query");
        return S3Href.of(parts.group("bucket"), path == null ? "" : path, query == null ? "" : query, false);
    }

    private static boolean isSigned(String href) {
        return href.contains("Signature=");
    }

    String publicHref(S3Href object) {
        return href(object, published == PublishedHrefs.GIVEN ? object.byName() : published == PublishedHrefs.S3);
    }

    /** Returns the form in which it was given. */
    String given(S3Href object) {
        return href(object, object.byName());
    }

    private String href(S3Href object, boolean byName) {
        return byName ? object.name() : url(object).toString();
    }

    URI url(S3Href object) {
        return URI.create(endpoint.object(object, regions.of(object.bucket())));
    }

    /** Returns the URL of a bucket with parameters, which are encoded. */
    URI bucketUrl(String bucket, String query) {
        String slash = endpoint.isPathStyleFor(bucket) ? "" : "/";
        return URI.create(endpoint.bucket(bucket, regions.of(bucket)) + slash + "?" + query);
    }

    S3Signer signer(String bucket) {
        return new S3Signer(bucket, endpoint, regions, access);
    }
}
