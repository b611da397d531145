package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;

/**
 * Which parts of a raster have data. Its cells divide the raster evenly: where the mask has {@code n} columns, column
 * {@code i} covers the part from {@code i / n} to {@code (i + 1) / n} of the raster's width, and so with rows.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ValidityMask {

    private static final ValidityMask EVERYWHERE =
            new ValidityMask(new RasterSize(1, 1), BitSet.valueOf(new long[] {1}));

    private final RasterSize size;
    private final BitSet valid;

    /**
     * Creates a mask.
     *
     * @param size the number of columns and rows of the mask, at most 2^31 cells
     * @param valid row by row, whether any pixel of a cell has data; copied
     */
    public ValidityMask(RasterSize size, BitSet valid) {
        this.size = requireNonNull(size, "size");
        this.valid = (BitSet) requireNonNull(valid, "valid").clone();
        int cells = Math.multiplyExact(size.width(), size.height());
        if (this.valid.length() > cells) {
            throw new IllegalArgumentException("cell %d is set in a mask of %d x %d cells"
                    .formatted(this.valid.length() - 1, size.width(), size.height()));
        }
    }

    /**
     * Returns the mask of a raster that has data everywhere, such as one without nodata, mask and alpha.
     *
     * @return a mask of one cell
     */
    public static ValidityMask everywhere() {
        return EVERYWHERE;
    }

    /**
     * Returns the size of the mask.
     *
     * @return columns and rows
     */
    public RasterSize size() {
        return size;
    }

    /**
     * Tells whether a cell has data.
     *
     * @param column from 0 at the left
     * @param row from 0 at the top
     * @return true when any pixel in it is valid; false outside of the mask
     */
    public boolean valid(int column, int row) {
        return column >= 0
                && row >= 0
                && column < size.width()
                && row < size.height()
                && valid.get(row * size.width() + column);
    }

    /**
     * Returns the number of cells that have data.
     *
     * @return 0 for a raster without any valid pixel
     */
    public int count() {
        return valid.cardinality();
    }

    /**
     * Tells whether every cell has data.
     *
     * @return true when the data fill the raster
     */
    public boolean full() {
        return count() == size.width() * size.height();
    }
}
