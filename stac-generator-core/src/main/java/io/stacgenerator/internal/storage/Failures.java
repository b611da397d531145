package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Turns what a resolver throws into an exception with a code and without credentials. */
final class Failures {

    private Failures() {}

    /** Something that a resolver does. */
    @FunctionalInterface
    interface Action<T> {

        T run() throws IOException;
    }

    static <T> T translate(String href, Action<T> action) {
        try {
            return action.run();
        } catch (IOException | RuntimeException e) {
            throw translated(href, e);
        }
    }

    static StacGeneratorException translated(String href, Exception failure) {
        if (failure instanceof StacGeneratorException known) {
            return withoutSecrets(known);
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause) {
            return translated(href, cause);
        }
        Throwable redacted = Secrets.redact(failure);
        return new StacGeneratorException(
                code(failure), "%s cannot be read: %s".formatted(href, describe(redacted)), redacted);
    }

    private static StacGeneratorException withoutSecrets(StacGeneratorException failure) {
        Throwable redacted = Secrets.redact((Throwable) failure);
        if (redacted == failure) {
            return failure;
        }
        return new StacGeneratorException(failure.code(), Secrets.redact(describe(failure)), redacted.getCause());
    }

    private static ErrorCode code(Exception failure) {
        if (isInterrupt(failure)) {
            return ErrorCode.CANCELED;
        }
        return failure instanceof IOException ? ErrorCode.STORAGE_UNAVAILABLE : ErrorCode.INTERNAL;
    }

    private static boolean isInterrupt(Exception failure) {
        return failure instanceof ClosedByInterruptException
                || (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException));
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
