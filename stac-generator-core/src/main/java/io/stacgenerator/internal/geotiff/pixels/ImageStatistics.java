package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.BandStatistics;
import io.stacgenerator.spi.RasterBand;
import io.stacgenerator.spi.StorageObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statistics of the bands of a TIFF, from its pixels. Used by one thread. */
public final class ImageStatistics implements Closeable {

    private final StorageObject object;
    private final TiffFile file;
    private final List<RasterBand> bands;
    private final Masks masks;

    /**
     * Prepares to read pixels.
     *
     * @param object the bytes of the file
     * @param file its structure
     * @param bands its bands
     * @param mask a file of masks that stands for those in the file, or null; closed with this
     */
    public ImageStatistics(StorageObject object, TiffFile file, List<RasterBand> bands, @Nullable StorageObject mask)
            throws IOException {
        this.object = object;
        this.file = file;
        this.bands = bands;
        this.masks = mask == null ? Masks.within(object, file) : Masks.beside(mask);
    }

    /** Reads all pixels; empty where they are compressed or packed in a way that is not supported. */
    public Optional<List<BandStatistics>> exact() throws IOException {
        return read(file.main(), BlockSample::all);
    }

    /** Reads the smallest image that is detailed enough, or a sample of a large one; empty as {@link #exact}. */
    public Optional<List<BandStatistics>> approximate() throws IOException {
        Ifd smallest = file.main();
        for (Ifd overview : file.overviews()) {
            boolean detailed = overview.longerSide() >= BlockSample.SIDE;
            boolean masked = masks.none() || masks.of(overview).isPresent();
            if (detailed && masked && overview.longerSide() < smallest.longerSide()) {
                smallest = overview;
            }
        }
        return read(smallest, BlockSample::some);
    }

    private Optional<List<BandStatistics>> read(Ifd image, Function<BlockGrid, BlockSample> sampling)
            throws IOException {
        try (BlockReader pixels = BlockReader.open(object, file.bytes(), image).orElse(null)) {
            if (pixels == null) {
                return Optional.empty();
            }
            BlockSample sample = sampling.apply(pixels.grid());
            Optional<Ifd> mask = masks.of(image);
            return mask.isEmpty()
                    ? new PixelStatistics(pixels, null, bands, sample).read()
                    : readMasked(pixels, mask.get(), sample);
        }
    }

    private Optional<List<BandStatistics>> readMasked(BlockReader pixels, Ifd mask, BlockSample sample)
            throws IOException {
        try (BlockReader valid = masks.read(mask).orElse(null)) {
            return valid == null ? Optional.empty() : new PixelStatistics(pixels, valid, bands, sample).read();
        }
    }

    @Override
    public void close() throws IOException {
        masks.close();
    }
}
