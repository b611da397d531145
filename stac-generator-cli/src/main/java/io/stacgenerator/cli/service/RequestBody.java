package io.stacgenerator.cli.service;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The body of a call: one request, or many as an array or one in each line. */
record RequestBody(boolean isLines, String text) {

    private static final String LINES = "application/x-ndjson";

    /**
     * Reads the body. Bodies that do not call themselves JSON are refused: a browser sends them for any page that asks
     * it to, also to a service on its own machine.
     */
    static RequestBody of(Context ctx) {
        String given = ctx.contentType();
        String type = given == null ? "" : given;
        boolean isLines = type.toLowerCase(Locale.ROOT).startsWith(LINES);
        if (!isLines && !type.toLowerCase(Locale.ROOT).startsWith(ContentType.JSON)) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the header Content-Type is '%s', expected application/json".formatted(type));
        }
        return new RequestBody(isLines, new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8));
    }

    boolean isMany() {
        return isLines || text.stripLeading().startsWith("[");
    }

    GenerationRequest request() {
        if (isLines) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the header Content-Type is '%s', expected application/json".formatted(LINES));
        }
        return GenerationRequest.fromJson(text);
    }

    List<GenerationRequest> requests() {
        List<GenerationRequest> requests = isLines ? lines() : elements();
        if (requests.isEmpty()) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_REQUEST, "the body has no request, expected at least one");
        }
        return requests;
    }

    private List<GenerationRequest> lines() {
        List<String> lines = text.lines().toList();
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                requests.add(at("line " + (i + 1), "", () -> GenerationRequest.fromJson(line)));
            }
        }
        return requests;
    }

    private List<GenerationRequest> elements() {
        List<?> elements = array();
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            requests.add(at("element " + i, "/" + i, () -> element(element)));
        }
        return requests;
    }

    /** Reads the array as the member of an object, which is all that the library reads. */
    private List<?> array() {
        try {
            Map<String, Object> wrapped = JsonText.parse("{\"requests\":" + text + "}");
            if (wrapped.size() == 1 && wrapped.get("requests") instanceof List<?> elements) {
                return elements;
            }
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "body " + e.getMessage(), e);
        }
        throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "the body goes on after its array of requests");
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static GenerationRequest element(Object element) {
        if (element instanceof Map<?, ?> members) {
            return GenerationRequest.fromMap((Map<String, ?>) members);
        }
        throw new StacGeneratorException(
                ErrorCode.INVALID_REQUEST, "expected the object of a request, got %s".formatted(element));
    }

    /** Says of a fault which request has it. */
    private static GenerationRequest at(String place, String pointer, Supplier<GenerationRequest> request) {
        try {
            return request.get();
        } catch (StacGeneratorException e) {
            String message = "%s: %s".formatted(place, e.getMessage());
            if (e.faults().isEmpty()) {
                throw new StacGeneratorException(e.code(), message, e);
            }
            List<Fault> faults = e.faults().stream()
                    .map(fault -> new Fault(pointer + fault.pointer(), fault.message()))
                    .toList();
            throw new StacGeneratorException(e.code(), "%s: invalid request".formatted(place), faults);
        }
    }
}
