package io.stacgenerator.internal.geotiff.pixels;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import java.io.IOException;

/** Finds files that were cut off after their header. */
public final class PixelBounds {

    private PixelBounds() {}

    /** Checks that the first and the last block of an image lie within the file, as far as no more is to be read. */
    public static void check(Ifd image) throws IOException {
        Tag offsets = image.blockOffsets();
        Tag byteCounts = image.blockByteCounts();
        if (offsets != null && byteCounts != null && offsets.count() == byteCounts.count()) {
            check(offsets, byteCounts, 0);
            check(offsets, byteCounts, offsets.count() - 1);
        }
    }

    private static void check(Tag offsets, Tag byteCounts, long index) throws IOException {
        if (!offsets.atHand(index) || !byteCounts.atHand(index)) {
            return;
        }
        long offset = offsets.integer(index);
        long length = byteCounts.integer(index);
        if (!offsets.bytes().holds(offset, length)) {
            throw invalid(
                    "block %d has %d bytes at offset %d, but the file has %d bytes",
                    index, length, offset, offsets.bytes().size());
        }
    }
}
