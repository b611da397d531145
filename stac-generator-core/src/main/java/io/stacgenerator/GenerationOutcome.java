package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of many requests: a result, or the error it failed with.
 *
 * @param request the request
 * @param result the result, or null when the request failed
 * @param error the error, or null when the request succeeded
 * @since 0.1.0
 */
public record GenerationOutcome(
        GenerationRequest request,
        @Nullable GenerationResult result,
        @Nullable StacGeneratorException error) implements JsonObject {

    /** Checks that there is either a result or an error. */
    public GenerationOutcome {
        requireNonNull(request, "request");
        if ((result == null) == (error == null)) {
            throw new IllegalArgumentException("an outcome has either a result or an error");
        }
    }

    /** Returns {@code result} or {@code error}; without the request, whose hrefs may carry credentials. */
    @Override
    public Map<String, Object> toMap() {
        return error == null ? Map.of("result", requireNonNull(result).toMap()) : Map.of("error", error.toMap());
    }

    /**
     * Returns the result of a request that succeeded.
     *
     * @return the result
     * @throws StacGeneratorException the error of a request that failed
     */
    public GenerationResult get() {
        if (error != null) {
            throw error;
        }
        return requireNonNull(result);
    }
}
