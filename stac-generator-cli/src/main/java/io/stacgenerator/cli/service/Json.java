package io.stacgenerator.cli.service;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.stacgenerator.model.JsonText;
import java.util.Map;

/** Writes answers. */
final class Json {

    private Json() {}

    static void answer(Context ctx, Map<String, ?> members) {
        ctx.contentType(ContentType.JSON).result(JsonText.compact(members));
    }
}
