package io.stacgenerator.cli.service;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads requests and writes answers. */
final class Json {

    private Json() {}

    /**
     * Reads the body. Bodies that do not call themselves JSON are refused: a browser sends them for any page that asks
     * it to, also to a service on its own machine.
     */
    static GenerationRequest request(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(ContentType.JSON)) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the header Content-Type is '%s', expected application/json".formatted(type == null ? "" : type));
        }
        return GenerationRequest.fromJson(new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8));
    }

    static void answer(Context ctx, Map<String, ?> members) {
        ctx.contentType(ContentType.JSON).result(JsonText.compact(members));
    }
}
