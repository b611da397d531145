package io.stacgenerator.internal.geotiff.pixels;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.geotiff.codec.Samples;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.pixels.Images.Image;
import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of a part of a TIFF, or of all of it at a smaller scale, valid as {@link PixelStatistics} says. Used by one
 * thread.
 */
public final class ImageWindow {

    private final Image image;
    private final List<RasterBand> bands;
    private final PixelGrid grid;
    private final PixelWindow window;

    private ImageWindow(Image image, List<RasterBand> bands, PixelGrid grid, PixelWindow window) {
        this.image = image;
        this.bands = bands;
        this.grid = grid;
        this.window = window;
    }

    /**
     * Prepares to read all pixels of a part of the main image.
     *
     * @param images the images of the file
     * @param bands its bands
     * @param window the part to read, within the main image
     */
    public static ImageWindow of(Images images, List<RasterBand> bands, PixelWindow window) {
        return new ImageWindow(images.main(), bands, PixelGrid.all(window), window);
    }

    /**
     * Prepares to read pixels of the smallest image that has as many as a picture.
     *
     * @param images the images of the file
     * @param bands its bands
     * @param size the size of the picture, within that of the main image
     */
    public static ImageWindow reduced(Images images, List<RasterBand> bands, RasterSize size) throws IOException {
        Image image = images.smallest(each -> each.covers(size));
        PixelGrid grid = new PixelGrid(PixelWindow.of(image.ifd().size()), size);
        return new ImageWindow(image, bands, grid, grid.window());
    }

    /**
     * Reads the pixels.
     *
     * @param wanted the indices of the bands to read
     * @return their values; empty where pixels are compressed or packed in a way that is not supported
     */
    public Optional<List<BandValues>> read(int... wanted) throws IOException {
        int alpha = image.masked() ? -1 : alpha();
        try (BlockReader pixels = image.open().orElse(null);
                BlockReader mask = image.masked() ? image.openMask().orElse(null) : null) {
            if (pixels == null || (mask == null && image.masked())) {
                return Optional.empty();
            }
            BitSet masked = mask == null ? null : masked(mask);
            Map<Integer, double[]> values = new TreeMap<>();
            IntStream.of(wanted).forEach(band -> values.computeIfAbsent(band, this::empty));
            if (alpha >= 0) {
                values.computeIfAbsent(alpha, this::empty);
            }
            read(pixels, values);
            List<BandValues> read = new ArrayList<>();
            for (int band : wanted) {
                double[] stored = requireNonNull(values.get(band));
                read.add(BandValues.of(window, stored, masked == null ? data(band, alpha, values) : masked::get));
            }
            return Optional.of(read);
        }
    }

    /** Returns the band that says which pixels are valid, or -1: it does not count where there is a nodata value. */
    private int alpha() {
        boolean nodata = bands.stream().anyMatch(band -> band.nodata().isPresent());
        return nodata ? -1 : bands.stream().map(RasterBand::color).toList().lastIndexOf(ColorInterpretation.ALPHA);
    }

    /** The pixels of a block that was left out of the file have the nodata value, or else 0. */
    private double[] empty(int band) {
        double[] values = new double[(int) window.pixels()];
        bands.get(band).nodata().ifPresent(nodata -> Arrays.fill(values, nodata.doubleValue()));
        return values;
    }

    private BitSet masked(BlockReader mask) throws IOException {
        double[] flags = new double[(int) window.pixels()];
        read(mask, Map.of(0, flags));
        BitSet masked = new BitSet();
        IntStream.range(0, flags.length).filter(i -> flags[i] != 0).forEach(masked::set);
        return masked;
    }

    private IntPredicate data(int band, int alpha, Map<Integer, double[]> values) {
        Number value = bands.get(band).nodata().orElse(null);
        if (value != null) {
            double[] stored = requireNonNull(values.get(band));
            NodataRange nodata = NodataRange.of(value, bands.get(band).dataType());
            return i -> !nodata.holds(stored[i]);
        }
        if (alpha < 0 || band == alpha) {
            return i -> true;
        }
        double[] opacity = requireNonNull(values.get(alpha));
        return i -> opacity[i] != 0;
    }

    /** Reads the blocks that the pixels are in. */
    private void read(BlockReader pixels, Map<Integer, double[]> values) throws IOException {
        BlockGrid blocks = pixels.grid();
        int samples = blocks.shape().samples();
        for (int plane = 0; plane < blocks.planes(); plane++) {
            int first = plane;
            if (values.keySet().stream().anyMatch(band -> band >= first && band < first + samples)) {
                pixels.read(blocks(blocks, plane), new Copy(grid, values));
            }
        }
    }

    private List<Block> blocks(BlockGrid blocks, int plane) {
        int[] columns = grid.columnsOfBlocks(blocks.shape().width()).toArray();
        return grid.rowsOfBlocks(blocks.shape().height())
                .boxed()
                .flatMap(row -> IntStream.of(columns).mapToObj(column -> blocks.block(plane, row, column)))
                .toList();
    }

    /** Copies the samples of bands at the pixels of the grid. */
    private record Copy(PixelGrid grid, Map<Integer, double[]> values) implements BlockReader.Sink {

        @Override
        public void row(Block block, int y, Samples samples) {
            int row = grid.rowOf(y);
            int stride = block.grid().shape().samples();
            for (int i = 0; row >= 0 && i < stride; i++) {
                copy(block, row, samples, i, stride, values.get(block.plane() + i));
            }
        }

        private void copy(Block block, int row, Samples samples, int first, int stride, double @Nullable [] into) {
            int to = grid.firstColumn(block.left() + block.width());
            for (int x = grid.firstColumn(block.left()); into != null && x < to; x++) {
                into[row * grid.size().width() + x] = samples.at((grid.column(x) - block.left()) * stride + first);
            }
        }

        @Override
        public void empty(Block block) {}
    }
}
