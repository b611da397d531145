package io.stacgenerator.spi.sink;

import io.stacgenerator.model.StacItem;

/**
 * Items on their way to a target. {@link #accept} is called by several threads at once; {@link #close} and
 * {@link #abort} by one, after them. One of the two ends the writer, and the other does nothing then.
 *
 * @since 0.1.0
 */
public interface ItemWriter extends AutoCloseable {

    /**
     * Takes an Item. What is wrong with this Item alone, now or when it is written later, goes to
     * {@link SinkContext#rejected}.
     *
     * @param item the Item
     * @throws io.stacgenerator.StacGeneratorException when the target cannot be written to at all; the writer takes no
     *     more Items then, and is to be aborted
     */
    void accept(StacItem item);

    /**
     * Writes what waits and commits: the target is complete when this returns.
     *
     * @throws io.stacgenerator.StacGeneratorException when it cannot be; nothing half-written has its final name then
     */
    @Override
    void close();

    /**
     * Gives up: what has no final name yet is removed. Items that a target took one by one, such as a STAC API, stay
     * there.
     */
    void abort();
}
