package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import java.nio.file.Path;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class ScalingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"GTiff, a.tif", "netCDF, a.nc"})
    void bandsGiveTheirFactorAndStatisticsOfStoredValues(String driver, String name) {
        Fixtures.with(Fixtures.local(scaled(driver, name)), raster -> {
            assertThat(raster.info().bands())
                    .extracting(
                            band -> band.scale().orElse(null),
                            band -> band.offset().orElse(null))
                    .containsExactly(tuple(0.5, 100.0));
            assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT))
                    .extracting(
                            band -> band.minimum().orElse(null),
                            band -> band.maximum().orElse(null))
                    .containsExactly(tuple(0.0, 19.0));
        });
    }

    private Path scaled(String driver, String name) {
        Dataset source = Fixtures.memory(20, 10, 1, Fixtures.INT16);
        source.GetRasterBand(1).SetScale(0.5);
        source.GetRasterBand(1).SetOffset(100);
        return Fixtures.write(source, driver, folder.resolve(name));
    }
}
