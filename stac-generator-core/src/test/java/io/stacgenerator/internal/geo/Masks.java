package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.BitSet;

/** Masks of cells that have data. */
final class Masks {

    /** Says which cells have data. */
    @FunctionalInterface
    interface Cells {
        boolean valid(int x, int y);
    }

    private Masks() {}

    static ValidityMask where(int width, int height, Cells cells) {
        BitSet valid = new BitSet();
        for (int i = 0; i < width * height; i++) {
            valid.set(i, cells.valid(i % width, i / width));
        }
        return new ValidityMask(new RasterSize(width, height), valid);
    }

    /** Reads rows of cells, where {@code #} has data. */
    static ValidityMask of(String... rows) {
        return where(rows[0].length(), rows.length, (x, y) -> rows[y].charAt(x) == '#');
    }
}
