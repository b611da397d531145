package io.stacgenerator.testkit;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a {@link RangeServer} was sent.
 *
 * @param method the method
 * @param target the request target as it was sent: path and query, or a URL when the client took the server for a proxy
 * @param headers the headers, names in lower case
 * @since 0.1.0
 */
public record HttpCall(String method, String target, Map<String, String> headers) {

    /** Copies the headers. */
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /**
     * Returns a header.
     *
     * @param name the name in any case
     * @return the value, or null when it was not sent
     */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    String path() {
        return target.replaceFirst("^http://[^/]*", "").replaceFirst("[?#].*", "");
    }
}
