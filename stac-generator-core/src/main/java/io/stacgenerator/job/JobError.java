package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.json.WrittenMembers;
import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a job failed, the last time that it ran.
 *
 * @param code the kind of failure; {@code INTERNAL} for a kind that a newer worker knows and this library does not
 * @param message what failed; never holds a credential
 * @since 0.1.0
 */
public record JobError(ErrorCode code, String message) implements JsonObject {

    /** Checks that nothing is null, and hides credentials. */
    public JobError {
        requireNonNull(code, "code");
        message = Secrets.hidden(requireNonNull(message, "message"));
    }

    /**
     * Keeps what an exception says.
     *
     * @param exception the exception
     * @return its code, and its message with those of the warnings before it
     */
    public static JobError of(StacGeneratorException exception) {
        String warnings = exception.warnings().stream()
                .map(warning -> "; %s: %s".formatted(warning.code(), warning.message()))
                .collect(Collectors.joining());
        return new JobError(exception.code(), exception.getMessage() + warnings);
    }

    /**
     * Reads an error that was written as JSON.
     *
     * @param json the members
     * @return the error
     * @throws StacGeneratorException with {@code INTERNAL} when it has no code or no message
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JobError fromMap(Map<String, ?> json) {
        WrittenMembers members = new WrittenMembers("error", json);
        return of(members.text("code"), members.text("message"));
    }

    /**
     * Keeps an error that another library, maybe a newer one, has recorded.
     *
     * @param code the name of the kind of failure
     * @param message what failed
     * @return the error, with {@code INTERNAL} for a kind that is not known
     */
    public static JobError of(String code, String message) {
        return new JobError(code(code), message);
    }

    private static ErrorCode code(String name) {
        return Stream.of(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(ErrorCode.INTERNAL);
    }

    /** Returns {@code code} and {@code message}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("message", message);
        return map;
    }
}
