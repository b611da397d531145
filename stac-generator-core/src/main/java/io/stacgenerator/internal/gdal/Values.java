package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.BitSet;
import org.gdal.gdal.Band;

/** Values of a band. A pixel is valid where the {@linkplain PixelMask mask} of the band says so. */
final class Values {

    private Values() {}

    /** Reads all values of a window. */
    static BandValues of(Band band, PixelWindow window, GdalFile file) {
        return of(band, window, PixelSource.part(requireReal(band, file), window, file));
    }

    /** Reads as many values of the whole band as a picture of that size has. */
    static BandValues reduced(Band band, RasterSize size, GdalFile file) {
        return of(band, PixelWindow.of(size), PixelSource.reduced(requireReal(band, file), size, file));
    }

    /** Values that are complex numbers are more than one number each. */
    private static Band requireReal(Band band, GdalFile file) {
        DataType type = Bands.type(band);
        if (type.complex()) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "band %d of %s has values of type %s, expected real numbers"
                            .formatted(band.GetBand(), file.href(), type.jsonName()));
        }
        return band;
    }

    private static BandValues of(Band band, PixelWindow window, PixelSource pixels) {
        DataType type = Bands.type(band);
        double[] read = new double[(int) window.pixels()];
        BitSet data = new BitSet(read.length);
        pixels.read((piece, values, valid) -> {
            for (int y = 0; y < piece.height(); y++) {
                int start = (piece.top() + y) * window.width() + piece.left();
                System.arraycopy(values, y * piece.width(), read, start, piece.width());
                for (int x = 0; x < piece.width(); x++) {
                    data.set(start + x, valid == null || valid[y * piece.width() + x]);
                }
            }
        });
        NodataRange nodata = NodataRange.of(PixelMask.nodata(band, type), type);
        return BandValues.of(window, read, i -> data.get(i) && !nodata.holds(read[i]));
    }
}
