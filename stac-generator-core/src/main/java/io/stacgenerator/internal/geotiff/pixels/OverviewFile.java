package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code .ovr} next to an image: a TIFF of smaller versions of it, and of their masks.
 *
 * @param object the bytes of the file, closed with this
 * @param file its structure
 * @param images the smaller versions, in the order of the file
 * @param sizes their sizes
 */
public record OverviewFile(StorageObject object, TiffFile file, List<Ifd> images, List<RasterSize> sizes)
        implements Closeable {

    /** Reads the structure of the overviews of an image; closes their file where that fails. */
    public static OverviewFile open(StorageObject object, Ifd image) throws IOException {
        try {
            TiffFile file = TiffFile.read(new TiffBytes(object));
            List<Ifd> images = new ArrayList<>();
            List<RasterSize> sizes = new ArrayList<>();
            for (Ifd ifd : file.chain()) {
                if (!ifd.mask() && ifd.sameSamples(image)) {
                    images.add(ifd);
                    sizes.add(ifd.size());
                }
            }
            return new OverviewFile(object, file, images, sizes);
        } catch (IOException | RuntimeException e) {
            object.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        object.close();
    }
}
