package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Cloud Optimized GeoTIFFs of a folder of real files cost over HTTP, counted at the server. */
@Requires("corpus")
final class CogRequestsTest {

    private static final int HEAD = 32 << 10;

    /** The requests and bytes that a file cost. */
    private record Cost(String file, long size, int requests, long bytes) {}

    @ParameterizedTest
    @CsvSource({"TAGS, 1, 1", "APPROXIMATE, 3, 2"})
    void headerAndStatisticsCostFewRequests(StatisticsMode mode, int mostRequests, int mostTimesTheFile)
            throws IOException {
        try (RangeServer server = RangeServer.start();
                StacGenerator generator = generator(mode)) {
            List<Cost> costs = files().stream()
                    .map(file -> cost(file, server, generator))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(costs).hasSizeGreaterThan(100).allSatisfy(cost -> {
                long most = mode == StatisticsMode.TAGS ? HEAD : HEAD + mostTimesTheFile * cost.size();
                assertThat(cost.requests()).isBetween(1, mostRequests);
                assertThat(cost.bytes()).isLessThanOrEqualTo(most);
            });
        }
    }

    private static StacGenerator generator(StatisticsMode mode) {
        return StacGenerator.builder()
                .options(GenerationOptions.builder()
                        .statistics(mode)
                        .datetime(Instant.EPOCH)
                        .build())
                .build();
    }

    private static List<String> files() throws IOException {
        return Files.readAllLines(folder().resolve("list.txt"));
    }

    private static Path folder() {
        return Material.path("corpus");
    }

    /** Returns what a file cost, or null when it is no COG, or no Item is made of it. */
    private static @Nullable Cost cost(String file, RangeServer server, StacGenerator generator) {
        int requests = server.calls().size();
        long bytes = server.bytesSent();
        byte[] content = content(file);
        String href = server.put(file, content);
        try {
            GenerationRequest request =
                    GenerationRequest.builder().assetPaths(href).build();
            String item = generator.generate(request).item().toJson();
            return item.contains("profile=cloud-optimized")
                    ? new Cost(file, content.length, server.calls().size() - requests, server.bytesSent() - bytes)
                    : null;
        } catch (StacGeneratorException e) {
            return null;
        }
    }

    private static byte[] content(String file) {
        try {
            return Files.readAllBytes(folder().resolve("files").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
