package io.stacgenerator.spi;

import io.stacgenerator.StatisticsMode;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An open raster. Used by one thread.
 *
 * @since 0.1.0
 */
public interface Raster extends Closeable {

    /**
     * Returns what the file says of itself. No I/O.
     *
     * @return the description
     */
    RasterInfo info();

    /**
     * Returns statistics of the bands. May read pixels and block, in memory that does not grow with the raster.
     *
     * @param mode {@code APPROXIMATE} or {@code EXACT}
     * @return an entry for each band of {@link #info()}, in that order; empty where this reader cannot read the pixels,
     *     as by default
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} when pixels cannot be decoded
     * @throws IOException when reading fails
     */
    default Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        return Optional.empty();
    }

    @Override
    default void close() throws IOException {}
}
