package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may call a route. */
enum Access implements RouteRole {
    /** Everybody. */
    OPEN,
    /** Who has the token, where the service has one. */
    TOKEN;

    private static final String SCHEME = "Bearer ";

    /** Refuses calls without the token. Without a token every call is let through. */
    static Handler check(@Nullable String token) {
        return ctx -> {
            if (token != null && ctx.routeRoles().contains(TOKEN) && !holds(ctx, token)) {
                ctx.header(Header.WWW_AUTHENTICATE, "Bearer");
                throw new Refusal(HttpStatus.UNAUTHORIZED, "the header Authorization has to be: Bearer TOKEN");
            }
        };
    }

    private static boolean holds(Context ctx, String token) {
        String given = ctx.header(Header.AUTHORIZATION);
        // the name of the scheme in any case (RFC 9110, 11.1); the comparison takes the same time wherever they differ
        return given != null
                && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(bytes(given.substring(SCHEME.length())), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
