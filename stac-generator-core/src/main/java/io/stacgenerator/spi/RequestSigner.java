package io.stacgenerator.spi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * Proves to a server who asks, by headers such as {@code Authorization}. Thread-safe. Where {@code equals} says that
 * two signers are the same, they prove the same identity: a document that was got with one is then kept for requests
 * with the other, for which the server is asked again whether it has changed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestSigner {

    /** Proves nothing: for public files, and for URLs that carry their signature. */
    RequestSigner NONE = (url, headers) -> Map.of();

    /**
     * Returns the headers that a GET request has to carry besides its own. Called for each attempt. May block.
     *
     * @param url the URL as it will be requested
     * @param headers the headers that the request has already, such as {@code Range} and {@code If-Match}
     * @return names and values
     * @throws io.stacgenerator.StacGeneratorException with {@code ACCESS_DENIED} when there is no credential
     * @throws IOException when it may help to try again
     */
    Map<String, String> sign(URI url, Map<String, String> headers) throws IOException;

    /**
     * Returns where to ask again, with this signer, after an answer that says that the file is elsewhere or that the
     * proof is one for elsewhere, as storages with regions do. Asked for each status from 300 on, before a redirect is
     * followed; the storage policy is asked about the URL, and there are at most five redirects. No I/O.
     *
     * @param url the URL that was requested
     * @param status the status of the answer
     * @param headers the headers of the answer
     * @param body the start of its body
     * @return the URL to request, which may be the same; empty, the default, to go by the answer
     */
    default Optional<URI> elsewhere(URI url, int status, HttpHeaders headers, String body) {
        return Optional.empty();
    }
}
