package com.acme.stac;

import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.RasterReaderContract;

class AcmeArchiveReaderTest extends RasterReaderContract {

    @Override
    protected RasterReader reader() {
        return new AcmeArchiveReader();
    }

    @Override
    protected byte[] example() {
        return Grids.zipped();
    }

    @Override
    protected GenerationContext context() {
        return FakeContext.of().with(new AcmeGridReader());
    }
}
