package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@RequiresGdal
@Timeout(120)
final class GdalProcessesTest {

    private static final PixelWindow PART = new PixelWindow(1, 2, 3, 4);
    private static final RasterSize SMALL = new RasterSize(3, 2);

    @TempDir
    private Path folder;

    private final Set<Long> before = children(child -> true);

    private static Set<Long> children(Predicate<ProcessHandle> which) {
        return ProcessHandle.current()
                .children()
                .filter(which)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private long started() {
        Set<Long> now = children(child -> !before.contains(child.pid()) && child.isAlive());
        assertThat(now).hasSize(1);
        return now.iterator().next();
    }

    /** A process that is stopped would outlive this one, and keep its output open. */
    @AfterEach
    void endProcesses() {
        ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private GdalFile file() {
        Path path = Fixtures.write(Fixtures.memory(), "PNG", folder.resolve("a.png"));
        return new GdalFile(path, "a.png", false, false, null);
    }

    @Test
    void answerAsGdalInThisProcessDoes() throws IOException {
        try (Raster here = GdalInProcess.INSTANCE.open(file());
                Raster there = new GdalProcesses(Duration.ofSeconds(60)).open(file())) {
            assertThat(there.info())
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(here.info());
            assertThat(there.statistics(StatisticsMode.EXACT)).isEqualTo(here.statistics(StatisticsMode.EXACT));
            assertThat(there.readWindow(PART, 0)).usingRecursiveComparison().isEqualTo(here.readWindow(PART, 0));
            assertThat(there.preview(SMALL, 0)).usingRecursiveComparison().isEqualTo(here.preview(SMALL, 0));
            assertThat(there.validity(5)).usingRecursiveComparison().isEqualTo(here.validity(5));
        }
    }

    @Test
    void aCrashCostsOneAnswerAndTheProcessIsReplaced() throws IOException {
        GdalProcesses processes = new GdalProcesses(Duration.ofSeconds(60));
        try (Raster raster = processes.open(file())) {
            RasterInfo info = raster.info();
            signal("STOP", started()); // so that it is asked, and then dies amid the answer
            Thread killer = new Thread(() -> signal("KILL", started()));
            killer.start();

            assertFails(() -> raster.statistics(StatisticsMode.EXACT), ErrorCode.INVALID_RASTER);

            assertThat(raster.statistics(StatisticsMode.EXACT)).isPresent();
            assertThat(processes.open(file()).info().size()).isEqualTo(info.size());
        }
    }

    @Test
    void aCallThatHangsIsEndedWhenItsTimeIsUp() throws IOException {
        try (Raster raster = new GdalProcesses(Duration.ofMillis(200)).open(file())) {
            ProcessHandle process = ProcessHandle.of(started()).orElseThrow();
            signal("STOP", process.pid());
            AssetLimits limits = AssetLimits.ofDefaults().withCpuTime(Duration.ofMillis(300), Duration.ZERO);

            assertFails(
                    () -> new AssetBudget(limits, "a.png", 0, null)
                            .spend(() -> raster.statistics(StatisticsMode.EXACT)),
                    ErrorCode.LIMIT_EXCEEDED);

            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void aFileThatIsNotIdentifiedInTimeIsNamedByItsHref() throws IOException {
        GdalProcesses processes = new GdalProcesses(Duration.ofMillis(200));
        try (Raster raster = processes.open(file())) {
            assertThat(raster.info().bands()).isNotEmpty();
            signal("STOP", started());
            AssetLimits limits = AssetLimits.ofDefaults().withCpuTime(Duration.ofMillis(300), Duration.ZERO);

            assertThatThrownBy(() ->
                            new AssetBudget(limits, "b", 0, null).spend(() -> processes.identifies(file(), false)))
                    .hasMessageContaining("a.png")
                    .hasMessageNotContaining(folder.toString());
        }
    }

    @Test
    void theTimeOfTheRequestEndsACallThatHangs() throws IOException {
        try (Raster raster = new GdalProcesses(Duration.ofSeconds(60)).open(file())) {
            signal("STOP", started());
            Instant soon = Instant.now().plusMillis(200);

            assertFails(
                    () -> new AssetBudget(AssetLimits.ofDefaults(), "a.png", 0, soon)
                            .spend(() -> raster.statistics(StatisticsMode.EXACT)),
                    ErrorCode.LIMIT_EXCEEDED);
        }
    }

    @Test
    void anInterruptedThreadWaitsForNoAnswer() throws IOException {
        try (Raster raster = new GdalProcesses(Duration.ofSeconds(60)).open(file())) {
            signal("STOP", started());
            interruptOnceWaiting(Thread.currentThread());

            assertFails(() -> raster.statistics(StatisticsMode.EXACT), ErrorCode.CANCELED);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void limitsHoldInTheProcessAndWhatItSpendsCountsHere() throws IOException {
        try (Raster raster = new GdalProcesses(Duration.ofSeconds(60)).open(file())) {
            AssetBudget budget = new AssetBudget(AssetLimits.ofDefaults(), "a.png", 0, null);

            budget.spend(() -> raster.readWindow(PART, 0));

            assertThat(budget.spent().pixels()).isEqualTo(PART.pixels());
        }
        GdalFile many = new GdalFile(
                Fixtures.write(Fixtures.memory(), "GTiff", folder.resolve("a.tif")), "a.tif", false, false, null);
        AssetLimits limits = AssetLimits.ofDefaults().withBands(0);
        assertFails(
                () -> new AssetBudget(limits, "a.tif", 0, null)
                        .spend(() -> new GdalProcesses(Duration.ofSeconds(60)).open(many)),
                ErrorCode.LIMIT_EXCEEDED);
    }

    private static void interruptOnceWaiting(Thread caller) {
        Thread interrupter = new Thread(() -> {
            while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        interrupter.setDaemon(true);
        interrupter.start();
    }

    private static void assertFails(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .asInstanceOf(type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isEqualTo(code);
    }

    private static void signal(String name, long process) {
        try {
            List<String> command = List.of("kill", "-" + name, Long.toString(process));
            int unused = new ProcessBuilder(command)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
