package io.stacgenerator.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service as its users start it, with a small heap, many of whose callers ask for large documents at a time. */
@Timeout(300)
final class SmallHeapServiceTest {

    @TempDir
    private Path folder;

    @Test
    void documentsThatAreTooLargeFailAloneAndOthersAreMade() throws Exception {
        Path image = DemoScene.write(folder).image();
        List<String> metadata = List.of(links(100_000), links(20_000), "[]");
        try (Program program =
                Program.start(List.of("-Xmx256m"), Map.of(), "serve", "--port", 0, "--allow-root", folder)) {
            String base =
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1);
            HttpClient http = HttpClient.newHttpClient();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 18)
                    .mapToObj(i -> http.sendAsync(request(base, image, metadata.get(i % 3)), BodyHandlers.ofString()))
                    .toList();

            assertThat(answers.stream()
                            .map(CompletableFuture::join)
                            .collect(groupingBy(SmallHeapServiceTest::outcome, counting())))
                    .isEqualTo(Map.of("200", 12L, "LIMIT_EXCEEDED", 6L));
            program.terminate();
            assertThat(program.err()).doesNotContain("OutOfMemoryError");
        }
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.body().contains("LIMIT_EXCEEDED") ? "LIMIT_EXCEEDED" : String.valueOf(answer.statusCode());
    }

    private String links(int count) throws Exception {
        String links = IntStream.range(0, count)
                .mapToObj("{\"rel\":\"related\",\"href\":\"https://example.com/%d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"links\":[", "]}"));
        return "[\"%s\"]".formatted(Files.writeString(folder.resolve(count + ".json"), links));
    }

    private static HttpRequest request(String base, Path image, String metadata) {
        return HttpRequest.newBuilder(URI.create(base + "/items"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"assetPaths\": [\"%s\"], \"metadataPaths\": %s}".formatted(image, metadata)))
                .build();
    }
}
