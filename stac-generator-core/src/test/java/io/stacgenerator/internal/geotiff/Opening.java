package io.stacgenerator.internal.geotiff;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.Raster;
import io.stacgenerator.spi.RasterInfo;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Opens images as the pipeline does. */
final class Opening {

    /** The reader takes nothing from the request, but opens files beside the image. */
    static final GenerationContext CONTEXT = new GenerationContext() {
        @Override
        public GenerationRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public GenerationOptions options() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void warn(Warning warning) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StorageObject open(String href) throws IOException {
            return CountingObject.local(Path.of(href));
        }
    };

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
