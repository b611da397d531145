package io.stacgenerator.spi.sink;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.RequestSigner;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A call to a storage over HTTP.
 *
 * @param method such as {@code PUT}
 * @param url an http or https URL
 * @param headers names and values, without those that the signer makes
 * @param body what is sent, which may be nothing
 * @param signer proves who asks; it is asked for this call alone, so that it may know method and body
 * @since 0.1.0
 */
public record StorageCall(String method, URI url, Map<String, String> headers, ByteBuffer body, RequestSigner signer) {

    /** Copies the headers. */
    public StorageCall {
        requireNonNull(method, "method");
        requireNonNull(url, "url");
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
        requireNonNull(signer, "signer");
    }

    /** Returns a buffer of its own for each caller, at the start of the bytes. */
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    /** Shows neither the query nor headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "%s %s%s".formatted(method, url.getHost(), url.getRawPath());
    }
}
