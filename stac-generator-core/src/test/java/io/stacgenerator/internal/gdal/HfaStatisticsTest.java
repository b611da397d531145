package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.gdal.named.FileBytes;
import io.stacgenerator.internal.gdal.named.HfaTree;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.testkit.FakeContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class HfaStatisticsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, NaN", "2, NaN", "4, NaN", "0, -3.4e38", "1, 3e9", "5, Infinity"})
    void statisticsThatGdalCannotReadCostNoMore(int index, double value) throws IOException {
        Path file = imagine();
        set(file, index, value);
        byte[] before = Files.readAllBytes(file);
        FakeContext context = FakeContext.of(new FileStorageResolver());

        try (StorageObject object = Fixtures.local(file);
                Raster raster = new GdalReader().open(object, context)) {
            assertThat(raster.info().bands())
                    .singleElement()
                    .satisfies(band -> assertThat(band.statistics()).isEmpty());
            assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT).get(0).count())
                    .isPresent();
        }
        assertThat(context.warnings()).extracting(Warning::code).containsExactly("statistics-unavailable");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void othersStay() throws IOException {
        assertThat(Fixtures.info(imagine()).bands())
                .singleElement()
                .satisfies(band -> assertThat(band.statistics()).isPresent());
    }

    private Path imagine() throws IOException {
        Path file = Fixtures.write(Fixtures.memory(), "HFA", folder.resolve("a.img"), "STATISTICS=YES");
        Files.delete(folder.resolve("a.img.aux.xml")); // it has them too
        return file;
    }

    private static void set(Path file, int index, double value) throws IOException {
        HfaTree.Node statistics;
        try (FileBytes bytes = FileBytes.open(file)) {
            statistics = HfaTree.of(bytes).stream()
                    .filter(node -> node.name().equals("Statistics"))
                    .findFirst()
                    .orElseThrow();
        }
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, statistics.data() + (long) index * Double.BYTES);
        }
    }
}
