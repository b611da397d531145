package io.stacgenerator.job;

/**
 * Somebody listens to a queue.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface JobSubscription extends AutoCloseable {

    /** Ends the listening; an event that is under way may still arrive. Closing again does nothing. */
    @Override
    void close();
}
