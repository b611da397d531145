package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches in processes that end before they do. */
@Timeout(120)
final class BatchProcessTest {

    private static final int MADE = 20;
    private static final int SIGTERM = 128 + 15;
    private static final int SIGINT = 128 + 2;
    private static final int CONTROL_C = 3;
    private static final int COLUMNS = 50;

    @TempDir
    private Path folder;

    private Path requests;
    private Path items;

    /** Some quick requests, and then one that takes minutes. */
    @BeforeEach
    void writeRequests() throws IOException {
        requests = folder.resolve("requests.ndjson");
        items = folder.resolve("items.ndjson");
        String scene = DemoScene.write(folder.resolve("scene")).image().toString();
        String slow = SlowRaster.write(folder.resolve("slow.tif")).toString();
        Files.write(
                requests,
                Stream.concat(
                                IntStream.range(0, MADE).mapToObj(i -> request(scene, "item-" + i)),
                                Stream.of(request(slow, "slow")))
                        .toList());
    }

    private static String request(String asset, String id) {
        return GenerationRequest.builder().assetPaths(asset).itemId(id).build().toJson();
    }

    private Program start() {
        return Program.start(
                List.of("-XX:TieredStopAtLevel=1"),
                Map.of(),
                "batch",
                requests,
                "-o",
                items,
                "-v",
                "--statistics",
                "exact");
    }

    private void assertThatItGoesOn() throws IOException {
        assertThat(items).doesNotExist();
        List<String> lines = Files.readAllLines(requests).subList(0, MADE);
        Files.write(requests, lines);
        Run run = Run.of("batch", requests, "-o", items, "--resume");
        assertThat(run.errLines()).last().asString().startsWith("0 items made, 0 failed, 0 warnings, 20 done before");
        assertThat(Files.readAllLines(items).stream().map(Run::json))
                .extracting("id")
                .isEqualTo(IntStream.range(0, MADE).mapToObj(i -> "item-" + i).toList());
    }

    @Test
    void finishedItemsOutliveAKill() throws Exception {
        try (Program batch = start()) {
            batch.awaitLine("assumed-utc: line " + MADE);
            awaitSize(MADE);
            batch.kill();
            batch.exitCode();
            assertThatItGoesOn();
        }
    }

    @Test
    void aBatchThatIsAskedToEndSaysWhatIsDone() throws Exception {
        try (Program batch = start()) {
            batch.awaitLine("assumed-utc: line " + MADE);
            awaitSize(MADE);
            batch.terminate();
            batch.awaitLine("^20 items made, 0 failed, ");
            batch.awaitLine("ended early; what is done is in .*items.ndjson.part, and --resume goes on");
            assertThat(batch.exitCode()).isEqualTo(SIGTERM);
            assertThatItGoesOn();
        }
    }

    @Test
    void inATerminalOf50ColumnsTheProgressFitsAndControlCEndsTheBatchThatResumeGoesOnWith() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux has script, which makes a terminal");
        Path log = folder.resolve("terminal");
        Process terminal = terminal(log, "batch %s -o %s --statistics exact".formatted(requests, items));
        try {
            awaitSize(MADE);
            terminal.getOutputStream().write(CONTROL_C);
            terminal.getOutputStream().flush();
            assertThat(terminal.waitFor()).isEqualTo(SIGINT);
            assertThat(Files.readString(log)).contains("20 items made, 0 failed, ", "ended early; what is done is in ");
            assertThat(Files.readString(log).split("[\r\n]+", -1))
                    .filteredOn(line -> line.startsWith("\033[K") && line.contains(" done, "))
                    .isNotEmpty()
                    .allMatch(line -> line.replace("\033[K", "").length() < COLUMNS);
            assertThatItGoesOn();
        } finally {
            terminal.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Runs a command by the launcher's own functions, which ask the terminal how wide it is. */
    private static Process terminal(Path log, String command) throws IOException {
        String script = "stty cols %d; java=%s java_major=17 class_path='%s'; . %s; run -Xshare:auto %s"
                .formatted(
                        COLUMNS,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Path.of("src/main/distribution/lib/launcher.sh").toAbsolutePath(),
                        command);
        // a build that runs in the background ignores the signal, and so would what it starts
        return new ProcessBuilder(
                        "/usr/bin/env",
                        "--default-signal=INT",
                        "/usr/bin/script",
                        "-q",
                        "-e",
                        "-c",
                        script,
                        "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void awaitSize(int lines) throws IOException {
        Path record = folder.resolve("items.ndjson.part.done");
        while (!Files.exists(record) || Files.readAllLines(record).size() < lines) {
            Thread.onSpinWait();
        }
    }
}
