package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit on the size of files stands for a disk that is full: both fail within a write. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "items.ndjson, item item-, items.ndjson",
        "items.geojson, item item-, items.geojson",
        "items.parquet, item item-, items.parquet",
        "catalog:published, '', published/"
    })
    void nothingIncompleteAppearsAndTheErrorTellsTheTarget(String target, String item, String file) throws Exception {
        Path image = DemoScene.write(folder).image();
        Path requests = folder.resolve("requests.ndjson");
        Files.write(
                requests,
                IntStream.range(0, 300)
                        .mapToObj(i -> "{\"assetPaths\": [\"%s\"], \"itemId\": \"item-%d\"}".formatted(image, i))
                        .toList());
        Path out = Files.createDirectory(folder.resolve("out"));
        String to = target.startsWith("catalog:")
                ? "catalog:" + out.resolve("published")
                : out.resolve(target).toString();
        try (Program program = Program.startLimited(32, "batch", requests, "--to", to)) {
            String err = program.err();
            assertThat(program.exitCode()).as(err).isEqualTo(1);
            assertThat(err).contains("error: STORAGE_UNAVAILABLE: " + item, file, "File too large");
        }
        assertThat(files(out))
                .allSatisfy(name -> assertThat(name.toString()).doesNotEndWith(".part"))
                .filteredOn(name -> !name.getFileName().toString().startsWith("item-"))
                .isEmpty();
        for (Path written : files(out)) {
            assertThat(Run.json(Files.readString(written))).containsEntry("type", "Feature");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
