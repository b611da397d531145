package io.stacgenerator.spi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.util.concurrent.Callable;

/** Runs tasks in the calling thread, with the errors of {@link GenerationContext#runAll}. */
final class Tasks {

    private Tasks() {}

    static <T> T call(Callable<T> task) throws IOException {
        try {
            return task.call();
        } catch (IOException | StacGeneratorException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "the calling thread was interrupted", e);
        } catch (Exception e) {
            throw new StacGeneratorException(ErrorCode.INTERNAL, "a task failed with %s".formatted(e), e);
        }
    }
}
