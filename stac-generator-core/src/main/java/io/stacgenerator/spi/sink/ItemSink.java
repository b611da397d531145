package io.stacgenerator.spi.sink;

import io.stacgenerator.spi.Service;
import java.util.Locale;
import java.util.Set;

/**
 * A form in which Items are published, such as a file of lines, a table, a catalog or a STAC API.
 *
 * <p>A target is named by what its sink understands, such as {@code items.ndjson}; {@code ID:TARGET} names the sink by
 * its {@link #id()}, which it gets without this prefix.
 *
 * @since 0.1.0
 */
public interface ItemSink extends Service {

    /**
     * Returns how the names of the files end that this sink writes.
     *
     * @return such as {@code .parquet}, in lower case; none by default
     */
    default Set<String> suffixes() {
        return Set.of();
    }

    /**
     * Returns whether this sink writes to a target that does not name its sink. No I/O.
     *
     * @param target such as a path or a URL
     * @return true when its form is the one of this sink; by default, when it ends in one of the {@link #suffixes()},
     *     in any case
     */
    default boolean supports(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return suffixes().stream().anyMatch(name::endsWith);
    }

    /**
     * Returns the names of the options that this sink knows; others are refused before it is opened.
     *
     * @return names of {@link SinkOptions#value}; none by default
     */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Returns whether a target keeps what others have written to it, as a catalog and a service do, so that Items can
     * be published one by one. A file is replaced as a whole.
     *
     * @return true when a writer adds to what is there; false by default
     */
    default boolean adds() {
        return false;
    }

    /**
     * Begins to write.
     *
     * @param target where to, without the id of the sink
     * @param context the options, and what the generator does for sinks
     * @return a writer; the caller closes or aborts it
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_TARGET} when the target is something else
     *     than this sink writes, or an option is wrong; {@code ACCESS_DENIED} or {@code STORAGE_UNAVAILABLE} when it
     *     cannot be written to
     */
    ItemWriter open(String target, SinkContext context);
}
