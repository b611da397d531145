package io.stacgenerator.internal.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.RequestSigner;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: a URL without user-info and fragment, and what proves to its server who asks.
 *
 * @param uri the URL, its signature included
 * @param signer what the user-info stands for, or what the storage gave
 * @param allowed whether the policy allows the href that it is for, so that only its addresses are checked
 */
record HttpTarget(URI uri, RequestSigner signer, boolean allowed) {

    private static final int MOST_PORTS = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern EXPIRY = Pattern.compile("&se=([^&]*)");

    static HttpTarget parse(String href) {
        URI uri = uri(href);
        String user = uri.getRawUserInfo();
        return new HttpTarget(
                withoutUser(uri), user == null ? RequestSigner.NONE : basic(PercentEncoding.decode(user)), false);
    }

    HttpTarget signedBy(RequestSigner other) {
        return new HttpTarget(uri, other, allowed);
    }

    /** Takes it for granted that the storage may be read where it says that it is. */
    HttpTarget allowed(boolean known) {
        return new HttpTarget(uri, signer, known);
    }

    /** Follows a redirect, which the policy is asked about; the signer stays with the origin that it was meant for. */
    HttpTarget redirectedTo(String location) {
        URI next = movedTo(uri(resolve(location))).uri;
        return new HttpTarget(next, origin(uri).equals(origin(next)) ? signer : RequestSigner.NONE, false);
    }

    /** Goes where the signer says, and takes it along. */
    HttpTarget movedTo(URI elsewhere) {
        URI next = withoutUser(elsewhere);
        if (uri.getScheme().equals("https") && !next.getScheme().equals("https")) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_REFUSED,
                    "%s redirects from https to http, which is not followed".formatted(publicHref()));
        }
        return new HttpTarget(next, signer, allowed);
    }

    /** Returns when the signature in the query expires, as a SAS of Azure says, or null when it does not say. */
    @Nullable Instant expiry() {
        Matcher expiry = EXPIRY.matcher("&" + uri.getRawQuery());
        return expiry.find()
                ? UtcTime.read(PercentEncoding.decode(expiry.group(1)))
                        .map(UtcTime::instant)
                        .orElse(null)
                : null;
    }

    /** Starts a request, of HTTP/2 where TLS can agree on it. */
    HttpRequest.Builder request() {
        boolean secure = uri.getScheme().equals("https");
        return HttpRequest.newBuilder(uri).version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    }

    /** Returns the headers of each request, to add others to: who asks, and that bytes are to come as they are. */
    static Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", "stac-generator");
        headers.put("Accept-Encoding", "identity");
        return headers;
    }

    String host() {
        return uri.getHost();
    }

    String publicHref() {
        return Secrets.published(uri.toString());
    }

    @Override
    public String toString() {
        return publicHref();
    }

    private String resolve(String location) {
        try {
            return uri.resolve(PercentEncoding.encode(location)).toString();
        } catch (IllegalArgumentException e) {
            throw notAUrl(location, "redirected to by " + publicHref());
        }
    }

    private static URI uri(String href) {
        try {
            URI uri = new URI(PercentEncoding.encode(href));
            if (uri.getHost() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                throw notAUrl(href, "expected https://host/path or http://host/path");
            }
            if (uri.getPort() > MOST_PORTS || uri.getHost().indexOf('%') >= 0) {
                throw notAUrl(href, "expected a port below 65536, and an address without a zone");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw notAUrl(href, e.getReason());
        }
    }

    private static URI withoutUser(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return URI.create(scheme + "://" + uri.getHost() + port + path + query);
    }

    private static String origin(URI uri) {
        int standard = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme() + uri.getHost() + (uri.getPort() < 0 ? standard : uri.getPort());
    }

    private static RequestSigner basic(String user) {
        String value = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
        return new Basic(value);
    }

    /** User and password; equal ones are of the same user. */
    private record Basic(String value) implements RequestSigner {

        @Override
        public Map<String, String> sign(URI url, Map<String, String> headers) {
            return Map.of("Authorization", value);
        }

        @Override
        public String toString() {
            return "basic authorization";
        }
    }

    private static StacGeneratorException notAUrl(String href, String reason) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_HREF, "'%s' is not a URL: %s".formatted(Secrets.published(href), reason));
    }
}
