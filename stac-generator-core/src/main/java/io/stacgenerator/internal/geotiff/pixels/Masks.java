package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.StorageObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The masks that say which pixels of an image and of its overviews are valid: in its file, or in one next to it. */
final class Masks implements Closeable {

    private final StorageObject object;
    private final TiffFile file;
    private final List<Ifd> masks;
    private final @Nullable StorageObject owned;

    private Masks(StorageObject object, TiffFile file, List<Ifd> masks, @Nullable StorageObject owned) {
        this.object = object;
        this.file = file;
        this.masks = masks;
        this.owned = owned;
    }

    static Masks within(StorageObject object, TiffFile file) throws IOException {
        return new Masks(object, file, file.masks(), null);
    }

    /** Takes a file of masks, which is closed with this. */
    static Masks beside(StorageObject object) throws IOException {
        try {
            TiffFile file = TiffFile.read(new TiffBytes(object));
            return new Masks(object, file, file.chain(), object);
        } catch (IOException | RuntimeException e) {
            object.close();
            throw e;
        }
    }

    boolean none() {
        return masks.isEmpty();
    }

    /** Returns the mask of an image: the one of its size. */
    Optional<Ifd> of(Ifd image) throws IOException {
        for (Ifd mask : masks) {
            if (mask.size().equals(image.size())) {
                return Optional.of(mask);
            }
        }
        return Optional.empty();
    }

    Optional<BlockReader> read(Ifd mask) throws IOException {
        return BlockReader.open(object, file.bytes(), mask);
    }

    @Override
    public void close() throws IOException {
        if (owned != null) {
            owned.close();
        }
    }
}
