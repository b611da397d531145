package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.codec.Samples;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which pixels of some rows of an image are valid, by an image or plane of its size whose samples are not 0 where they
 * are.
 */
final class Validity {

    /** As many pixels are known at once, a bit each. */
    private static final long MAX_PIXELS = 1L << 28;

    private final BlockReader mask;
    private final int plane;
    private final int width;
    private final BitSet valid = new BitSet();
    private int top;

    /** Takes a plane for the mask. */
    Validity(BlockReader mask, int plane) {
        this.mask = mask;
        this.plane = plane;
        this.width = mask.grid().size().width();
    }

    /** Returns whether all blocks of an image side by side are few enough pixels. */
    static boolean possible(BlockGrid grid) {
        return (long) grid.size().width() * grid.block(0, 0, 0).height() <= MAX_PIXELS;
    }

    /** Prepares to read rows in turns with those of the image. */
    void hold() throws IOException {
        mask.hold(BlockSample.all(mask.grid()).blocks(plane));
    }

    /** Reads the rows that are asked for next. */
    void load(int top, int height) throws IOException {
        this.top = top;
        valid.clear();
        mask.read(blocks(top, height), new BlockReader.Sink() {
            @Override
            public void row(Block block, int y, Samples samples) {
                if (y >= top && y < top + height) {
                    mark(block, y, samples);
                }
            }

            @Override
            public void empty(Block block) {}
        });
    }

    private List<Block> blocks(int top, int height) {
        BlockGrid grid = mask.grid();
        int blockHeight = grid.shape().height();
        List<Block> blocks = new ArrayList<>();
        for (int row = top / blockHeight; row <= (top + height - 1) / blockHeight; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                blocks.add(grid.block(plane, row, column));
            }
        }
        return blocks;
    }

    private void mark(Block block, int y, Samples samples) {
        int start = (y - top) * width + block.left();
        int stride = mask.grid().shape().samples();
        for (int x = 0; x < block.width(); x++) {
            if (samples.at(x * stride) != 0) {
                valid.set(start + x);
            }
        }
    }

    /** Returns the number of valid pixels of a block. */
    long count(Block block) {
        long count = 0;
        for (int y = block.top(); y < block.top() + block.height(); y++) {
            int start = (y - top) * width + block.left();
            count += valid.get(start, start + block.width()).cardinality();
        }
        return count;
    }

    boolean valid(int x, int y) {
        return valid.get((y - top) * width + x);
    }
}
