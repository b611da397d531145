package io.stacgenerator.internal.stacapi;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.sink.ApiReply;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why a server has not done what it was asked.
 *
 * @param status the status of HTTP
 * @param detail what the server says of it; empty when it says nothing
 */
record Refusal(int status, String detail) {

    static final int MISSING = 404;
    static final int EXISTS = 409;

    /** A sentence, where servers send whole traces. */
    private static final int LONGEST_DETAIL = 300;

    static Refusal of(ApiReply reply) {
        String detail = detail(reply.body().strip()).replaceAll("\\s+", " ");
        return new Refusal(
                reply.status(), detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail);
    }

    private static String detail(String body) {
        if (!body.startsWith("{")) {
            return body.startsWith("<") ? "" : body;
        }
        try {
            Map<String, Object> json = JsonText.parse(body);
            return Stream.of("detail", "description", "message", "error", "title")
                    .map(json::get)
                    .filter(value -> value != null)
                    .findFirst()
                    .map(value -> JsonValues.string(value).orElseGet(() -> JsonText.compact(value)))
                    .orElse(body);
        } catch (IllegalArgumentException e) {
            return body; // cut off, or not JSON after all
        }
    }

    boolean isDenied() {
        return status == 401 || status == 403;
    }

    @Override
    public String toString() {
        return "status %d%s".formatted(status, detail.isEmpty() ? "" : ", " + detail);
    }
}
