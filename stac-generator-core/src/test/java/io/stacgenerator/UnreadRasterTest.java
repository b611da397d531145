package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.gdal.GdalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnreadRasterTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"moon.cub", "io.vic", "heights.XYZ", "relief.ers", "scene.img", "map.mpr", "a.gxf"})
    void aRasterThatNoReaderKnowsIsTold(String name) throws IOException {
        assertThat(codes(name, "1 2 3 of no known format")).containsExactly("raster-unread");
    }

    @ParameterizedTest
    @CsvSource({"tiles.mbtiles, SQLite format 3", "relief.sdat, 1 2 3", "scene, HEAD\u000274"})
    void whatGdalMayKnowIsToldWithTheCommandThatInstallsIt(String name, String content) throws IOException {
        boolean installed = new GdalReader().missing().isEmpty();
        Path file = Files.writeString(folder.resolve(name), content);

        assertThat(warnings(file))
                .extracting(Warning::message)
                .allMatch(message -> installed || message.contains("run scripts/install-gdal"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme.txt", "scene.hdr", "scene.pvl", "scene.dbf", "scene", "points.shp"})
    void aFileThatIsNotNamedAsARasterIsNot(String name) throws IOException {
        assertThat(codes(name, "1 2 3 of no known format")).doesNotContain("raster-unread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene", "scene.raster", "N45E006.tile"})
    void aFileWithoutAKnownNameWhoseBytesNoReaderKnowsIsTold(String name) throws IOException {
        assertThat(codes(name, "\u0001\u0002 of no known format")).containsExactly("raster-not-recognised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points.shx", "scene.dbf", "model.onnx", "film.mp4"})
    void aFileThatIsKnownToBeNoRasterIsNot(String name) throws IOException {
        assertThat(codes(name, "\u0001\u0002 of no known format")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.png", "login.nc"})
    void aFileOfOtherBytesIsToldOnce(String name) throws IOException {
        assertThat(codes(name, "<!doctype html><html>"))
                .contains("raster-not-recognised")
                .doesNotContain("raster-unread");
    }

    /** GDAL, where it is installed, calls these broken; it is the reader of pictures that tells what they cost. */
    @ParameterizedTest
    @CsvSource({
        "cut.png, 89504e470d0a1a0a0000000d",
        "first.png, 89504e470d0a1a0a0000000d49584452",
        "cut.jpg, ffd8ffe000104a46494600",
        "table.jpg, ffd8ffdb00430f0000000000000000000000",
        "cut.gif, 474946383961",
        "cut.webp, 524946460000000057454250565038",
        "cut.jp2, 0000000c6a5020200d0a870a00000014667479706a703220",
        "codestream.j2k, ff4fff51002f0000"
    })
    void aBrokenPictureIsAnAssetWithAndWithoutGdal(String name, String bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(bytes));

        assertThat(codes(file)).containsExactly("raster-unsupported");
    }

    private List<String> codes(String name, String content) throws IOException {
        return codes(Files.writeString(folder.resolve(name), content));
    }

    private static List<String> codes(Path file) {
        return warnings(file).stream().map(Warning::code).toList();
    }

    private static List<Warning> warnings(Path file) {
        try (StacGenerator generator = StacGenerator.create()) {
            GenerationResult result = generator.generate(
                    GenerationRequest.builder().assetPaths(file.toString()).build(),
                    GenerationOptions.builder()
                            .datetime(Instant.parse("2021-06-01T00:00:00Z"))
                            .build());
            return result.warnings();
        }
    }
}
