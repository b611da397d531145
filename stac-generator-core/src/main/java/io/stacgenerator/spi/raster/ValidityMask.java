package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Which parts of a raster have data. Its cells divide the raster evenly: where the mask has {@code n} columns, column
 * {@code i} covers the part from {@code i / n} to {@code (i + 1) / n} of the raster's width, and so with rows.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ValidityMask {

    /** A line across an image is less than a hundredth of it; an image with so few data is compressed to little. */
    private static final double SPARSE = 0.05;

    private static final ValidityMask EVERYWHERE =
            new ValidityMask(new RasterSize(1, 1), BitSet.valueOf(new long[] {1}));

    private final RasterSize size;
    private final BitSet valid;

    /**
     * Creates a mask.
     *
     * @param size the number of columns and rows of the mask, at most 2^31 cells
     * @param valid row by row, whether any pixel of a cell has data; copied
     * @throws IllegalArgumentException when a cell is set that is not in the mask
     * @throws ArithmeticException when there are more cells
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
     * Returns whether a cell has data.
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
     * Returns whether every cell has data.
     *
     * @return true when the data fill the raster
     */
    public boolean full() {
        return count() == size.width() * size.height();
    }

    /**
     * Returns whether so few cells have data that those of an overview do not suffice: where pixels were left out to
     * make it, thin lines are in pieces or gone.
     *
     * @return true when less than a twentieth of the cells have data
     */
    public boolean sparse() {
        return count() < SPARSE * size.width() * size.height();
    }

    /**
     * Starts the mask of an image.
     *
     * @param image the size of the image, of the full resolution or of an overview
     * @param side the number of cells on the longer side of the mask, at least 1: not less where the image has as many
     *     pixels, and less than twice as many
     * @return a builder
     * @throws IllegalArgumentException when the side is less than 1
     */
    public static Builder builder(RasterSize image, int side) {
        return new Builder(image, side);
    }

    /** Collects the valid pixels of an image; not thread-safe. */
    public static final class Builder {

        private final RasterSize image;
        private final RasterSize size;
        private final BitSet cells = new BitSet();

        private Builder(RasterSize image, int side) {
            if (side < 1) {
                throw new IllegalArgumentException("side is %d cells, expected at least 1".formatted(side));
            }
            this.image = requireNonNull(image, "image");
            int pixelsPerCell = Math.max(1, Math.max(image.width(), image.height()) / side);
            this.size = new RasterSize(cells(image.width(), pixelsPerCell), cells(image.height(), pixelsPerCell));
        }

        private static int cells(int pixels, int pixelsPerCell) {
            return (pixels - 1) / pixelsPerCell + 1;
        }

        /**
         * Adds valid pixels side by side. A cell is valid where a part of any of them is in it.
         *
         * @param column the column of the first in the image
         * @param row their row
         * @param count how many they are, at least 1
         * @return this
         */
        public Builder add(int column, int row, int count) {
            int left = first(column, size.width(), image.width());
            int right = last(column + count, size.width(), image.width());
            int bottom = last(row + 1, size.height(), image.height());
            for (int y = first(row, size.height(), image.height()); y <= bottom; y++) {
                cells.set(y * size.width() + left, y * size.width() + right + 1);
            }
            return this;
        }

        /**
         * Returns whether nothing can be added of some pixels side by side, as all of their cells have data.
         *
         * @param column the column of the first in the image
         * @param row their row
         * @param count how many they are, at least 1
         * @return true where it does not matter which of them are valid
         */
        public boolean marked(int column, int row, int count) {
            int left = first(column, size.width(), image.width());
            int right = last(column + count, size.width(), image.width());
            int bottom = last(row + 1, size.height(), image.height());
            for (int y = first(row, size.height(), image.height()); y <= bottom; y++) {
                if (cells.nextClearBit(y * size.width() + left) <= y * size.width() + right) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Adds those of some pixels side by side that are valid.
         *
         * @param column the column of the first in the image
         * @param row their row
         * @param count how many they are
         * @param valid says whether one is valid, by its place among them from 0
         * @return this
         */
        public Builder add(int column, int row, int count, IntPredicate valid) {
            int right = last(column + count, size.width(), image.width());
            int top = first(row, size.height(), image.height());
            int bottom = last(row + 1, size.height(), image.height());
            for (int x = first(column, size.width(), image.width()); x <= right; x++) {
                if (!isMarked(x, top, bottom) && anyValid(x, column, count, valid)) {
                    for (int y = top; y <= bottom; y++) {
                        cells.set(y * size.width() + x);
                    }
                }
            }
            return this;
        }

        /** Of a cell that has data, no further pixel need be asked for. */
        private boolean isMarked(int x, int top, int bottom) {
            for (int y = top; y <= bottom; y++) {
                if (!cells.get(y * size.width() + x)) {
                    return false;
                }
            }
            return true;
        }

        /** Returns whether any of the pixels is valid that have a part in a column of cells. */
        private boolean anyValid(int x, int column, int count, IntPredicate valid) {
            long width = image.width();
            int start = (int) (x * width / size.width());
            int end = (int) (((x + 1) * width + size.width() - 1) / size.width());
            int last = Math.min(column + count, end);
            for (int i = Math.max(column, start); i < last; i++) {
                if (valid.test(i - column)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Adds the valid pixels that another builder of the same image has collected.
         *
         * @param other a builder with the same sizes
         * @return this
         * @throws IllegalArgumentException when the sizes differ
         */
        public Builder addAll(Builder other) {
            if (!image.equals(other.image) || !size.equals(other.size)) {
                throw new IllegalArgumentException("a mask of %s cells for an image of %s is not one of %s for %s"
                        .formatted(other.size, other.image, size, image));
            }
            cells.or(other.cells);
            return this;
        }

        private static int first(int pixel, int cells, int pixels) {
            return (int) ((long) pixel * cells / pixels);
        }

        private static int last(int endPixel, int cells, int pixels) {
            return (int) (((long) endPixel * cells - 1) / pixels);
        }

        /**
         * Makes the mask.
         *
         * @return an immutable mask
         */
        public ValidityMask build() {
            return new ValidityMask(size, cells);
        }
    }
}
