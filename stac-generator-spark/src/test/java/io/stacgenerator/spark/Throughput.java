package io.stacgenerator.spark;

import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the Items of a file of requests by Spark and by a generator alone, in turns, on two cores each, and prints what
 * it took: requests in, lines of JSON out. The first round of each warms up.
 */
public final class Throughput {

    private static final int CORES = 2;

    private Throughput() {}

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        void run(Path output) throws IOException;
    }

    /**
     * Measures.
     *
     * @param args the file of requests, a folder for what is written, and how many rounds, without the first
     */
    public static void main(String[] args) throws IOException {
        Path requests = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        try (SparkSession spark = SparkSession.builder()
                        .master("local[%d]".formatted(CORES))
                        .config("spark.ui.enabled", "false")
                        .getOrCreate();
                StacGenerator generator =
                        StacGenerator.builder().concurrency(CORES).build()) {
            for (int round = 0; round <= Integer.parseInt(args[2]); round++) {
                measure(round, "spark", folder, output -> withSpark(spark, requests, output));
                measure(round, "generator", folder, output -> alone(generator, requests, output));
            }
        }
    }

    private static void measure(int round, String name, Path folder, Work work) throws IOException {
        long wall = System.nanoTime();
        long cpu = cpu();
        work.run(folder.resolve("%s-%d".formatted(name, round)));
        System.out.printf(
                "{\"round\": %d, \"name\": \"%s\", \"seconds\": %.2f, \"cpu_seconds\": %.2f}%n",
                round, name, (System.nanoTime() - wall) / 1e9, (cpu() - cpu) / 1e9);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void withSpark(SparkSession spark, Path requests, Path output) {
        StacSpark.items(spark.read().textFile(requests.toString()).repartition(20), StacSparkOptions.ofDefaults())
                .select("item")
                .write()
                .mode(SaveMode.Overwrite)
                .text(output.toString());
    }

    /** What {@code batch -j 2} does. */
    private static void alone(StacGenerator generator, Path requests, Path output) throws IOException {
        try (Stream<String> lines = Files.lines(requests);
                Stream<GenerationOutcome> outcomes = generator.generateAll(lines.map(GenerationRequest::fromJson));
                BufferedWriter items = Files.newBufferedWriter(output)) {
            outcomes.filter(outcome -> outcome.error() == null).forEach(outcome -> {
                try {
                    items.write(outcome.get().item().toJson());
                    items.newLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
