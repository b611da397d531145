package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.Raster;
import io.stacgenerator.spi.RasterInfo;

/** An open TIFF. */
final class GeoTiffRaster implements Raster {

    private final RasterInfo info;

    GeoTiffRaster(RasterInfo info) {
        this.info = info;
    }

    @Override
    public RasterInfo info() {
        return info;
    }
}
