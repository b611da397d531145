package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.stream.IntStream;

/**
 * Which pixels of a part of an image are read: all, or as many at equal distances as a smaller picture has.
 *
 * @param part the part of the image
 * @param size the number of columns and rows that are read, neither more than those of the part
 */
record PixelGrid(PixelWindow part, RasterSize size) {

    static PixelGrid all(PixelWindow part) {
        return new PixelGrid(part, new RasterSize(part.width(), part.height()));
    }

    PixelWindow window() {
        return PixelWindow.of(size);
    }

    /** Returns the column of the image that one of the columns is read from. */
    int column(int x) {
        return part.left() + nearest(x, part.width(), size.width());
    }

    /** Returns the row of the image that one of the rows is read from. */
    int row(int y) {
        return part.top() + nearest(y, part.height(), size.height());
    }

    /** Returns which of the rows a row of the image is read for, or -1. */
    int rowOf(int imageRow) {
        int within = imageRow - part.top();
        if (within < 0 || within >= part.height()) {
            return -1;
        }
        int y = (int) ((long) within * size.height() / part.height());
        return row(y) == imageRow ? y : -1;
    }

    /** Returns the first of the columns that is read from a column of the image or one to the right of it. */
    int firstColumn(int imageColumn) {
        int within = Math.max(0, Math.min(part.width(), imageColumn - part.left()));
        int x = (int) ((long) within * size.width() / part.width());
        return x < size.width() && column(x) < imageColumn ? x + 1 : x;
    }

    /** Returns the blocks of a side that a pixel is read from, each once. */
    IntStream rowsOfBlocks(int height) {
        return IntStream.range(0, size.height()).map(y -> row(y) / height).distinct();
    }

    /** Returns the blocks of a side that a pixel is read from, each once. */
    IntStream columnsOfBlocks(int width) {
        return IntStream.range(0, size.width()).map(x -> column(x) / width).distinct();
    }

    /** The pixel that the center of one of the picture is in. */
    private static int nearest(int i, int from, int to) {
        return (int) ((2L * i + 1) * from / (2L * to));
    }
}
