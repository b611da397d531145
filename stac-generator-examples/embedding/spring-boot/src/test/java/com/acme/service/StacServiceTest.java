package com.acme.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StacServiceTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private JobQueue queue;

    @Test
    void makesTheItemOfAJob() throws Exception {
        String request = System.getProperty("request");
        HttpResponse<String> submitted = send(HttpRequest.newBuilder(uri("/jobs")).POST(BodyPublishers.ofString(request)));
        assertThat(submitted.statusCode()).isEqualTo(202);
        JobId id = new JobId(submitted.body());
        assertThat(queue.await(id, Duration.ofSeconds(30)).state()).isEqualTo(JobState.FINISHED);

        HttpResponse<String> item = send(HttpRequest.newBuilder(uri("/jobs/" + submitted.body() + "/item")));
        assertThat(item.body()).isEqualTo(Files.readString(Path.of(System.getProperty("expected"))).strip());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
