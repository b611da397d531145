package io.stacgenerator;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A header for the requests to some hosts. */
record HostHeader(HostPattern host, String name, String value) {

    /** Checks name and value; the message of the exception does not show the value, which may be a credential. */
    static HostHeader checked(String host, String name, String value) {
        if (!isAllowed(name, value)) {
            throw new IllegalArgumentException("header '%s' or its value may not be set".formatted(name));
        }
        return new HostHeader(new HostPattern(host), name, value);
    }

    private static boolean isAllowed(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the headers for a host; a later one replaces an earlier one of the same name. */
    static Map<String, String> of(List<HostHeader> headers, String host) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.stream()
                .filter(header -> header.host().matches(host))
                .forEach(header -> map.put(header.name(), header.value()));
        return map;
    }
}
