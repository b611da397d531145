package io.stacgenerator.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes Items of requests in the main thread, and prints as JSON what it took: a first pass in a fresh JVM, then, after
 * passes to warm up, as many passes as fit into some CPU seconds.
 *
 * <p>Arguments: a file of requests, one JSON object in each line; the statistics; the CPU seconds to warm up and to
 * measure, 0 for the first pass alone.
 */
public final class Items {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final StacGenerator generator;
    private final List<GenerationRequest> requests;
    private final Map<String, Object> failed = new LinkedHashMap<>();

    private Items(StacGenerator generator, List<GenerationRequest> requests) {
        this.generator = generator;
        this.requests = requests;
    }

    /**
     * Runs.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException {
        List<GenerationRequest> requests = Files.readAllLines(Path.of(args[0])).stream()
                .map(GenerationRequest::fromJson)
                .toList();
        GenerationOptions options = GenerationOptions.builder()
                .statistics(StatisticsMode.valueOf(args[1]))
                .datetime(Instant.EPOCH)
                .build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            System.out.println(JsonText.compact(new Items(generator, requests).run(Double.parseDouble(args[2]))));
        }
    }

    private Map<String, Object> run(double seconds) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("first", passes(0));
        result.put("failed", new LinkedHashMap<>(failed));
        if (seconds > 0) {
            passes(seconds);
            result.put("warm", passes(seconds));
        }
        result.put("peak_bytes", peakBytes());
        return result;
    }

    /** Makes at least one pass, and others until the process has worked for so many CPU seconds. */
    private Map<String, Object> passes(double seconds) {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long items = 0;
        do {
            items += pass();
        } while ((SYSTEM.getProcessCpuTime() - cpu) / 1e9 < seconds);
        return Map.of(
                "items", items,
                "cpu_seconds", (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                "seconds", (System.nanoTime() - start) / 1e9);
    }

    private int pass() {
        int made = 0;
        for (GenerationRequest request : requests) {
            try {
                made += generator.generate(request).item().toJson().isEmpty() ? 0 : 1;
            } catch (StacGeneratorException e) {
                failed.put(request.toJson(), e.code() + ": " + e.getMessage());
            }
        }
        return made;
    }

    /** Linux reports the greatest size that the process had in memory. */
    private static long peakBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
