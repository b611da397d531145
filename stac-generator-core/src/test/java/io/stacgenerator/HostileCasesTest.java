package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.JavaProcess;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that once hung, took all memory or failed as faults of the library; each must end soon in a small heap. */
final class HostileCasesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    @Requires("cases")
    void endsSoonAndBlamesTheInput() throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Material.path("cases").resolve("hostile"))) {
            inputs = files.sorted().toList();
        }
        JavaProcess process = JavaProcess.run(
                List.of(JavaProcess.java(), "-Xmx256m"),
                Run.class,
                Stream.concat(Stream.of(raster()), inputs.stream())
                        .map(Path::toString)
                        .toArray(String[]::new));

        assertThat(process.exit()).as(process.out() + process.err()).isZero();
        assertThat(process.out().lines()).hasSameSizeAs(inputs).allMatch(line -> line.startsWith("ok "));
    }

    private Path raster() throws IOException {
        return Files.write(folder.resolve("raster.tif"), Scene.picture());
    }

    /** Makes an Item of each input and prints what became of it; ends at the first that takes too long. */
    static final class Run {

        private Run() {}

        public static void main(String... arguments) throws InterruptedException {
            for (int i = 1; i < arguments.length; i++) {
                long start = System.nanoTime();
                String outcome = outcome(arguments[0], arguments[i]);
                long took = (System.nanoTime() - start) / 1_000_000;
                System.out.println(outcome + " " + took + " ms " + arguments[i].replaceAll(".*/", ""));
                if (outcome.startsWith("hangs")) {
                    System.exit(1);
                }
            }
            System.exit(0);
        }

        private static String outcome(String raster, String input) throws InterruptedException {
            Thread[] worker = new Thread[1];
            CompletableFuture<String> future = new CompletableFuture<>();
            worker[0] = new Thread(() -> {
                try {
                    future.complete(generate(raster, input));
                } catch (Throwable e) {
                    future.completeExceptionally(e);
                }
            });
            worker[0].setDaemon(true);
            worker[0].start();
            try {
                return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return "hangs at " + List.of(worker[0].getStackTrace());
            } catch (ExecutionException e) {
                return "fails by " + e.getCause();
            }
        }

        private static String generate(String raster, String input) {
            boolean tiff = input.endsWith(".tif");
            GenerationRequest.Builder request = GenerationRequest.builder().assetPaths(tiff ? input : raster);
            if (!tiff) {
                request.metadataPaths(input);
            }
            GenerationOptions options = GenerationOptions.builder()
                    .statistics(tiff ? StatisticsMode.EXACT : StatisticsMode.NONE)
                    .datetime(Instant.EPOCH)
                    .build();
            try (StacGenerator generator =
                    StacGenerator.builder().options(options).build()) {
                generator.generate(request.build());
                return "ok item";
            } catch (StacGeneratorException e) {
                return (e.code() == ErrorCode.INTERNAL ? "bad " : "ok ") + e.code() + " "
                        + e.getMessage().lines().findFirst().orElse("").replaceAll("^(.{150}).*", "$1")
                        + (e.code() == ErrorCode.INTERNAL && e.getCause() != null
                                ? e.getCause() + " "
                                        + List.of(e.getCause().getStackTrace()).subList(0, 3)
                                : "");
            }
        }
    }
}
