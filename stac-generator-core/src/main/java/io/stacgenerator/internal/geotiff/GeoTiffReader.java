package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.Raster;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads TIFF, BigTIFF, GeoTIFF and Cloud Optimized GeoTIFF. */
public final class GeoTiffReader implements RasterReader {

    @Override
    public String id() {
        return "geotiff";
    }

    @Override
    public boolean recognises(ByteBuffer head, StorageObject object) {
        return TiffFile.recognises(head);
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        TiffFile file = TiffFile.read(new TiffBytes(object));
        return new GeoTiffRaster(object, file, new TiffDescription(file, object).read(), context);
    }
}
