package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.RasterBand;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGdal
final class ScalingTest {

    private static final BandStatistics STORED = BandStatistics.builder()
            .minimum(1.0)
            .maximum(5.0)
            .mean(2.0)
            .stddev(0.5)
            .count(9L)
            .validPercent(90.0)
            .histogram(new Histogram(1, 5, List.of(3L, 2L, 4L)))
            .build();

    @TempDir
    private Path folder;

    @Test
    void bandsGiveTheirFactorAndStatisticsOfStoredValues() {
        Fixtures.with(Fixtures.local(scaled("GTiff", "a.tif")), raster -> {
            assertThat(raster.info().bands())
                    .extracting(RasterBand::scale, RasterBand::offset)
                    .containsExactly(tuple(0.5, 100.0));
            assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT))
                    .extracting(BandStatistics::minimum, BandStatistics::maximum)
                    .containsExactly(tuple(0.0, 19.0));
        });
    }

    @Test
    void bandsOfNetcdfGiveNoFactorAndStatisticsOfRealValues() {
        Fixtures.with(Fixtures.local(scaled("netCDF", "a.nc")), raster -> {
            assertThat(raster.info().bands())
                    .extracting(RasterBand::scale, RasterBand::offset)
                    .containsExactly(tuple(null, null));
            assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT))
                    .extracting(BandStatistics::minimum, BandStatistics::maximum)
                    .containsExactly(tuple(100.0, 109.5));
        });
    }

    private Path scaled(String driver, String name) {
        Dataset source = Fixtures.memory(20, 10, 1, Fixtures.INT16);
        source.GetRasterBand(1).SetScale(0.5);
        source.GetRasterBand(1).SetOffset(100);
        return Fixtures.write(source, driver, folder.resolve(name));
    }

    @Test
    void negativeFactorTurnsStatisticsRound() {
        assertThat(new Scaling(-2, 1).apply(STORED))
                .isEqualTo(BandStatistics.builder()
                        .minimum(-9.0)
                        .maximum(-1.0)
                        .mean(-3.0)
                        .stddev(1.0)
                        .count(9L)
                        .validPercent(90.0)
                        .histogram(new Histogram(-9, -1, List.of(4L, 2L, 3L)))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e308})
    void factorBeyondAllBoundsLeavesNoHistogram(double factor) {
        assertThat(new Scaling(factor, 0).apply(STORED).histogram()).isNull();
    }
}
