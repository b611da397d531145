package io.stacgenerator.internal.gdal;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.statistics.BandAccumulator;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import org.gdal.gdal.Band;

/** The statistics of a band. A pixel is valid where the {@linkplain PixelMask mask} of the band says so. */
final class Statistics {

    private static final BandStatistics UNKNOWN = BandStatistics.builder().build();

    private Statistics() {}

    /** Reads pixels and measures their stored values; complex numbers have no statistics. */
    static BandStatistics of(Band band, StatisticsMode mode, GdalFile file) {
        DataType type = Bands.type(band);
        if (type.complex()) {
            return UNKNOWN;
        }
        PixelSource pixels =
                mode == StatisticsMode.EXACT ? PixelSource.all(band, file) : PixelSource.sample(band, file);
        BandAccumulator statistics = BandAccumulator.of(type, PixelMask.nodata(band, type), 1);
        do {
            pixels.read(statistics);
        } while (statistics.endPass());
        return statistics.result();
    }
}
