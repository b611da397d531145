package io.stacgenerator.cli.service;

import static io.stacgenerator.cli.service.ServiceClient.json;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.Lease;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls about jobs, which the test itself runs. */
@Timeout(60)
final class JobCallsTest {

    private final InMemoryJobQueue queue = new InMemoryJobQueue();
    private RunningService running;
    private ServiceClient client;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        running = new RunningService(
                folder, queue, options -> options.workers(0).origins(List.of("https://app.example.com")));
        client = running.client();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static GenerationRequest request(String asset) {
        return GenerationRequest.builder().assetPaths(asset).build();
    }

    private Lease take(JobLeases leases) {
        return leases.claim(1, Duration.ofSeconds(30)).get(0);
    }

    private void fail(ErrorCode code, String message) {
        try (JobLeases leases = queue.leases("host-1")) {
            leases.fail(take(leases), new StacGeneratorException(code, message));
        }
    }

    private void finish(Map<String, ?> item) {
        try (JobLeases leases = queue.leases("host-1")) {
            leases.finish(
                    take(leases),
                    new GenerationResult(StacItem.of(item), List.of(new Warning("odd", "it is odd")), Map.of()));
        }
    }

    private static Map<String, Object> item(String id) {
        return Map.of(
                "type", "Feature",
                "stac_version", "1.1.0",
                "id", id,
                "geometry", Map.of("type", "Point", "coordinates", List.of(1, 2)),
                "properties", Map.of(),
                "links", List.of(),
                "assets", Map.of());
    }

    private List<Object> ids(String path) {
        return ((List<?>) json(client.get(path)).get("jobs"))
                .stream().map(job -> (Object) ((Map<?, ?>) job).get("job_id")).toList();
    }

    @Test
    void aJobShowsWhatPeopleKnowItBy() {
        String id = client.submit(request("https://host/scene.tif?sig=secret").toBuilder()
                .provider("umbra")
                .build());
        finish(item("scene-1"));
        for (Map<?, ?> job : List.of(json(client.get("/jobs/" + id)), (Map<?, ?>)
                ((List<?>) json(client.get("/jobs")).get("jobs")).get(0))) {
            assertThat(job.get("item_id")).isEqualTo("scene-1");
            assertThat(job.get("asset")).isEqualTo("https://host/scene.tif");
            assertThat(job.get("provider")).isEqualTo("umbra");
            assertThat(job.get("worker")).asString().startsWith("host-1");
            assertThat(job.get("waited_seconds")).isNotNull();
            assertThat(job.get("ran_seconds")).isNotNull();
            assertThat(job.get("without_geometry")).isNull();
        }
    }

    @Test
    void aFinishedJobWithoutGeometrySaysSo() {
        String id = client.submit(request("/a.tif"));
        finish(Map.of(
                "type",
                "Feature",
                "stac_version",
                "1.1.0",
                "id",
                "a",
                "properties",
                Map.of(),
                "links",
                List.of(),
                "assets",
                Map.of()));
        assertThat(client.get("/jobs").body()).contains("\"without_geometry\":true");
        assertThat(json(client.get("/status/" + id))).containsEntry("without_geometry", true);
    }

    @ParameterizedTest
    @CsvSource({
        "q=FLOOD, flood",
        "q=gone, fire",
        "q=a%2Bb, plus",
        "code=NOT_FOUND, fire",
        "code=not_found&status=failed, fire",
        "provider=Iceye, flood",
        "status=queued, plus",
        "q=flood&status=queued, ''",
        "code=INTERNAL, ''"
    })
    void jobsAreFound(String query, String found) {
        Map<String, Object> expected = Map.of(
                "flood",
                client.submit(
                        request("/flood.tif").toBuilder().provider("iceye").build()),
                "fire",
                client.submit(request("/fire.tif")),
                "plus",
                client.submit(request("/a+b.tif")));
        finish(item("flood"));
        fail(ErrorCode.NOT_FOUND, "it is gone");
        assertThat(ids("/jobs?" + query)).isEqualTo(found.isEmpty() ? List.of() : List.of(expected.get(found)));
    }

    @Test
    void theNextPageOfASearchIsOneOfTheSameSearch() {
        List<String> ids = Stream.of("/a&b-1", "/other", "/a&b-2")
                .map(path -> client.submit(request(path)))
                .toList();
        Map<String, Object> page = json(client.get("/jobs?q=A%26b&limit=1"));
        assertThat(page).extractingByKey("jobs", LIST).extracting("job_id").containsExactly(ids.get(2));
        assertThat(ids((String) page.get("next"))).containsExactly(ids.get(0));
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThat(client.get("/jobs?code=OOPS").statusCode()).isEqualTo(400);
        assertThat(client.post("/jobs/requeue?status=gone", "").statusCode()).isEqualTo(400);
    }

    @Test
    void allThatFailedAreQueuedAgain() {
        List<String> ids = Stream.of("/a", "/b", "/c")
                .map(path -> client.submit(request(path)))
                .toList();
        fail(ErrorCode.NOT_FOUND, "gone");
        fail(ErrorCode.INVALID_RASTER, "truncated");
        client.post("/jobs/" + ids.get(2) + "/cancel", "");
        assertThat(json(client.post("/jobs/requeue?code=INVALID_RASTER", ""))).isEqualTo(Map.of("requeued", 1));
        assertThat(ids("/jobs?status=queued")).containsExactly(ids.get(1));
        assertThat(json(client.post("/jobs/requeue", ""))).isEqualTo(Map.of("requeued", 1));
        assertThat(json(client.post("/jobs/requeue?status=canceled", ""))).isEqualTo(Map.of("requeued", 1));
    }

    @Test
    void aJobIsCanceledThenForgotten() {
        String id = client.submit(request("/a"));
        assertThat(json(client.delete("/jobs/" + id))).isEqualTo(Map.of("status", "canceled"));
        assertThat(client.post("/jobs/" + id + "/cancel", "").statusCode()).isEqualTo(409);
        assertThat(client.delete("/jobs/" + id).statusCode()).isEqualTo(204);
        assertThat(client.get("/jobs/" + id).statusCode()).isEqualTo(404);
        assertThat(client.delete("/jobs/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anArrayOfRequestsIsAsManyJobsInItsOrder() {
        String body = "\n [" + request("/a").toJson() + ", " + request("/b").toJson() + "] ";
        List<?> ids = (List<?>) json(client.post("/jobs", body)).get("job_ids");
        assertThat(ids("/jobs")).isEqualTo(List.of(ids.get(1), ids.get(0)));
        assertThat(json(client.get("/jobs/" + ids.get(0)))).containsEntry("asset", "/a");
    }

    @Test
    void manyRequestsWithAKeyAreSubmittedOnce() {
        String body = "[" + request("/a").toJson() + "," + request("/a").toJson() + "]";
        Set<List<?>> answers = Stream.of(body, body)
                .map(each -> client.call(client.request("/jobs")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "order 18")
                        .POST(BodyPublishers.ofString(each))))
                .map(answer -> (List<?>) json(answer).get("job_ids"))
                .collect(toSet());
        assertThat(answers).hasSize(1);
        assertThat(ids("/jobs")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                             | the body has no request
            [1]                                            | element 0: expected the object of a request, got 1
            [{"assetPaths": ["/a"]}, {"assetPaths": 1}]    | element 1: invalid request: /1/assetPaths is the number 1
            [{"assetPaths": ["/a"]}                        | body
            [{"assetPaths": ["/a"]}], "more": [1]          | the body goes on after its array
            """)
    void aFaultyArrayIsReportedAndNothingIsSubmitted(String body, String detail) {
        HttpResponse<String> answer = client.post("/jobs", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail")).asString().contains(detail);
        assertThat(ids("/jobs")).isEmpty();
    }

    @Test
    void workersAreListedWithTheirJobs() {
        String id = client.submit(request("/a"));
        try (JobLeases leases = queue.leases("host-1")) {
            take(leases);
            assertThat(json(client.get("/workers")))
                    .extractingByKey("workers", LIST)
                    .singleElement()
                    .asInstanceOf(map(String.class, Object.class))
                    .containsEntry("host", "host-1")
                    .containsEntry("jobs", List.of(id));
        }
        assertThat(json(client.get("/workers"))).isEqualTo(Map.of("workers", List.of()));
    }

    @Test
    void theEventsOfAJobEndWithIt() {
        String id = client.submit(request("/a"));
        client.submit(request("/other"));
        finish(item("a"));
        HttpResponse<String> events =
                client.call(client.request("/jobs/" + id + "/events").header("Accept", "text/html, */*"));
        assertThat(events.body().lines().filter(line -> line.startsWith("data: ")))
                .singleElement()
                .asString()
                .contains("\"job_id\":\"%s\"".formatted(id), "\"status\":\"finished\"");
        assertThat(client.get("/jobs/none/events").statusCode()).isEqualTo(404);
    }

    @Test
    void theEventsOfAJobAreToldAsTheyHappen() throws InterruptedException {
        String id = client.submit(request("/a"));
        Thread worker = new Thread(() -> finish(item("a")));
        worker.start();
        assertThat(client.get("/jobs/" + id + "/events").body()).contains("\"status\":\"finished\"");
        worker.join();
    }

    @Test
    void pagesOfAllowedOriginsMayCall() {
        HttpResponse<String> answer = client.call(client.request("/jobs").header("Origin", "https://app.example.com"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.com");
        HttpResponse<String> preflight = client.call(client.request("/jobs")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type"));
        assertThat(preflight.statusCode()).isLessThan(300);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("authorization");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("POST");
    }

    @Test
    void pagesOfOtherOriginsMayNot() {
        HttpResponse<String> answer =
                client.call(client.request("/jobs").header("Origin", "https://other.example.com"));
        assertThat(answer.statusCode())
                .as("as for the page itself, which sends its origin too")
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    static Stream<String> requests() {
        return Stream.of(
                "{\"assetPaths\":[\"/a.tif\"]}",
                "{\"assetPaths\":[\"/a.tif\"],\"assets\":[],\"metadataPaths\":[],\"extensions\":[],\"options\":{}}",
                "{\"assetPaths\":[],\"assets\":[{\"href\":\"/a.tif\",\"roles\":[]}]}",
                "{\"assetPaths\":[\"/a.tif\"],\"metadataPaths\":[\"/a.xml\"],\"collection\":\"/c.json\","
                        + "\"itemId\":\"a\",\"source\":\"manual\",\"provider\":\"umbra\",\"extensions\":[\"eo\"]}",
                "{\"assets\":[{\"href\":\"/a.tif\",\"publishedHref\":\"https://x/a.tif\",\"key\":\"data\","
                        + "\"title\":\"A\",\"roles\":[\"data\"],\"type\":\"image/tiff\"}],"
                        + "\"options\":{\"datetime\":\"2026-01-01T00:00:00Z\",\"datetimeFallback\":\"none\","
                        + "\"statistics\":\"exact\",\"footprint\":\"data\",\"footprintDeviation\":0.5,"
                        + "\"footprintPositions\":100,\"stacVersion\":\"1.0.0\",\"checksum\":true,"
                        + "\"remoteSideFiles\":false,\"strict\":true,\"properties\":{\"gsd\":10},"
                        + "\"parameters\":{\"eo\":{}}}}");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatTheDocumentDescribesIsARequest(String json) {
        assertThat(client.document().faults(Map.of("$ref", "#/components/schemas/Request"), json))
                .isEmpty();
        assertThat(GenerationRequest.fromJson(json)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Request | {"assetPaths": ["/a"], "nope": 1}
            Asset   | {"assets": [{"href": "/a", "nope": 1}]}
            Options | {"assetPaths": ["/a"], "options": {"nope": 1}}
            """)
    void theDocumentNamesEachMemberOfARequest(String schema, String json) {
        String message = json(client.post("/jobs", json)).get("detail").toString();
        assertThat(client.document().resolved(Map.of("$ref", "#/components/schemas/" + schema)))
                .extractingByKey("properties", MAP)
                .containsOnlyKeys((Object[])
                        message.replaceFirst(".*expected one of ", "").split(", ", -1));
    }

    @Test
    void theDocumentNamesEachCodeOfAnError() {
        assertThat(client.document().resolved(Map.of("$ref", "#/components/schemas/ErrorCode")))
                .extractingByKey("enum", LIST)
                .containsExactlyElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::name).toList());
    }
}
