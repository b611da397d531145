package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.StatisticsMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A raster that hands on what it is asked to another one, for a reader that wraps what others open: it overrides what
 * it says or does otherwise. Used by one thread.
 *
 * @since 0.1.0
 */
public abstract class ForwardingRaster implements Raster {

    private final Raster raster;

    /**
     * Wraps a raster.
     *
     * @param raster the raster, which is closed with this
     */
    protected ForwardingRaster(Raster raster) {
        this.raster = requireNonNull(raster, "raster");
    }

    @Override
    public RasterInfo info() {
        return raster.info();
    }

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        return raster.statistics(mode);
    }

    @Override
    public Optional<ValidityMask> validity(int side) throws IOException {
        return raster.validity(side);
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
        return raster.readWindow(window, bands);
    }

    @Override
    public Optional<List<BandValues>> preview(RasterSize size, int... bands) throws IOException {
        return raster.preview(size, bands);
    }

    @Override
    public void close() throws IOException {
        raster.close();
    }
}
