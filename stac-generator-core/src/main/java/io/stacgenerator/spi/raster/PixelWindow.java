package io.stacgenerator.spi.raster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A part of a raster: some columns of some rows.
 *
 * @param left the first column, from 0 at the left
 * @param top the first row, from 0 at the top
 * @param width the number of columns, at least 1
 * @param height the number of rows, at least 1
 * @since 0.1.0
 */
public record PixelWindow(int left, int top, int width, int height) {

    /** As many values are read at once at most, over all bands: 128 MiB, as each is a double. */
    public static final int MAX_VALUES = 1 << 24;

    /** Checks that the window is not empty and begins and ends where a raster may. */
    public PixelWindow {
        if (left < 0
                || top < 0
                || width < 1
                || height < 1
                || left > Integer.MAX_VALUE - width
                || top > Integer.MAX_VALUE - height) {
            throw new IllegalArgumentException(
                    "the window has %d x %d pixels at column %d and row %d, expected 1 or more pixels and no negative column or row"
                            .formatted(width, height, left, top));
        }
    }

    /**
     * Returns the window of a whole raster.
     *
     * @param size the size of the raster
     * @return all of its pixels
     */
    public static PixelWindow of(RasterSize size) {
        return new PixelWindow(0, 0, size.width(), size.height());
    }

    /**
     * Returns the number of pixels.
     *
     * @return columns times rows
     */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * Checks what {@link Raster#readWindow} was asked for.
     *
     * @param raster the raster that is read
     * @param bands the indices of bands, from 0
     * @throws IllegalArgumentException when the window is not within the raster, when no band or one that the raster
     *     does not have is named, or when there are more than {@value #MAX_VALUES} values
     */
    public void requireWithin(RasterInfo raster, int... bands) {
        RasterSize size = raster.size();
        if (left > size.width() - width || top > size.height() - height) {
            throw new IllegalArgumentException(
                    "the window has %d x %d pixels at column %d and row %d, but the raster has %d x %d pixels"
                            .formatted(width, height, left, top, size.width(), size.height()));
        }
        int count = raster.bands().size();
        if (bands.length == 0 || IntStream.of(bands).anyMatch(band -> band < 0 || band >= count)) {
            throw new IllegalArgumentException(
                    "the bands are %s, expected indices from 0 to %d".formatted(Arrays.toString(bands), count - 1));
        }
        if (pixels() > MAX_VALUES / bands.length) {
            throw new IllegalArgumentException(
                    "the window has %d x %d pixels of %d bands, expected at most %d values; read smaller windows"
                            .formatted(width, height, bands.length, MAX_VALUES));
        }
    }
}
