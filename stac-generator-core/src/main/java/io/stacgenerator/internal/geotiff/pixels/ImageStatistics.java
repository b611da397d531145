package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.BandStatistics;
import io.stacgenerator.spi.RasterBand;
import io.stacgenerator.spi.StorageObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
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
    private final @Nullable OverviewFile beside;

    /**
     * Prepares to read pixels.
     *
     * @param object the bytes of the file
     * @param file its structure
     * @param bands its bands
     * @param beside the overviews of a file that has none itself, or null
     * @param mask a file of masks that stands for those in the file, or null; closed with this
     */
    public ImageStatistics(
            StorageObject object,
            TiffFile file,
            List<RasterBand> bands,
            @Nullable OverviewFile beside,
            @Nullable StorageObject mask)
            throws IOException {
        this.object = object;
        this.file = file;
        this.bands = bands;
        this.beside = beside;
        this.masks = mask == null ? Masks.within(object, file) : Masks.beside(mask);
    }

    /** Reads all pixels; empty where they are compressed or packed in a way that is not supported. */
    public Optional<List<BandStatistics>> exact() throws IOException {
        return read(main(), BlockSample::all);
    }

    /** Reads the smallest image that is detailed enough, or a sample of a large one; empty as {@link #exact}. */
    public Optional<List<BandStatistics>> approximate() throws IOException {
        Image smallest = main();
        for (Image overview : overviews()) {
            boolean detailed = overview.ifd.longerSide() >= BlockSample.SIDE;
            boolean masked = masks.none() || overview.mask().isPresent();
            if (detailed && masked && overview.ifd.longerSide() < smallest.ifd.longerSide()) {
                smallest = overview;
            }
        }
        return read(smallest, BlockSample::some);
    }

    private Image main() {
        return new Image(object, file, file.main(), masks);
    }

    private List<Image> overviews() throws IOException {
        List<Image> overviews = new ArrayList<>();
        for (Ifd each : file.overviews()) {
            overviews.add(new Image(object, file, each, masks));
        }
        if (overviews.isEmpty() && beside != null) {
            Masks within = Masks.within(beside.object(), beside.file());
            for (Ifd each : beside.images()) {
                overviews.add(new Image(beside.object(), beside.file(), each, within));
            }
        }
        return overviews;
    }

    private Optional<List<BandStatistics>> read(Image image, Function<BlockGrid, BlockSample> sampling)
            throws IOException {
        try (BlockReaders pixels =
                BlockReaders.open(image.object, image.file.bytes(), image.ifd).orElse(null)) {
            if (pixels == null) {
                return Optional.empty();
            }
            BlockSample sample = sampling.apply(pixels.first().grid());
            return image.mask().isEmpty()
                    ? new PixelStatistics(pixels, null, bands, sample).read()
                    : readMasked(pixels, image, sample);
        }
    }

    private Optional<List<BandStatistics>> readMasked(BlockReaders pixels, Image image, BlockSample sample)
            throws IOException {
        try (BlockReader valid = image.masks.read(image.mask().get()).orElse(null)) {
            return valid == null ? Optional.empty() : new PixelStatistics(pixels, valid, bands, sample).read();
        }
    }

    @Override
    public void close() throws IOException {
        masks.close();
    }

    /** An image of a file, and where its mask may be. */
    private record Image(StorageObject object, TiffFile file, Ifd ifd, Masks masks) {

        Optional<Ifd> mask() throws IOException {
            return masks.of(ifd);
        }
    }
}
