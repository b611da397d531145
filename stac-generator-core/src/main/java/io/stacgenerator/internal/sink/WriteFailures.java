package io.stacgenerator.internal.sink;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Says which target could not be written, and why. */
final class WriteFailures {

    private WriteFailures() {}

    static StacGeneratorException of(String href, IOException failure) {
        ErrorCode code = failure instanceof AccessDeniedException
                ? ErrorCode.ACCESS_DENIED
                : failure instanceof FileAlreadyExistsException
                        ? ErrorCode.INVALID_TARGET
                        : ErrorCode.STORAGE_UNAVAILABLE;
        return new StacGeneratorException(
                code,
                "%s cannot be written: %s".formatted(Secrets.published(href), reason(failure)),
                Secrets.redact(failure));
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is not a folder";
        }
        String message = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
        return Secrets.redact(message);
    }
}
