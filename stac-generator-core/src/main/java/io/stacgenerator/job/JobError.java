package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a job failed, the last time that it ran.
 *
 * @param code the kind of failure; {@code INTERNAL} for a kind that a newer worker knows and this library does not
 * @param message what failed; never holds a credential
 * @since 0.1.0
 */
public record JobError(ErrorCode code, String message) {

    /** Checks that nothing is null. */
    public JobError {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    /**
     * Keeps what an exception says.
     *
     * @param exception the exception
     * @return its code and message
     */
    public static JobError of(StacGeneratorException exception) {
        return new JobError(exception.code(), String.valueOf(exception.getMessage()));
    }

    /**
     * Returns this error as JSON members.
     *
     * @return {@code code} and {@code message}
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("message", message);
        return map;
    }
}
