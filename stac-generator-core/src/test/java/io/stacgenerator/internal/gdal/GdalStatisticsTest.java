package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.BandStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class GdalStatisticsTest {

    private static final int ALPHA = 6;

    @TempDir
    private Path folder;

    @Test
    void areOfEveryPixel() {
        BandStatistics statistics = exact(Fixtures.memory()).get(0);

        assertThat(statistics.minimum().orElseThrow()).isZero();
        assertThat(statistics.maximum()).contains(19.0);
        assertThat(statistics.mean().orElseThrow()).isCloseTo(9.5, within(1e-12));
        assertThat(statistics.stddev().orElseThrow()).isCloseTo(Math.sqrt(33.25), within(1e-12));
        assertThat(statistics.count()).contains(200L);
        assertThat(statistics.validPercent()).contains(100.0);
        assertThat(statistics.histogram().orElseThrow().buckets())
                .containsExactly(20L, 20L, 20L, 20L, 20L, 20L, 20L, 20L, 20L, 20L);
    }

    @Test
    void leaveOutNodata() {
        Dataset source = Fixtures.memory(20, 10, 1, Fixtures.FLOAT32);
        source.GetRasterBand(1).SetNoDataValue(0);
        BandStatistics statistics = exact(source).get(0);

        assertThat(statistics.minimum()).contains(1.0);
        assertThat(statistics.count()).contains(190L);
        assertThat(statistics.validPercent()).contains(95.0);
    }

    @Test
    void countPixelsNextToNodataThatNoneCanHave() {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).SetNoDataValue(0.5);

        assertThat(exact(source).get(0).count()).contains(200L);
    }

    @Test
    void leaveOutWhatIsNoNumber() {
        Dataset source = Fixtures.memory(20, 10, 1, Fixtures.FLOAT32);
        source.GetRasterBand(1).WriteRaster(0, 0, 4, 1, 7, new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -5
        });
        BandStatistics statistics = exact(source).get(0);

        assertThat(statistics.count()).contains(197L);
        assertThat(statistics.minimum()).contains(-5.0);
        assertThat(statistics.maximum()).contains(19.0);
    }

    @Test
    void leaveOutWhatIsTransparent() {
        Dataset source = Fixtures.memory(20, 10, 2, Fixtures.BYTE);
        source.GetRasterBand(2).SetColorInterpretation(ALPHA);
        List<BandStatistics> statistics = exact(source);

        assertThat(statistics.get(0).count()).contains(190L);
        assertThat(statistics.get(1).count()).contains(200L);
    }

    @Test
    void areMissingWhereNoPixelIsValid() {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).Fill(7);
        source.GetRasterBand(1).SetNoDataValue(7);

        assertThat(exact(source))
                .containsExactly(
                        BandStatistics.builder().count(0L).validPercent(0.0).build());
    }

    @Test
    void areUnknownOfComplexNumbers() {
        assertThat(exact(Fixtures.memory(20, 10, 1, 10)))
                .containsExactly(BandStatistics.builder().build());
    }

    @Test
    void takeSignedBytesAsSigned() {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).Fill(200);
        Path file = Fixtures.write(source, "GTiff", folder.resolve("a.tif"), "PIXELTYPE=SIGNEDBYTE");

        assertThat(statistics(file, StatisticsMode.EXACT).get(0).minimum()).contains(-56.0);
    }

    @ParameterizedTest
    @CsvSource({"1024, 512, 524288", "2000, 1000, 524288", "3000, 1, 1024"})
    void areApproximatedFromEvenlySpreadPixels(int width, int height, long count) {
        Dataset source = Fixtures.memory(width, height, 1, Fixtures.FLOAT32);
        Path file = Fixtures.write(source, "ENVI", folder.resolve("a.dat"));
        BandStatistics statistics = statistics(file, StatisticsMode.APPROXIMATE).get(0);

        assertThat(statistics.count().orElse(null)).isEqualTo(count);
        assertThat(statistics.mean().orElseThrow()).isCloseTo((width - 1) / 2.0, within(2.0));
    }

    @Test
    void areApproximatedFromTheSmallestOverviewThatIsLargeEnough() {
        Dataset source = Fixtures.memory(4096, 16, 1, Fixtures.FLOAT32);
        source.BuildOverviews("NEAREST", new int[] {2, 4, 8});
        Path file = Fixtures.write(source, "GTiff", folder.resolve("a.tif"), "COPY_SRC_OVERVIEWS=YES");

        assertThat(statistics(file, StatisticsMode.APPROXIMATE).get(0).count().orElse(null))
                .isEqualTo(1024 * 4);
    }

    @Test
    void writeNothingNextToTheData() throws IOException {
        Path file = Fixtures.write(Fixtures.memory(), "JP2OpenJPEG", folder.resolve("a.jp2"));
        statistics(file, StatisticsMode.EXACT);
        statistics(file, StatisticsMode.APPROXIMATE);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void areTheSameInManyThreads() {
        Path file = Fixtures.write(Fixtures.memory(300, 200, 3, Fixtures.BYTE), "PNG", folder.resolve("a.png"));
        List<BandStatistics> expected = statistics(file, StatisticsMode.EXACT);
        List<List<BandStatistics>> results = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> results.add(statistics(file, StatisticsMode.EXACT))))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(GdalStatisticsTest::join);

        assertThat(results).hasSize(8).containsOnly(expected);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<BandStatistics> exact(Dataset source) {
        return statistics(Fixtures.write(source, "GTiff", folder.resolve("a.tif")), StatisticsMode.EXACT);
    }

    private static List<BandStatistics> statistics(Path file, StatisticsMode mode) {
        List<BandStatistics> statistics = new ArrayList<>();
        Fixtures.with(Fixtures.local(file), raster -> statistics.addAll(Fixtures.statistics(raster, mode)));
        return statistics;
    }
}
