package io.stacgenerator.cli.demo;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoSceneTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2"})
    void anIndependentReaderFindsTheLandscapeInEachLevel(int level, int step) throws IOException {
        Raster raster = raster(DemoScene.write(folder).image(), level);
        Grid landscape =
                Grid.of(256 / step, 4, (column, row, band) -> Landscape.sample(column * step, row * step, band));
        assertThat(raster.getWidth()).isEqualTo(256 / step);
        for (int band = 0; band < 4; band++) {
            assertThat(raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null))
                    .isEqualTo(landscape.band(band).toArray());
        }
    }

    @Test
    void directoriesComeBeforePixelsAndTheOverviewBeforeTheFullResolution() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(
                        Files.readAllBytes(DemoScene.write(folder).image()))
                .order(LITTLE_ENDIAN);
        int full = file.getInt(4);
        int overview = next(file, full);
        assertThat(next(file, overview)).isZero();
        int overviewPixels = entries(file, overview).get(Tag.TILE_OFFSETS);
        int fullPixels = file.getInt(entries(file, full).get(Tag.TILE_OFFSETS));
        assertThat(new int[] {full, overview, overviewPixels, fullPixels})
                .isSorted()
                .startsWith(8);
        assertThat(overviewPixels + entries(file, overview).get(Tag.TILE_BYTE_COUNTS))
                .isEqualTo(fullPixels);
    }

    @Test
    void theSameFilesAreWrittenEachTime() throws IOException {
        byte[] first = Files.readAllBytes(DemoScene.write(folder).image());
        assertThat(DemoScene.write(folder).image()).hasBinaryContent(first);
    }

    private static Raster raster(Path file, int level) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            return reader.read(level).getRaster();
        } finally {
            reader.dispose();
        }
    }

    private static int next(ByteBuffer file, int directory) {
        return file.getInt(directory + 2 + 12 * file.getShort(directory));
    }

    private static Map<Integer, Integer> entries(ByteBuffer file, int directory) {
        Map<Integer, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < file.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            values.put(Short.toUnsignedInt(file.getShort(entry)), file.getInt(entry + 8));
        }
        return values;
    }
}
