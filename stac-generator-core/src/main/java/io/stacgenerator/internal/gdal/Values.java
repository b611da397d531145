package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import java.util.BitSet;
import org.gdal.gdal.Band;

/** The values of a band in a window. A pixel is valid where the {@linkplain PixelMask mask} of the band says so. */
final class Values {

    private Values() {}

    /** Reads stored values; those of complex numbers are more than one number each. */
    static BandValues of(Band band, PixelWindow window, GdalFile file) {
        DataType type = Bands.type(band);
        if (type.complex()) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "band %d of %s has values of type %s, expected real numbers"
                            .formatted(band.GetBand(), file.href(), type.jsonName()));
        }
        double[] read = new double[(int) window.pixels()];
        BitSet data = new BitSet(read.length);
        PixelSource.part(band, window, file).read((piece, values, valid) -> {
            for (int y = 0; y < piece.height(); y++) {
                int start = (piece.top() - window.top() + y) * window.width() + piece.left() - window.left();
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
