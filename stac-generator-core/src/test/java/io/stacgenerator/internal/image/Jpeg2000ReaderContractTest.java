package io.stacgenerator.internal.image;

import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.RasterReaderContract;

final class Jpeg2000ReaderContractTest extends RasterReaderContract {

    @Override
    protected RasterReader reader() {
        return new Jpeg2000Reader();
    }

    @Override
    protected byte[] example() {
        return new Jp2Builder()
                .geoJp2(TiffImage.of(1, 1).located(500000, 4600000, 10, 32633))
                .build();
    }
}
