package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.InMemoryJobQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class JobFeedTest {

    @TempDir
    private Path folder;

    @Test
    void tellsOfEachJobUntilItHasEnded() throws Exception {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(DemoScene.write(folder).image().toString())
                .build();
        try (RunningService running = new RunningService(folder, new InMemoryJobQueue(), 1, null);
                BufferedReader events = listen(running.client())) {
            String id = running.client().submit(request);
            String line = events.readLine();
            while (!line.startsWith("data: ") || !line.contains("\"status\":\"finished\"")) {
                line = events.readLine();
            }
            assertThat(line).contains("\"job_id\":\"%s\"".formatted(id), "\"at\":\"20");
        }
    }

    @Test
    void endsWithTheService() throws Exception {
        RunningService running = new RunningService(folder, new InMemoryJobQueue(), 1, null);
        try (BufferedReader events = listen(running.client())) {
            running.close();
            assertThat(events.lines()).noneMatch(line -> line.startsWith("data: "));
        }
    }

    /** Opens the stream, and reads its begin: from then on no event is missed. */
    private static BufferedReader listen(ServiceClient client) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        client.request("/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BufferedReader events = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(events.readLine()).isEqualTo(": jobs");
        return events;
    }
}
