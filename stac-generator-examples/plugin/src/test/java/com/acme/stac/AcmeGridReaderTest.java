package com.acme.stac;

import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.RasterReaderContract;

class AcmeGridReaderTest extends RasterReaderContract {

    @Override
    protected RasterReader reader() {
        return new AcmeGridReader();
    }

    @Override
    protected byte[] example() {
        return Grids.grid();
    }
}
