package io.stacgenerator.spi.sink;

/**
 * Calls storages over the HTTP of the generator, with its timeouts, proxy and limits. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StorageCalls {

    /**
     * Calls a storage. What may pass is tried again, as with {@link SinkContext#call}. Blocks.
     *
     * @param call what is asked
     * @return the answer, whose status may be any other
     * @throws io.stacgenerator.StacGeneratorException with {@code STORAGE_UNAVAILABLE} when the attempts are used up;
     *     {@code ACCESS_DENIED} when there is no credential; {@code CANCELED} when the thread is interrupted
     */
    StorageReply call(StorageCall call);
}
