package io.stacgenerator.internal.pipeline;

import io.stacgenerator.spi.raster.ForwardingRaster;
import io.stacgenerator.spi.raster.Raster;

/** A raster that its user does not close, as others use it after that. */
final class LentRaster extends ForwardingRaster {

    LentRaster(Raster raster) {
        super(raster);
    }

    @Override
    public void close() {}
}
