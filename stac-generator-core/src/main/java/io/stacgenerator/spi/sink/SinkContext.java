package io.stacgenerator.spi.sink;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sink is given to write Items. Thread-safe.
 *
 * @since 0.1.0
 */
public interface SinkContext {

    /**
     * Returns how to write.
     *
     * @return the options
     */
    SinkOptions options();

    /**
     * Returns the fields that are known: the common metadata, and those of the installed extensions and of public ones.
     *
     * @return the fields, ordered by name
     */
    List<Field> fields();

    /**
     * Starts a summary of the Items of one Collection.
     *
     * @return an empty summary, not thread-safe
     */
    CollectionSummary summary();

    /**
     * Reports that an Item was not written.
     *
     * @param item the Item
     * @param reason why
     */
    void rejected(StacItem item, StacGeneratorException reason);

    /**
     * Reads a small file of the target, such as the catalog that is added to.
     *
     * @param href its place
     * @return its content; empty when there is none
     * @throws StacGeneratorException when the storage cannot be read, or no installed one supports the href
     */
    Optional<StoredFile> read(String href);

    /**
     * Begins a file, which appears when it is committed.
     *
     * @param href its place
     * @param replaced the version of the file that may be replaced, by {@link StoredFile#version()}, an empty string
     *     when there may be none; null to replace any
     * @return the file; the caller commits or discards it
     * @throws StacGeneratorException when the storage cannot be written to, or no installed one supports the href
     */
    StagedFile create(String href, @Nullable String replaced);

    /**
     * Opens another target next to this one, such as a table of what a catalog holds.
     *
     * @param target where Items go
     * @param options how
     * @return a writer; the caller closes or aborts it
     * @throws StacGeneratorException with {@code INVALID_TARGET} when no installed sink writes there, or as
     *     {@link ItemSink#open} says
     * @throws UnsupportedOperationException when this context is not that of a generator
     */
    default ItemWriter open(String target, SinkOptions options) {
        throw new UnsupportedOperationException("this context opens no targets");
    }

    /**
     * Calls a service over the HTTP of the generator, with its timeouts, proxy and limits, and the headers of the
     * {@linkplain SinkOptions#headers() options}, which are asked for each attempt. What may pass is tried again: no
     * connection, no answer in time, status 408, 425, 429, 500, 502, 503 and 504, after the time that the service names
     * by {@code Retry-After}. A redirect is followed when it keeps the method; the headers stay with the host of the
     * URL. Blocks.
     *
     * @param call what is asked
     * @return the answer, whose status may be any other
     * @throws StacGeneratorException with {@code STORAGE_UNAVAILABLE} when the attempts are used up;
     *     {@code ACCESS_DENIED} when there is no credential; {@code CANCELED} when the thread is interrupted
     * @throws UnsupportedOperationException when this context is not that of a generator
     */
    default ApiReply call(ApiCall call) {
        throw new UnsupportedOperationException("this context calls no services");
    }
}
