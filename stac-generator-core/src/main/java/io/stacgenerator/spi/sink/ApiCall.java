package io.stacgenerator.spi.sink;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to a service over HTTP.
 *
 * @param method such as {@code POST}; what is not {@code GET} must be safe to repeat, as calls are tried again
 * @param url an http or https URL, the secrets in its query and user-info included
 * @param headers names and values, without those that prove who asks: {@link SinkOptions#headers()} makes these
 * @param body what is sent, in UTF-8; null for nothing
 * @since 0.1.0
 */
public record ApiCall(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable String body) {

    /** Copies the headers. */
    public ApiCall {
        requireNonNull(method, "method");
        requireNonNull(url, "url");
        headers = Map.copyOf(headers);
    }

    /**
     * Asks for a JSON document.
     *
     * @param url its URL
     * @return a call by GET
     */
    public static ApiCall get(URI url) {
        return new ApiCall("GET", url, Map.of("Accept", "application/json"), null);
    }

    /**
     * Sends a JSON document.
     *
     * @param method such as {@code POST}
     * @param url where to
     * @param json the document
     * @return a call
     */
    public static ApiCall json(String method, URI url, String json) {
        return new ApiCall(
                method,
                url,
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                requireNonNull(json, "json"));
    }

    /** Shows neither the query nor headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "%s %s%s".formatted(method, url.getHost(), url.getRawPath());
    }
}
