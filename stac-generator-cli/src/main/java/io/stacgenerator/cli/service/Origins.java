package io.stacgenerator.cli.service;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * Lets pages of other sites call the service from a browser, by the CORS protocol of the Fetch standard. Javalin's own
 * plugin refuses calls of all other origins, and so those of the page of the service itself.
 */
final class Origins {

    private static final String ANY = "*";
    private static final String METHODS = "GET, POST, DELETE";
    private static final String EXPOSED = String.join(", ", Header.LOCATION, Header.RETRY_AFTER, RequestId.HEADER);

    /** So long a browser may leave out to ask again: the longest that Chromium takes. */
    private static final String SECONDS = "7200";

    private final List<String> allowed;

    private Origins(List<String> allowed) {
        this.allowed = allowed;
    }

    static void allow(RoutesConfig routes, List<String> origins) {
        if (!origins.isEmpty()) {
            routes.before(new Origins(origins)::answer);
        }
    }

    private void answer(Context ctx) {
        ctx.header(Header.VARY, Header.ORIGIN);
        String origin = ctx.header(Header.ORIGIN);
        if (origin == null || !(allowed.contains(ANY) || allowed.contains(origin))) {
            return;
        }
        ctx.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        ctx.header(Header.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (ctx.method().equals(HandlerType.OPTIONS) && ctx.header(Header.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            preflight(ctx);
        }
    }

    private static void preflight(Context ctx) {
        String headers = ctx.header(Header.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            ctx.header(Header.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        ctx.header(Header.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        ctx.header(Header.ACCESS_CONTROL_MAX_AGE, SECONDS);
        ctx.status(HttpStatus.NO_CONTENT);
        ctx.skipRemainingHandlers();
    }
}
