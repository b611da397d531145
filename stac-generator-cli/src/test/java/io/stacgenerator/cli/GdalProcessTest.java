package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.redis.RedisJobQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that have GDAL in processes of its own, which hang or crash over a file: they are stopped or killed here.
 */
@Timeout(300)
final class GdalProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** The processes of GDAL that were seen. */
    private final List<ProcessHandle> seen = new ArrayList<>();

    @BeforeAll
    static void requireGdal() {
        boolean required = Arrays.asList(
                        System.getProperty("stacgenerator.require", "").split(",", -1))
                .contains("gdal");
        try (StacGenerator generator = StacGenerator.create()) {
            assumeTrue(
                    required
                            || generator.describe().missing().stream()
                                    .noneMatch(missing -> missing.contains("as GDAL is not")),
                    "GDAL is not installed");
        }
    }

    /** Writes a file that no reader but GDAL knows. */
    private GenerationRequest bitmap(String name) throws IOException {
        Path file = folder.resolve(name + ".bmp");
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY), "bmp", file.toFile());
        return GenerationRequest.builder()
                .assetPaths(file.toString())
                .itemId(name)
                .build();
    }

    private static Program start(Object... args) {
        Object[] more = {"--gdal-process", "--datetime", "2026-06-15T10:26:31Z"};
        return Program.start(
                List.of("-XX:TieredStopAtLevel=1"),
                Map.of(),
                Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    /** Waits for a process of GDAL that was not there before. */
    private ProcessHandle nextProcess(ProcessHandle parent) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<ProcessHandle> next = Optional.empty();
        while (next.isEmpty()) {
            assertThat(parent.isAlive() && Instant.now().isBefore(deadline)).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            next = parent.children()
                    .filter(child -> !seen.contains(child) && isGdal(child))
                    .findFirst();
        }
        seen.add(next.get());
        return next.get();
    }

    /** A process is first a copy of its parent and then the JDK's spawn helper, whose signals the parent would get. */
    private static boolean isGdal(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains("internal.gdal.GdalServer");
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private void assertNoProcessIsLeft() {
        assertThat(seen).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(PATIENCE));
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aBatchGoesOnAfterFilesThatGdalHangsAndCrashesOver() throws Exception {
        Path requests = folder.resolve("requests.ndjson");
        Files.write(
                requests,
                Stream.of(bitmap("hangs"), bitmap("crashes"), bitmap("is-read"))
                        .map(GenerationRequest::toJson)
                        .toList());
        Path items = folder.resolve("items.ndjson");
        Path errors = folder.resolve("errors.ndjson");
        try (Program batch = start("batch", requests, "-o", items, "--errors", errors, "-j", 1)) {
            signal("STOP", nextProcess(batch.handle()));
            signal("KILL", nextProcess(batch.handle()));
            nextProcess(batch.handle());

            assertThat(batch.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(Files.readAllLines(errors))
                    .satisfiesExactly(
                            hung -> assertThat(hung).contains("\"line\":1", ErrorCode.LIMIT_EXCEEDED.name()),
                            crashed -> assertThat(crashed).contains("\"line\":2", ErrorCode.INVALID_RASTER.name()));
            assertThat(Files.readAllLines(items)).singleElement().asString().contains("\"id\":\"is-read\"");
            assertNoProcessIsLeft();
        }
    }

    @ParameterizedTest
    @CsvSource({"serve, STOP, TIMED_OUT", "worker, KILL, INVALID_RASTER"})
    void aJobFailsThatGdalHangsOrCrashesOverAndTheNextOneStartsWithinASecond(
            String command, String signal, ErrorCode code) throws Exception {
        try (LocalRedis redis = LocalRedis.start(folder);
                JobQueue queue = RedisJobQueue.open(redis.url());
                Program program = start(
                        command,
                        "--redis",
                        redis.url(),
                        "--port",
                        0,
                        "--allow-root",
                        folder,
                        "--workers",
                        1,
                        "--attempts",
                        1,
                        "--job-timeout",
                        "6s")) {
            program.awaitLine(" at a time");
            JobId bad = queue.submit(bitmap("bad"));
            JobId neighbor = queue.submit(GenerationRequest.builder()
                    .assetPaths(DemoScene.write(folder).image().toString())
                    .build());
            signal(signal, nextProcess(program.children().get(0)));

            JobStatus failed = queue.await(bad, PATIENCE);
            JobStatus finished = queue.await(neighbor, PATIENCE);

            assertThat(failed.error()).as("%s", failed).get().extracting("code").isEqualTo(code);
            assertThat(finished.state()).isEqualTo(JobState.FINISHED);
            assertThat(Duration.between(
                            failed.endedAt().orElseThrow(), finished.startedAt().orElseThrow()))
                    .isLessThan(Duration.ofSeconds(1));
            program.terminate();
            assertThat(program.exitCode()).isZero();
            assertNoProcessIsLeft();
        }
    }
}
