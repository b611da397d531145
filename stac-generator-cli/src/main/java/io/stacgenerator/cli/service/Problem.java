package io.stacgenerator.cli.service;

import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, in the form of RFC 9457 with {@code code}, {@code faults} and {@code warnings} added.
 */
record Problem(HttpStatus status, @Nullable ErrorCode code, String detail, List<Fault> faults, List<Warning> warnings) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Hides credentials, as the library does in all that it says. */
    Problem {
        detail = new Fault("", detail).message();
    }

    Problem(HttpStatus status, String detail) {
        this(status, null, detail, List.of(), List.of());
    }

    static Problem of(StacGeneratorException failure) {
        return new Problem(
                status(failure.code()),
                failure.code(),
                String.valueOf(failure.getMessage()),
                failure.faults(),
                failure.warnings());
    }

    private static HttpStatus status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, UNKNOWN_EXTENSION -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_JOB -> HttpStatus.NOT_FOUND;
            case JOB_CONFLICT -> HttpStatus.CONFLICT;
            case QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case STORAGE_UNAVAILABLE, ASSET_CHANGED, QUEUE_UNAVAILABLE, CANCELED -> HttpStatus.SERVICE_UNAVAILABLE;
            case INVALID_SERVICE, INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** Returns whether the same request may be answered when it is sent again a little later. */
    boolean passes() {
        return status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", status.getMessage());
        json.put("status", status.getCode());
        json.put("detail", detail);
        if (code != null) {
            json.put("code", code.name());
        }
        if (!faults.isEmpty()) {
            json.put("faults", faults.stream().map(Problem::json).toList());
        }
        if (!warnings.isEmpty()) {
            json.put("warnings", warnings.stream().map(Warning::toMap).toList());
        }
        return JsonText.compact(json);
    }

    private static Map<String, String> json(Fault fault) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("pointer", fault.pointer());
        json.put("message", fault.message());
        return json;
    }
}
