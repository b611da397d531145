package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The main image of a TIFF and its overviews, in its file or in one next to it, with their masks. Used by one thread.
 */
public final class Images implements Closeable {

    private final StorageObject object;
    private final TiffFile file;
    private final @Nullable OverviewFile beside;
    private final Masks masks;
    private final GenerationContext context;

    /**
     * Prepares to read pixels.
     *
     * @param object the bytes of the file
     * @param file its structure
     * @param beside the overviews of a file that has none itself, or null
     * @param mask a file of masks that stands for those in the file, or null; closed with this
     * @param context runs what several threads may do
     */
    public Images(
            StorageObject object,
            TiffFile file,
            @Nullable OverviewFile beside,
            @Nullable StorageObject mask,
            GenerationContext context)
            throws IOException {
        this.object = object;
        this.file = file;
        this.beside = beside;
        this.context = context;
        this.masks = mask == null ? Masks.within(object, file) : Masks.beside(mask);
    }

    Image main() {
        return new Image(object, file, file.main(), masks, context);
    }

    /** Returns whether a mask says which pixels are valid. */
    public boolean masked() {
        return !masks.none();
    }

    List<Image> overviews() throws IOException {
        List<Image> overviews = new ArrayList<>();
        for (Ifd each : file.overviews()) {
            overviews.add(new Image(object, file, each, masks, context));
        }
        if (overviews.isEmpty() && beside != null) {
            Masks within = Masks.within(beside.object(), beside.file());
            for (Ifd each : beside.images()) {
                overviews.add(new Image(beside.object(), beside.file(), each, within, context));
            }
        }
        return overviews;
    }

    /**
     * Returns the smallest image that is detailed enough, and has a mask where the main image has one; the main image
     * where no overview does.
     */
    Image smallest(Predicate<RasterSize> isDetailed) throws IOException {
        Image smallest = main();
        boolean masked = smallest.masked();
        for (Image overview : overviews()) {
            boolean detailed = isDetailed.test(overview.ifd().size()) && (!masked || overview.masked());
            smallest = detailed && overview.longerSide() < smallest.longerSide() ? overview : smallest;
        }
        return smallest;
    }

    @Override
    public void close() throws IOException {
        masks.close();
    }

    /** An image of a file, and where its mask may be. */
    record Image(StorageObject object, TiffFile file, Ifd ifd, Masks masks, GenerationContext context) {

        int longerSide() throws IOException {
            return ifd.longerSide();
        }

        boolean masked() throws IOException {
            return masks.of(ifd).isPresent();
        }

        /** Opens the pixels; empty where they are compressed or packed in a way that is not supported. */
        Optional<BlockReader> open() throws IOException {
            return BlockReader.open(object, file.bytes(), ifd);
        }

        /** Opens the pixels for several threads; empty as {@link #open}. */
        Optional<BlockReaders> openAll() throws IOException {
            return BlockReaders.open(object, file.bytes(), ifd, context);
        }

        /** Opens the mask of an image that has one; empty as {@link #open}. */
        Optional<BlockReader> openMask() throws IOException {
            return masks.read(masks.of(ifd).orElseThrow());
        }
    }
}
