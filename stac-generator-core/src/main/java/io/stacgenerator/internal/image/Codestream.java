package io.stacgenerator.internal.image;

import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main header of a JPEG 2000 codestream (ISO/IEC 15444-1, annex A): the markers SIZ and COD.
 *
 * @param size the size of the image
 * @param depths the bits of each component, negative of signed ones
 * @param tiles the size of a tile
 * @param levels the number of decompositions; each halves the image
 */
record Codestream(RasterSize size, List<Integer> depths, RasterSize tiles, int levels) {

    static final int SIGNATURE = 0xFF4FFF51;

    private static final int COD = 0xFF52;
    private static final int TILE = 0xFF90;
    private static final int SIZ_LENGTH = 38;
    private static final int COMPONENT_LENGTH = 3;
    private static final int MAX_DEPTH = 38;
    private static final int MAX_LEVELS = 32;

    /** The header of a file with a marker for each of its components has less. */
    private static final int MOST_MARKERS = 1 << 15;

    /** GDAL makes no overviews of less. */
    private static final int SMALLEST = 128;

    /** A single tile that is larger is read in parts, so that its overviews need not fill it. */
    private static final int READ_WHOLE = 1024;

    /** Reads the header at an offset; null where there is none. */
    static @Nullable Codestream read(TiffBytes bytes, long start) throws IOException {
        if (!bytes.holds(start, 4 + SIZ_LENGTH) || bytes.view(start, 4).getInt(0) != SIGNATURE) {
            return null;
        }
        ByteBuffer siz = bytes.view(start + 4, SIZ_LENGTH);
        int components = siz.getShort(36) & 0xFFFF;
        RasterSize size = size(siz, 4, 12);
        RasterSize tiles = size(siz, 20, 28);
        if (components == 0
                || !bytes.holds(start + 4 + SIZ_LENGTH, (long) components * COMPONENT_LENGTH)
                || size == null) {
            return null;
        }
        ByteBuffer each = bytes.view(start + 4 + SIZ_LENGTH, components * COMPONENT_LENGTH);
        List<Integer> depths = new ArrayList<>();
        for (int i = 0; i < components; i++) {
            int depth = each.get(i * COMPONENT_LENGTH);
            int bits = (depth & 0x7F) + 1;
            if (bits > MAX_DEPTH) {
                return null;
            }
            depths.add(depth < 0 ? -bits : bits);
        }
        return new Codestream(
                size, depths, tiles == null ? size : tiles, levels(bytes, start + 4 + (siz.getShort(0) & 0xFFFF)));
    }

    /** Returns the distance between two corners of the reference grid, or null where it is not positive. */
    private static @Nullable RasterSize size(ByteBuffer siz, int far, int near) {
        long width = (siz.getInt(far) & 0xFFFFFFFFL) - (siz.getInt(near) & 0xFFFFFFFFL);
        long height = (siz.getInt(far + 4) & 0xFFFFFFFFL) - (siz.getInt(near + 4) & 0xFFFFFFFFL);
        boolean possible = width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return possible ? new RasterSize((int) width, (int) height) : null;
    }

    private static int levels(TiffBytes bytes, long first) throws IOException {
        long at = first;
        for (int i = 0; i < MOST_MARKERS && bytes.holds(at, 10); i++) {
            ByteBuffer marker = bytes.view(at, 10);
            int code = marker.getShort(0) & 0xFFFF;
            int length = marker.getShort(2) & 0xFFFF;
            if (code == COD) {
                return Math.min(marker.get(9) & 0xFF, MAX_LEVELS);
            }
            if (code == TILE || length < 2) {
                return 0;
            }
            at += 2 + length;
        }
        return 0;
    }

    /** Returns the sizes of the smaller versions that GDAL offers. */
    List<RasterSize> overviews() {
        List<RasterSize> sizes = new ArrayList<>();
        boolean single = tiles.width() >= size.width() && tiles.height() >= size.height();
        boolean partly = single && Math.max(size.width(), size.height()) > READ_WHOLE;
        RasterSize tile = tiles;
        RasterSize last = size;
        for (int i = 0; i < levels; i++) {
            boolean even = tile.width() % 2 == 0 && tile.height() % 2 == 0;
            if (Math.max(last.width(), last.height()) <= SMALLEST || !(partly || even)) {
                break;
            }
            last = new RasterSize((last.width() + 1) / 2, (last.height() + 1) / 2);
            tile = new RasterSize(Math.max(1, tile.width() / 2), Math.max(1, tile.height() / 2));
            sizes.add(last);
        }
        return sizes;
    }
}
