package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    private void awaitSize(int lines) throws IOException {
        Path record = folder.resolve("items.ndjson.part.done");
        while (Files.readAllLines(record).size() < lines) {
            Thread.onSpinWait();
        }
    }
}
