package io.stacgenerator.spi;

import io.stacgenerator.StoragePolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link StorageResolver} gets with each object to open.
 *
 * @since 0.1.0
 */
public interface StorageContext {

    /**
     * Returns what may be read. A resolver asks it for every href, and for every address and redirect that an href
     * leads to.
     *
     * @return the policy
     */
    StoragePolicy policy();

    /**
     * Checks a URL that a resolver requests by means of its own, before it does.
     *
     * @param url an http or https URL of the storage
     * @throws io.stacgenerator.StacGeneratorException with {@code ACCESS_REFUSED} when neither the policy allows it nor
     *     the href for which this context was made
     * @throws IOException when the host cannot be resolved
     */
    default void checkUrl(URI url) throws IOException {
        policy().checkUrl(url);
    }

    /**
     * Returns when the time of the request is up. A resolver that may wait long gives up with {@code LIMIT_EXCEEDED}
     * then; the generator checks it between reads in any case.
     *
     * @return the time; empty when it is not limited
     */
    default Optional<Instant> deadline() {
        return Optional.empty();
    }

    /**
     * Returns the headers that this request sends to a host, such as the token of the user who asks.
     *
     * @param host the host of a URL
     * @return names and values; none by default
     */
    default Map<String, String> headers(String host) {
        return Map.of();
    }

    /**
     * Opens a URL by range requests, for storages that are reached over HTTP and differ in their hrefs and credentials.
     * Reading ahead, trying again, the options of the generator and the checks of the policy, on each redirect too, are
     * those of any {@code https:} href.
     *
     * @param url the http or https URL to request, with a signature in its query where there is one
     * @param href the form of the href that may be published
     * @param signer what proves who asks; it is asked for requests to the host of the URL alone, wherever that
     *     redirects
     * @return the object; the caller closes it
     * @throws io.stacgenerator.StacGeneratorException as {@link StorageResolver#open} says
     * @throws IOException when reading fails otherwise
     * @throws UnsupportedOperationException when this context is not that of a generator
     */
    default StorageObject openHttp(URI url, String href, RequestSigner signer) throws IOException {
        throw new UnsupportedOperationException("this context opens no URLs");
    }
}
