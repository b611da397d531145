package io.stacgenerator.spi;

import java.util.Optional;

/**
 * What every service has: an id and a place in the order.
 *
 * <p>A service needs a public constructor without arguments to be found by {@link java.util.ServiceLoader}. Its methods
 * are called by several threads at once and must be thread-safe. The constructor must be cheap: costly resources are
 * opened on first use.
 *
 * @since 0.1.0
 */
public interface Service {

    /**
     * Returns the name of this service, unique among services of its kind. A service installed on
     * {@link io.stacgenerator.StacGenerator.Builder} replaces a discovered one of the same id.
     *
     * @return lower-case letters, digits and {@code -}, such as {@code geotiff}
     */
    String id();

    /**
     * Returns the place in the order in which services of one kind are asked; lower goes first, equal ones by id. The
     * built-in services use 0 and above.
     *
     * @return the order
     */
    default int order() {
        return 0;
    }

    /**
     * Returns what this service lacks to do its work, such as a native library, and how to add it.
     *
     * @return one sentence; empty, as by default, when nothing is missing
     */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Releases what the service holds, when the generator is closed; does nothing by default. */
    default void shutdown() {}
}
