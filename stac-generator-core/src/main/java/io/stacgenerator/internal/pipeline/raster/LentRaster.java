package io.stacgenerator.internal.pipeline.raster;

import io.stacgenerator.spi.raster.ForwardingRaster;
import io.stacgenerator.spi.raster.Raster;

/** A raster that its user does not close, as others use it after that. */
public final class LentRaster extends ForwardingRaster {

    public LentRaster(Raster raster) {
        super(raster);
    }

    @Override
    public void close() {}
}
