package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final Path SCRIPT = Path.of("src/main/distribution/lib/launcher.sh");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "worker --queue redis://localhost",
                "batch requests.ndjson --statistics exact",
                "batch --statistics=approximate requests.ndjson",
                "batch requests.ndjson --footprint data",
                "batch requests.ndjson --checksum"
            })
    void whatTakesLongIsWorthTheSecondCompiler(String arguments) throws Exception {
        assertThat(takesLong(Map.of(), List.of(arguments.split(" ", -1)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch requests.ndjson -o items.ndjson",
                "batch - --statistics none",
                "generate a.tif --statistics exact",
                "describe",
                ""
            })
    void whatIsDoneSoonHasTheFirstCompilerAlone(String arguments) throws Exception {
        assertThat(takesLong(Map.of(), List.of(arguments.split(" ", -1)))).isFalse();
    }

    @Test
    void aBatchOfALargeFileTakesLong() throws Exception {
        String requests = sized("requests.ndjson", 20_000_000);

        assertThat(takesLong(Map.of(), List.of("batch", requests))).isTrue();
        assertThat(takesLong(Map.of(), List.of("batch", sized("fewer.ndjson", 19_999_999))))
                .isFalse();
        assertThat(takesLong(Map.of(), List.of("generate", requests))).isFalse();
    }

    @Test
    void outputThatGoesToAFileIsNotWaitedFor() throws Exception {
        Path items = folder.resolve("items.ndjson");

        ProcessBuilder builder = takesLong(List.of("batch", "requests.ndjson", "-o", "/dev/stdout"));
        Process process = builder.redirectOutput(items.toFile()).start();
        try {
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void theConfigurationFileCounts() throws Exception {
        Path pixels = Files.writeString(folder.resolve("pixels"), "batch.statistics = exact\n");
        Path none = Files.writeString(folder.resolve("none"), "statistics=tags\nserve.port=8080\n");

        assertThat(takesLong(Map.of("STAC_GENERATOR_CONFIG", pixels.toString()), List.of("batch", "-")))
                .isTrue();
        assertThat(takesLong(Map.of("STAC_GENERATOR_CONFIG", none.toString()), List.of("batch", "-")))
                .isFalse();
    }

    private String sized(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file.toString();
    }

    private static boolean takesLong(Map<String, String> environment, List<String> arguments) throws Exception {
        ProcessBuilder builder = takesLong(arguments);
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        assertThat(exit).isBetween(0, 1);
        return exit == 0;
    }

    private static ProcessBuilder takesLong(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-euc", ". \"$0\"; takes_long \"$@\"", SCRIPT.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("STAC_GENERATOR_CONFIG");
        return builder;
    }
}
