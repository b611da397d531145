package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import java.util.stream.LongStream;

/**
 * Which blocks of an image are read: some of its rows and columns of blocks, evenly spaced.
 *
 * @param grid the blocks of the image
 * @param rows the number of rows that are read
 * @param columns the number of columns that are read
 */
record BlockSample(BlockGrid grid, int rows, int columns) {

    /** Pixels of the longer side of an image that is detailed enough for statistics. */
    static final int SIDE = 1024;

    private static final int LEAST = 4;

    static BlockSample all(BlockGrid grid) {
        return new BlockSample(grid, grid.rows(), grid.columns());
    }

    /**
     * Takes about as many pixels as an image of {@value #SIDE} pixels by side has, but at least {@value #LEAST} rows
     * and columns of blocks. Where the image has less than twice the detail, it is read as a whole.
     */
    static BlockSample some(BlockGrid grid) {
        double reduction = Math.max(grid.size().width(), grid.size().height()) / (double) SIDE;
        if (reduction < 2) {
            return all(grid);
        }
        int columns = picked(grid.columns(), grid.columns() / reduction);
        double blocks = grid.rows() / reduction * (grid.columns() / reduction);
        return new BlockSample(grid, picked(grid.rows(), blocks / columns), columns);
    }

    private static int picked(int count, double wanted) {
        return (int) Math.min(count, Math.max(LEAST, Math.round(wanted)));
    }

    /** Returns the blocks of a plane, row by row. */
    Iterable<Block> blocks(int plane) {
        return () -> LongStream.range(0, (long) rows * columns)
                .mapToObj(i -> grid.block(plane, row((int) (i / columns)), column((int) (i % columns))))
                .iterator();
    }

    /** Returns the blocks of one of the rows that are read, from 0. */
    Iterable<Block> blocks(int plane, int index) {
        return () -> LongStream.range(0, columns)
                .mapToObj(i -> grid.block(plane, row(index), column((int) i)))
                .iterator();
    }

    private int row(int index) {
        return (int) ((index + 0.5) * grid.rows() / rows);
    }

    private int column(int index) {
        return (int) ((index + 0.5) * grid.columns() / columns);
    }
}
