package io.stacgenerator.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import org.jspecify.annotations.Nullable;

/** Turns what a service threw into the exception of the library. */
final class ServiceFailures {

    private ServiceFailures() {}

    static StacGeneratorException of(@Nullable Throwable failure) {
        if (failure instanceof StacGeneratorException known) {
            return known;
        }
        if (failure instanceof Error error && !(error instanceof LinkageError)) {
            throw error;
        }
        Throwable cause = Secrets.redact(requireNonNull(failure, "failure"));
        return new StacGeneratorException(
                ErrorCode.INTERNAL,
                "a service or the library failed with %s, which is a fault to be reported".formatted(cause),
                cause);
    }
}
