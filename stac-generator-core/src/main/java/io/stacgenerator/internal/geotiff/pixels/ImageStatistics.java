package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.pixels.Images.Image;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.RasterBand;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The statistics of the bands of a TIFF, from its pixels. Used by one thread. */
public final class ImageStatistics {

    private final Images images;
    private final List<RasterBand> bands;

    /**
     * Prepares to read pixels.
     *
     * @param images the images of the file
     * @param bands its bands
     */
    public ImageStatistics(Images images, List<RasterBand> bands) {
        this.images = images;
        this.bands = bands;
    }

    /** Reads all pixels; empty where they are compressed or packed in a way that is not supported. */
    public Optional<List<BandStatistics>> exact() throws IOException {
        return read(images.main(), BlockSample::all);
    }

    /** Reads the smallest image that is detailed enough, or a sample of a large one; empty as {@link #exact}. */
    public Optional<List<BandStatistics>> approximate() throws IOException {
        Image smallest = images.main();
        for (Image overview : images.overviews()) {
            boolean detailed = overview.longerSide() >= BlockSample.SIDE;
            boolean masked = !images.masked() || overview.masked();
            if (detailed && masked && overview.longerSide() < smallest.longerSide()) {
                smallest = overview;
            }
        }
        return read(smallest, BlockSample::some);
    }

    private Optional<List<BandStatistics>> read(Image image, Function<BlockGrid, BlockSample> sampling)
            throws IOException {
        try (BlockReaders pixels = image.openAll().orElse(null)) {
            if (pixels == null) {
                return Optional.empty();
            }
            BlockSample sample = sampling.apply(pixels.first().grid());
            return image.masked()
                    ? readMasked(pixels, image, sample)
                    : new PixelStatistics(pixels, null, bands, sample).read();
        }
    }

    private Optional<List<BandStatistics>> readMasked(BlockReaders pixels, Image image, BlockSample sample)
            throws IOException {
        try (BlockReader valid = image.openMask().orElse(null)) {
            return valid == null ? Optional.empty() : new PixelStatistics(pixels, valid, bands, sample).read();
        }
    }
}
