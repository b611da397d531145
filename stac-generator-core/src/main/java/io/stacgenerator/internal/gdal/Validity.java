package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.gdal.gdal.Band;
import org.gdal.gdalconst.gdalconstConstants;

/** Where bands have data: where the {@linkplain PixelMask mask} of any of them says so and its value is not NaN. */
final class Validity {

    private Validity() {}

    /** Reads the pixels of bands of one size at the scale of an overview; all of them where this one has few data. */
    static ValidityMask of(List<Band> bands, int side, GdalFile file) {
        List<Band> told = telling(bands);
        if (told.stream().anyMatch(Validity::unmarked)) {
            return ValidityMask.everywhere();
        }
        ValidityMask mask = of(told, side, band -> PixelSource.overview(band, side, file));
        RasterSize read = PixelSource.overview(told.get(0), side, file).size();
        boolean all = read.equals(PixelSource.all(told.get(0), file).size());
        return mask.sparse() && !all ? of(told, side, band -> PixelSource.all(band, file)) : mask;
    }

    /** A band that has other overviews than the first one does not count. */
    private static ValidityMask of(List<Band> bands, int side, Function<Band, PixelSource> source) {
        RasterSize size = source.apply(bands.get(0)).size();
        ValidityMask.Builder mask = ValidityMask.builder(size, side);
        for (Band band : bands) {
            PixelSource pixels = source.apply(band);
            if (pixels.size().equals(size)) {
                DataType type = Bands.type(band);
                NodataRange invalid = NodataRange.of(PixelMask.nodata(band, type), type);
                pixels.read((window, values, valid) -> mark(
                        mask,
                        window,
                        i -> (valid == null || valid[i]) && !Double.isNaN(values[i]) && !invalid.holds(values[i])));
            }
        }
        return mask.build();
    }

    /** One band suffices where there is a mask for all of them; else alpha counts for nothing next to others. */
    private static List<Band> telling(List<Band> bands) {
        if ((bands.get(0).GetMaskFlags() & gdalconstConstants.GMF_PER_DATASET) != 0) {
            return bands.subList(0, 1);
        }
        List<Band> colored = bands.stream()
                .filter(band -> band.GetColorInterpretation() != gdalconstConstants.GCI_AlphaBand)
                .toList();
        return colored.isEmpty() ? bands : colored;
    }

    private static boolean unmarked(Band band) {
        DataType type = Bands.type(band);
        boolean mayBeNan = type == DataType.FLOAT32 || type == DataType.FLOAT64 || type == DataType.FLOAT16;
        return !mayBeNan && PixelMask.nodata(band, type) == null && PixelMask.of(band) == null;
    }

    private static void mark(ValidityMask.Builder mask, PixelWindow window, IntPredicate valid) {
        for (int y = 0; y < window.height(); y++) {
            int start = y * window.width();
            mask.add(window.left(), window.top() + y, window.width(), x -> valid.test(start + x));
        }
    }
}
