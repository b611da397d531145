package io.stacgenerator.internal.geotiff.pixels;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.internal.geotiff.codec.BlockShape;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.Tag;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;

/**
 * How an image is cut into strips or tiles: TIFF 6.0 sections 3 and 15.
 *
 * @param size the size of the image
 * @param tiled true for tiles, false for strips
 * @param shape what a full block holds
 * @param planes the number of planes: that of the samples where each has its own, else 1
 */
record BlockGrid(RasterSize size, boolean tiled, BlockShape shape, int planes) {

    static BlockGrid of(Ifd ifd, SampleLayout samples) throws IOException {
        RasterSize size = ifd.size();
        boolean tiled = ifd.tiled();
        int width = tiled ? side(ifd, TagId.TILE_WIDTH) : size.width();
        int height = tiled ? side(ifd, TagId.TILE_LENGTH) : rowsPerStrip(ifd, size.height());
        BlockShape shape = new BlockShape(width, height, samples.separate() ? 1 : samples.count(), samples.bits());
        return new BlockGrid(size, tiled, shape, samples.separate() ? samples.count() : 1);
    }

    private static int side(Ifd ifd, int id) throws IOException {
        int side = ifd.integer(id, 0);
        if (side == 0) {
            throw invalid("tag %d gives tiles of 0 pixels, expected 1 or more", id);
        }
        return side;
    }

    /** Without the tag, or with one of 2^32-1, all rows are in one strip. */
    private static int rowsPerStrip(Ifd ifd, int height) throws IOException {
        Tag tag = ifd.tag(TagId.ROWS_PER_STRIP);
        long rows = tag == null ? height : Math.min(tag.integer(0), height);
        if (rows == 0) {
            throw invalid("tag %d gives strips of 0 rows, expected 1 or more", TagId.ROWS_PER_STRIP);
        }
        return (int) rows;
    }

    int columns() {
        return (size.width() - 1) / shape.width() + 1;
    }

    int rows() {
        return (size.height() - 1) / shape.height() + 1;
    }

    long count() {
        return (long) columns() * rows() * planes;
    }

    Block block(int plane, int row, int column) {
        return new Block(this, plane, row, column);
    }

    /**
     * One strip or tile.
     *
     * @param grid the grid that it is of
     * @param plane the plane, from 0
     * @param row the row in the grid, from 0
     * @param column the column in the grid, from 0
     */
    record Block(BlockGrid grid, int plane, int row, int column) {

        long index() {
            return ((long) plane * grid.rows() + row) * grid.columns() + column;
        }

        int left() {
            return column * grid.shape.width();
        }

        int top() {
            return row * grid.shape.height();
        }

        /** Returns the number of its columns that are within the image. */
        int width() {
            return Math.min(grid.shape.width(), grid.size.width() - left());
        }

        /** Returns the number of its rows that are within the image. */
        int height() {
            return Math.min(grid.shape.height(), grid.size.height() - top());
        }
    }
}
