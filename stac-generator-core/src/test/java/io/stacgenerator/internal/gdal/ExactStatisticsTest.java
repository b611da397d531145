package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.junit.jupiter.api.Test;

/**
 * Compares the statistics of single-precision numbers with those of GDAL, which adds them up in double precision; the
 * Items of the corpus have sums in single precision, and are compared less strictly.
 */
@RequiresGdal
@Requires("corpus")
final class ExactStatisticsTest {

    private static final int SIDE = 1024;
    private static final double PRECISION = 1e-9;

    @Test
    void statisticsOfFloatsAreThoseOfGdal() throws IOException {
        Path corpus = Material.path("corpus");
        int compared = 0;
        for (String name : Files.readAllLines(corpus.resolve("list.txt"))) {
            Path file = corpus.resolve("files").resolve(name);
            for (RasterReader reader : List.of(new GeoTiffReader(), new GdalReader())) {
                if (!Fixtures.namesOtherFiles(file) && Fixtures.recognizes(reader, Fixtures.local(file))) {
                    compared += compare(reader, file);
                }
            }
        }
        assertThat(compared).isGreaterThan(70);
    }

    private static int compare(RasterReader reader, Path file) throws IOException {
        try (Raster raster = Fixtures.open(reader, file)) {
            boolean small =
                    Math.max(raster.info().size().width(), raster.info().size().height()) <= SIDE;
            boolean floats = raster.info().bands().stream().allMatch(band -> band.dataType() == DataType.FLOAT32);
            Optional<List<BandStatistics>> statistics =
                    small && floats ? raster.statistics(StatisticsMode.EXACT) : Optional.empty();
            return statistics.map(bands -> compare(bands, file)).orElse(0);
        }
    }

    /** Compares with a copy in memory, so that GDAL leaves its statistics nowhere. */
    private static int compare(List<BandStatistics> bands, Path file) {
        return Hdf5Thread.call(() -> GdalSession.call(() -> {
            Dataset source = gdal.Open(file.toString());
            Dataset copy = Fixtures.driver("MEM").CreateCopy("", source);
            int compared = 0;
            for (int i = 0; i < Math.min(bands.size(), copy.GetRasterCount()); i++) {
                double[][] n = new double[4][1];
                if (bands.get(i).mean().isPresent()
                        && copy.GetRasterBand(i + 1).ComputeStatistics(false, n[0], n[1], n[2], n[3]) == 0) {
                    assertSame(bands.get(i), n, file);
                    compared++;
                }
            }
            copy.delete();
            source.delete();
            return compared;
        }));
    }

    private static void assertSame(BandStatistics band, double[][] expected, Path file) {
        assertNear(band.minimum().orElseThrow(), expected[0][0], file);
        assertNear(band.maximum().orElseThrow(), expected[1][0], file);
        assertNear(band.mean().orElseThrow(), expected[2][0], file);
        assertNear(band.stddev().orElseThrow(), expected[3][0], file);
    }

    private static void assertNear(Double actual, double expected, Path file) {
        assertThat(actual).as(file.toString()).isCloseTo(expected, within(PRECISION * Math.max(1, Math.abs(expected))));
    }
}
