package io.stacgenerator.cli.service;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads requests and writes answers. */
final class Json {

    private static final String LINES = "application/x-ndjson";

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

    /** Returns whether the body says that it has a request in each of its lines. */
    static boolean isLines(Context ctx) {
        String type = ctx.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(LINES);
    }

    static List<GenerationRequest> requests(Context ctx) {
        List<String> lines =
                new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8).lines().toList();
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                requests.add(request(i + 1, lines.get(i)));
            }
        }
        return requests;
    }

    private static GenerationRequest request(int number, String line) {
        try {
            return GenerationRequest.fromJson(line);
        } catch (StacGeneratorException e) {
            throw new StacGeneratorException(e.code(), "line %d: %s".formatted(number, e.getMessage()), e);
        }
    }

    static void answer(Context ctx, Map<String, ?> members) {
        ctx.contentType(ContentType.JSON).result(JsonText.compact(members));
    }
}
