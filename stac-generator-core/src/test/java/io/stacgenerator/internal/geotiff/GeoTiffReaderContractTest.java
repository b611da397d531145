package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.RasterReaderContract;

final class GeoTiffReaderContractTest extends RasterReaderContract {

    @Override
    protected RasterReader reader() {
        return new GeoTiffReader();
    }

    @Override
    protected byte[] example() {
        TiffImage image = TiffImage.of(40, 30)
                .bands(2)
                .tiles(16, 16)
                .codec(TiffCodecs.DEFLATE, 2)
                .pixels((band, column, row) -> column + row + band)
                .located(500000, 4600000, 10, 32633)
                .text(TagId.GDAL_NODATA, "0");
        return TiffBuilder.of(image).cog().build();
    }
}
