package io.stacgenerator.gcs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the options say, in terms of hrefs, URLs and tokens. Thread-safe. */
record GcsStorage(@Nullable String emulator, GcsAccess access, PublishedHrefs published) {

    private static final String GOOGLE = "https://storage.googleapis.com";
    private static final Pattern IN_ENDPOINT =
            Pattern.compile("/(?<bucket>[^/?#]+)(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#.*)?");

    private String endpoint() {
        return emulator == null ? GOOGLE : emulator;
    }

    boolean supports(String href) {
        return GcsHref.isName(href) || ofUrl(href) != null;
    }

    /** Takes an href apart; errors show it without its query. */
    GcsHref parse(String href) {
        GcsHref url = ofUrl(href);
        return url == null ? GcsHref.ofName(href) : url;
    }

    /** URLs of Google are requested as they stand, with the signature they may carry: mostly, they are public. */
    private @Nullable GcsHref ofUrl(String href) {
        String url = emulator;
        if (url == null || !href.regionMatches(true, 0, url + "/", 0, url.length() + 1)) {
            return null;
        }
        Matcher parts = IN_ENDPOINT.matcher(href.substring(url.length()));
        return parts.matches() ? GcsHref.ofUrl(parts.group("bucket"), parts.group("path"), parts.group("query")) : null;
    }

    String publicHref(GcsHref object) {
        return href(object, published == PublishedHrefs.GIVEN ? object.byName() : published == PublishedHrefs.GS);
    }

    /** Returns the form in which it was given. */
    String given(GcsHref object) {
        return href(object, object.byName());
    }

    private String href(GcsHref object, boolean byName) {
        return byName ? object.name() : url(object).toString();
    }

    /** Returns the URL of an object, by the XML API, which serves ranges. */
    URI url(GcsHref object) {
        return URI.create(endpoint() + "/" + object.bucket() + "/" + object.path() + object.query());
    }

    /**
     * Returns the URL that an object is sent to.
     *
     * @param type how, with further parameters
     */
    URI uploadUrl(GcsHref object, String type) {
        return URI.create("%s/upload/storage/v1/b/%s/o?name=%s&uploadType=%s"
                .formatted(endpoint(), object.bucket(), object.path().replace("/", "%2F"), type));
    }

    /** Returns the URL of the objects of a bucket, by the JSON API, with parameters, which are encoded. */
    URI listUrl(String bucket, String query) {
        return URI.create(endpoint() + "/storage/v1/b/" + bucket + "/o?" + query);
    }
}
