package io.stacgenerator.internal.pipeline.service;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.StacExtension;
import org.jspecify.annotations.Nullable;

/** Turns what a service threw into the exception of the library. */
public final class ServiceFailures {

    private ServiceFailures() {}

    /** Something that a service does. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /** Something that a service does without an answer. */
    @FunctionalInterface
    public interface Step<E extends Exception> {

        void run() throws E;
    }

    /** Lets a service answer; where it breaks down, the exception names it. */
    public static <T, E extends Exception> T ask(Service service, Work<T, E> work) throws E {
        try {
            return work.run();
        } catch (StacGeneratorException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            Throwable cause = Secrets.redact(e);
            throw new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "%s '%s' (%s) failed with %s, which is a fault to be reported to its authors"
                            .formatted(
                                    kind(service),
                                    service.id(),
                                    service.getClass().getName(),
                                    cause),
                    cause);
        }
    }

    /** Lets a service work, as {@link #ask} does. */
    public static <E extends Exception> void run(Service service, Step<E> step) throws E {
        ServiceFailures.<Boolean, E>ask(service, () -> {
            step.run();
            return true;
        });
    }

    private static String kind(Service service) {
        if (service instanceof StacExtension) {
            return "extension";
        }
        return service instanceof RasterReader ? "raster reader" : "metadata parser";
    }

    public static StacGeneratorException of(@Nullable Throwable failure) {
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
