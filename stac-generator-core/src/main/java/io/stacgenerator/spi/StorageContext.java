package io.stacgenerator.spi;

import io.stacgenerator.StoragePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StorageResolver} is told with each object to open.
 *
 * @since 0.1.0
 */
public interface StorageContext {

    /**
     * Returns what may be read. A resolver asks it for every href, and for every address and redirect that an href
     * leads to.
     *
     * @return the policy
     */
    StoragePolicy policy();

    /**
     * Returns when the time of the request is up. A resolver that may wait long gives up with {@code LIMIT_EXCEEDED}
     * then; the generator checks it between reads in any case.
     *
     * @return the time, or null when it is not limited
     */
    default @Nullable Instant deadline() {
        return null;
    }
}
