package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An open raster. Used by one thread.
 *
 * @since 0.1.0
 */
public interface Raster extends Closeable {

    /**
     * Returns what the file says of itself. No I/O.
     *
     * @return the description
     */
    RasterInfo info();

    /**
     * Returns statistics of the bands. May read pixels and block, in memory that does not grow with the raster.
     *
     * @param mode {@code APPROXIMATE} or {@code EXACT}
     * @return an entry for each band of {@link #info()}, in that order; empty where this reader cannot read the pixels,
     *     as by default: the next reader that recognizes the file is asked then
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} when pixels cannot be decoded
     * @throws IOException when reading fails
     */
    default Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        return Optional.empty();
    }

    /**
     * Returns where the raster has data, at the scale of an overview. A pixel has data where the mask of the file says
     * so; without a mask, where a band has neither the nodata value nor NaN; without either, where its alpha is not 0.
     * May read pixels and block, in memory that does not grow with the raster.
     *
     * @param side the number of cells on the longer side of the mask, at least 1: not less where the raster has as many
     *     pixels, and less than twice as many
     * @return the mask, or {@link ValidityMask#everywhere()} where nothing marks pixels as without data; empty where
     *     this reader cannot read the pixels, as by default
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} when pixels cannot be decoded
     * @throws IOException when reading fails
     */
    default Optional<ValidityMask> validity(int side) throws IOException {
        return Optional.empty();
    }

    /**
     * Reads pixels at full resolution. Blocks, in memory for the values that are asked for.
     *
     * @param window the part to read, within {@link RasterInfo#size()}
     * @param bands the indices of the bands to read, from 0, in the order of {@link #info()}
     * @return the values of each of these bands, in the order in which they are named
     * @throws IllegalArgumentException as {@link PixelWindow#requireWithin} says, which readers call first
     * @throws StacGeneratorException with {@code UNSUPPORTED_RASTER} when this reader cannot read these pixels, as by
     *     default, after which the next reader that recognizes the file is asked; with {@code INVALID_RASTER} when they
     *     cannot be decoded
     * @throws IOException when reading fails
     */
    default List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
        window.requireWithin(info(), bands);
        throw new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER,
                "the reader of %s reads no pixels of this file".formatted(info().format()));
    }

    /**
     * Reads pixels at the scale of a small picture: the nearest of an overview, or of the full resolution where no
     * overview has as many. Blocks, in memory for the values that are returned.
     *
     * @param size the number of columns and rows to return, neither more than {@link RasterInfo#size()} has
     * @param bands the indices of the bands to read, from 0, in the order of {@link #info()}
     * @return the values of each of these bands, in the order in which they are named, in a window of that size; empty
     *     where this reader cannot read the pixels, as by default: the next reader that recognizes the file is asked
     *     then
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} when pixels cannot be decoded
     * @throws IOException when reading fails
     */
    default Optional<List<BandValues>> preview(RasterSize size, int... bands) throws IOException {
        return Optional.empty();
    }

    /**
     * Returns this raster under another description, such as that of the archive that it was taken from.
     *
     * @param other the description
     * @return a raster whose pixels are those of this one, which it closes
     */
    default Raster as(RasterInfo other) {
        requireNonNull(other, "other");
        return new ForwardingRaster(this) {
            @Override
            public RasterInfo info() {
                return other;
            }
        };
    }

    @Override
    default void close() throws IOException {}
}
