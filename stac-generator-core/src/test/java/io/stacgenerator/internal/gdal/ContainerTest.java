package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresGdal
final class ContainerTest {

    @TempDir
    private Path folder;

    @Test
    void bandsAreTheVariablesOfTheLargestGrid() throws IOException {
        Path file = new NetcdfBuilder()
                .variable("coarse", 5, 4, "Coarse")
                .variable("temperature", 20, 10, "Air temperature")
                .variable("humidity", 20, 10, "Relative humidity")
                .write(folder.resolve("a.nc"));
        RasterInfo info = Fixtures.info(file);

        assertThat(info.format()).isEqualTo("netCDF");
        assertThat(info.mediaType()).isEqualTo("application/netcdf");
        assertThat(info.size()).isEqualTo(new RasterSize(20, 10));
        assertThat(info.bands())
                .extracting(
                        band -> band.name().orElse(null),
                        band -> band.description().orElse(null))
                .containsExactly(tuple("temperature", "Air temperature"), tuple("humidity", "Relative humidity"));
        assertThat(info.warnings())
                .containsExactly(new Warning(
                        "variables-left-out",
                        "the variables coarse have smaller grids than the bands and are left out"));
    }

    @Test
    void statisticsAreOfEachVariable() throws IOException {
        Path file = new NetcdfBuilder()
                .variable("a", 20, 10, "A")
                .variable("b", 20, 10, "B")
                .write(folder.resolve("a.nc"));

        Fixtures.with(
                Fixtures.local(file),
                raster -> assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT))
                        .extracting(
                                band -> band.count().orElse(null),
                                band -> band.maximum().orElse(null))
                        .containsExactly(tuple(200L, 19.0), tuple(200L, 19.0)));
    }

    @Test
    void aFileWithoutVariablesIsNotARaster() throws IOException {
        Path file = new NetcdfBuilder().write(folder.resolve("a.nc"));

        assertThatThrownBy(() -> Fixtures.info(file))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.UNSUPPORTED_RASTER, StacGeneratorException::code);
    }
}
