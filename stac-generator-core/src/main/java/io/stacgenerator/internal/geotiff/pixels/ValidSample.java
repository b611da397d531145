package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.spi.ColorInterpretation;
import io.stacgenerator.spi.RasterBand;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its samples whether a pixel has data: in any of some bands one that is neither NaN nor a certain value.
 *
 * @param bands the bands that count, from 0; each when there are none
 * @param invalid the value, or null for none but NaN
 * @param validWhereEmpty whether the pixels of a block that was left out of the file have data
 * @param always whether each pixel has data, whatever its samples are
 */
record ValidSample(List<Integer> bands, @Nullable Double invalid, boolean validWhereEmpty, boolean always) {

    /** In a mask, 0 stands for no data. */
    static final ValidSample OF_MASK = new ValidSample(List.of(0), 0.0, false, false);

    /** Takes the nodata value, else alpha; as in GDAL alpha does not count where there is a nodata value. */
    static ValidSample of(List<RasterBand> bands) {
        Double nodata = bands.get(0).nodata();
        int alpha = bands.stream().map(RasterBand::color).toList().lastIndexOf(ColorInterpretation.ALPHA);
        if (nodata == null) {
            return alpha < 0
                    ? new ValidSample(List.of(), null, true, bands.stream().noneMatch(ValidSample::mayBeNan))
                    : new ValidSample(List.of(alpha), 0.0, false, false);
        }
        List<Integer> coloured = IntStream.range(0, bands.size())
                .filter(band -> band != alpha)
                .boxed()
                .toList();
        return new ValidSample(coloured, nodata, false, false);
    }

    private static boolean mayBeNan(RasterBand band) {
        return switch (band.dataType()) {
            case FLOAT16, FLOAT32, FLOAT64 -> true;
            default -> false;
        };
    }

    /** Returns which samples of a pixel count in a plane. */
    int[] counted(BlockGrid grid, int plane) {
        return IntStream.range(0, grid.shape().samples())
                .filter(sample -> bands.isEmpty() || bands.contains(plane + sample))
                .toArray();
    }

    /** Tells whether a sample says that its pixel has data. */
    boolean valid(double value) {
        return !Double.isNaN(value) && (invalid == null || value != invalid);
    }
}
