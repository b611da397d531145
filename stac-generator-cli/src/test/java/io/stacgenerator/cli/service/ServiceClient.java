package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service, and checks that each answer is one that its OpenAPI document describes. */
final class ServiceClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final OpenApi document;

    ServiceClient(int port) {
        base = URI.create("http://127.0.0.1:" + port);
        document = new OpenApi(json(send(request("/openapi.json").build())));
    }

    OpenApi document() {
        return document;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    HttpResponse<String> get(String path) {
        return call(request(path));
    }

    HttpResponse<String> delete(String path) {
        return call(request(path).DELETE());
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    HttpResponse<String> post(String path, String type, BodyPublisher body) {
        return call(request(path).header("Content-Type", type).POST(body));
    }

    /** Submits a request and returns the id of the job. */
    String submit(GenerationRequest request) {
        HttpResponse<String> response = post("/jobs", request.toJson());
        assertThat(response.statusCode()).isEqualTo(202);
        return (String) json(response).get("job_id");
    }

    HttpResponse<String> call(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = send(request);
        document.checkTells(request.method(), request.uri().getPath(), response);
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> json(HttpResponse<String> response) {
        return json(response.body());
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    static Map<String, Object> json(String text) {
        return JSON.readValue(text, Map.class);
    }
}
