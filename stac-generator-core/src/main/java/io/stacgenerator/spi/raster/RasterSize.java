package io.stacgenerator.spi.raster;

import org.jspecify.annotations.Nullable;

/**
 * The size of a raster.
 *
 * @param width the number of columns, at least 1
 * @param height the number of rows, at least 1
 * @since 0.1.0
 */
public record RasterSize(int width, int height) {

    /** Checks that neither side is empty. */
    public RasterSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("raster size %d x %d is empty".formatted(width, height));
        }
    }

    /**
     * Returns whether another size fits into this one.
     *
     * @param other the other size
     * @return true when it has neither more columns nor more rows
     */
    public boolean covers(RasterSize other) {
        return width >= other.width && height >= other.height;
    }

    /** By hand: the JDK makes that of a record of method handles, which takes 5 ms before the first Item. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RasterSize that && width == that.width && height == that.height;
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }
}
