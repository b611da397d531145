package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A band whose samples say whether pixels have data: neither NaN nor certain values.
 *
 * @param band the band, from 0
 * @param invalid the values, or null for none but NaN
 */
record ValidSample(int band, @Nullable NodataRange invalid) {

    private static final NodataRange ZERO = new NodataRange(0, 0);

    /** In a mask, 0 stands for no data. */
    static final List<ValidSample> OF_MASK = List.of(new ValidSample(0, ZERO));

    /**
     * Returns the bands that decide whether a pixel has data; one of them suffices: by nodata values, else by alpha; as
     * in GDAL alpha does not count where there is a nodata value.
     */
    static List<ValidSample> of(List<RasterBand> bands) {
        int alpha = bands.stream().map(RasterBand::color).toList().lastIndexOf(ColorInterpretation.ALPHA);
        boolean nodata = bands.stream().anyMatch(band -> band.nodata().isPresent());
        if (alpha >= 0 && !nodata) {
            return List.of(new ValidSample(alpha, ZERO));
        }
        return IntStream.range(0, bands.size())
                .filter(band -> band != alpha || bands.size() == 1)
                .mapToObj(band -> new ValidSample(band, range(bands.get(band))))
                .toList();
    }

    private static @Nullable NodataRange range(RasterBand band) {
        return band.nodata()
                .map(nodata -> NodataRange.of(nodata, band.dataType()))
                .orElse(null);
    }

    /** Returns whether each sample of a band says that its pixel has data, as it can be neither NaN nor the value. */
    boolean always(List<RasterBand> bands) {
        return invalid == null
                && switch (bands.get(band).dataType()) {
                    case FLOAT16, FLOAT32, FLOAT64 -> false;
                    default -> true;
                };
    }

    boolean valid(double value) {
        return !Double.isNaN(value) && (invalid == null || !invalid.holds(value));
    }

    /** A block that was left out of the file has the nodata value, or else 0. */
    boolean validWhereEmpty() {
        return invalid == null;
    }
}
