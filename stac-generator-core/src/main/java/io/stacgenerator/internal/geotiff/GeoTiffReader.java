package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.codec.BlockDecoder;
import io.stacgenerator.internal.geotiff.pixels.OverviewFile;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads TIFF, BigTIFF, GeoTIFF and Cloud Optimized GeoTIFF. */
public final class GeoTiffReader implements RasterReader {

    @Override
    public String id() {
        return "geotiff";
    }

    @Override
    public Optional<String> missing() {
        return BlockDecoder.missing();
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return TiffFile.recognizes(head);
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        TiffFile file = TiffFile.read(new TiffBytes(object));
        Sidecars sidecars = new Sidecars(new SideFiles(object, context));
        List<Warning> warnings = new ArrayList<>();
        OverviewFile beside = sidecars.overviews(file.main(), warnings).orElse(null);
        try {
            RasterInfo info = new TiffDescription(file, sidecars, beside, warnings).read();
            return new GeoTiffRaster(object, file, info, sidecars, beside, context);
        } catch (IOException | RuntimeException e) {
            if (beside != null) {
                beside.close();
            }
            throw e;
        }
    }
}
