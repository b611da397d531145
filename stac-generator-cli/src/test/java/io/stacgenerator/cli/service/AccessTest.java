package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.job.InMemoryJobQueue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {

    @TempDir
    private Path folder;

    private RunningService running;

    @BeforeEach
    void start() throws IOException {
        running = new RunningService(folder, new InMemoryJobQueue(), 0, "let me in");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /jobs",
        "GET, /jobs",
        "GET, /jobs/x",
        "DELETE, /jobs/x",
        "POST, /jobs/x/requeue",
        "POST, /jobs/x/cancel",
        "POST, /jobs/requeue",
        "GET, /jobs/x/result",
        "GET, /jobs/x/events",
        "GET, /workers",
        "GET, /status/x",
        "POST, /items",
        "GET, /events",
        "GET, /metrics"
    })
    void callsWithoutTheTokenAreRefused(String method, String path) {
        HttpResponse<String> response =
                running.client().call(running.client().request(path).method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer let me", "Bearer let me in!", "let me in", "Basic let me in", "Bearer"})
    void aWrongTokenIsRefused(String authorization) {
        assertThat(list(authorization).statusCode()).isEqualTo(401);
    }

    @Test
    void theTokenOpens() {
        assertThat(list("Bearer let me in").statusCode()).isEqualTo(200);
        assertThat(list("bearer let me in").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> list(String authorization) {
        return running.client().call(running.client().request("/jobs").header("Authorization", authorization));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.js", "/leaflet/dist/leaflet.js", "/health", "/ready", "/live", "/openapi.json"})
    void whatRevealsNothingOfJobsIsOpen(String path) {
        assertThat(running.client().get(path).statusCode()).isEqualTo(200);
    }
}
