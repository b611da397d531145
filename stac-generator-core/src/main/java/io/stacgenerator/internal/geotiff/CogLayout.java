package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns whether a TIFF is cloud-optimized: OGC 21-026, by the rules that rio-cogeo checks. The directories come
 * first, from the main image to the smallest overview; the pixels follow the other way round; large images are tiled.
 */
final class CogLayout {

    private static final int UNTILED_SIDE = 512;
    private static final int MAX_IFD_OFFSET = 300;
    private static final String BROKEN_BY_EDITING = "KNOWN_INCOMPATIBLE_EDITION=YES";

    private final TiffFile file;
    private final List<Ifd> images = new ArrayList<>();

    CogLayout(TiffFile file) throws IOException {
        this.file = file;
        images.add(file.main());
        images.addAll(file.overviews());
    }

    boolean holds() throws IOException {
        return file.main().offset() <= MAX_IFD_OFFSET
                && !brokenByEditing()
                && largeImagesAreTiled()
                && directoriesAscend()
                && pixelsDescend();
    }

    /** The structural metadata that GDAL writes between header and first directory shows later edits. */
    private boolean brokenByEditing() throws IOException {
        int start = file.big() ? 16 : 8;
        int length = (int) (file.main().offset() - start);
        return length > 0
                && ISO_8859_1
                        .decode(file.bytes().view(start, length))
                        .toString()
                        .contains(BROKEN_BY_EDITING);
    }

    private boolean largeImagesAreTiled() throws IOException {
        for (Ifd image : images) {
            RasterSize size = image.size();
            if (!image.tiled() && size.width() > UNTILED_SIDE && size.height() > UNTILED_SIDE) {
                return false;
            }
        }
        return true;
    }

    private boolean directoriesAscend() {
        for (int i = 1; i < images.size(); i++) {
            if (images.get(i).offset() < images.get(i - 1).offset()) {
                return false;
            }
        }
        return true;
    }

    private boolean pixelsDescend() throws IOException {
        int last = images.size() - 1;
        long smallest = firstPixels(images.get(last));
        if (smallest != 0 && smallest < images.get(last).offset()) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (firstPixels(images.get(i)) < firstPixels(images.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Returns where the first strip or tile lies; 0 where it is left out as empty. */
    private static long firstPixels(Ifd image) throws IOException {
        Tag offsets = image.blockOffsets();
        return offsets == null ? 0 : offsets.integer(0);
    }
}
