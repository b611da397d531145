package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a call in its answer and in the log: as the caller or a proxy does, or by chance. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** What cannot break a line of the log. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/+=-]{1,100}");

    private RequestId() {}

    static void answer(Context ctx) {
        String given = ctx.header(HEADER);
        String id = given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        ctx.attribute(HEADER, id);
        ctx.header(HEADER, id);
    }

    static String of(Context ctx) {
        return String.valueOf(ctx.<String>attribute(HEADER));
    }
}
