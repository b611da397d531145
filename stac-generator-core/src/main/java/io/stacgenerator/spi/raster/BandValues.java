package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The values of one band in a window, as they are stored: {@link RasterBand#scale} and {@link RasterBand#offset} are
 * not applied. Columns and rows are those of the window, from 0 at its left and top. Immutable.
 *
 * @since 0.1.0
 */
public final class BandValues {

    private final PixelWindow window;
    private final double[] values;
    private final BitSet data;

    private BandValues(PixelWindow window, double[] values, BitSet data) {
        this.window = window;
        this.values = values;
        this.data = data;
    }

    /**
     * Creates the values of a window.
     *
     * @param window where they are in the raster
     * @param values the stored values, row by row; not copied, so that they must not be changed any more
     * @param data says by the index of a value whether its pixel has data; one that is NaN never has
     * @return the values
     * @throws IllegalArgumentException when there are not as many values as pixels
     */
    public static BandValues of(PixelWindow window, double[] values, IntPredicate data) {
        requireNonNull(data, "data");
        if (values.length != window.pixels()) {
            throw new IllegalArgumentException("there are %d values for a window of %d x %d pixels"
                    .formatted(values.length, window.width(), window.height()));
        }
        BitSet known = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            known.set(i, !Double.isNaN(values[i]) && data.test(i));
        }
        return new BandValues(window, values, known);
    }

    /**
     * Returns where the values are in the raster.
     *
     * @return the window that was asked for
     */
    public PixelWindow window() {
        return window;
    }

    /**
     * Returns the stored value of a pixel.
     *
     * @param column from 0 to the width of the window
     * @param row from 0 to its height
     * @return the value, also where the pixel has no data; integers of more than 53 bits are rounded
     * @throws IndexOutOfBoundsException when the pixel is not in the window
     */
    public double value(int column, int row) {
        return values[index(column, row)];
    }

    /**
     * Returns whether a pixel has data: where the mask of the file says so; without a mask, where its value is not the
     * nodata value of the band; without either, where its alpha is not 0. NaN is never data.
     *
     * @param column from 0 to the width of the window
     * @param row from 0 to its height
     * @return false where the value means nothing
     * @throws IndexOutOfBoundsException when the pixel is not in the window
     */
    public boolean hasData(int column, int row) {
        return data.get(index(column, row));
    }

    /**
     * Returns the values of the pixels that have data.
     *
     * @return row by row
     */
    public DoubleStream data() {
        return IntStream.range(0, values.length).filter(data::get).mapToDouble(i -> values[i]);
    }

    private int index(int column, int row) {
        return Objects.checkIndex(row, window.height()) * window.width() + Objects.checkIndex(column, window.width());
    }
}
