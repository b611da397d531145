package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.testkit.FakeContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Opens images as the pipeline does. */
final class Opening {

    /** Files next to an image are opened like others. */
    static final GenerationContext CONTEXT = FakeContext.of(new FileStorageResolver());

    private Opening() {}

    static Raster open(StorageObject object) {
        try {
            return new GeoTiffReader().open(object, CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RasterInfo info(byte[] file) {
        return open(CountingObject.remote(file)).info();
    }

    static RasterInfo info(TiffImage image) {
        return info(TiffBuilder.of(image).build());
    }
}
