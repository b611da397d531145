package io.stacgenerator.internal.storage.object;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Turns what a resolver throws into an exception with a code and without credentials. */
public final class Failures {

    private Failures() {}

    /** Something that a resolver does. */
    @FunctionalInterface
    public interface Action<T> {

        /**
         * Does it.
         *
         * @return what comes of it
         * @throws IOException when that fails
         */
        T run() throws IOException;
    }

    /**
     * Runs an action and translates what it throws.
     *
     * @param href the form of the href that may be published
     * @param action what to run
     * @return what the action returns
     * @throws StacGeneratorException when the action fails
     */
    public static <T> T translate(String href, Action<T> action) {
        try {
            return action.run();
        } catch (IOException | RuntimeException e) {
            throw translated(href, e);
        }
    }

    /**
     * Translates a failure.
     *
     * @param href the form of the href that may be published
     * @param failure what a resolver threw
     * @return an exception with a code and without credentials
     */
    public static StacGeneratorException translated(String href, Exception failure) {
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
