package io.stacgenerator.cli.service;

import static io.stacgenerator.cli.service.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.stacgenerator.Asset;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
final class StacServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Path folder;
    private final JobQueue queue = new InMemoryJobQueue();
    private GenerationRequest request;
    private RunningService running;
    private ServiceClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        this.folder = folder;
        DemoScene scene = DemoScene.write(folder);
        request = GenerationRequest.builder()
                .assetPaths(scene.image().toString())
                .itemId("scene")
                .build();
        running = new RunningService(folder, queue, 1, null);
        client = running.client();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    /** Starts another service, without workers. */
    private RunningService serve(JobQueue other) throws IOException {
        return new RunningService(folder, other, 0, null);
    }

    private GenerationRequest absent() {
        return request.toBuilder()
                .assetPaths(folder.resolve("no.tif").toString())
                .build();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response)).containsEntry("status", status).containsEntry("type", "about:blank");
        assertThat(json(response).get("detail")).asString().contains(detail);
        assertThat(response.body()).doesNotContain("Exception", "\\tat ", "io.stacgenerator");
    }

    @Test
    void aRequestBecomesAJobWithItsItem() {
        HttpResponse<String> accepted = client.post("/jobs", request.toJson());
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = (String) json(accepted).get("job_id");
        assertThat(accepted.headers().firstValue("Location")).hasValue("/jobs/" + id);

        queue.await(new JobId(id), PATIENCE);

        assertThat(json(client.get("/status/" + id))).isEqualTo(Map.of("status", "finished"));
        Map<String, Object> job = json(client.get("/jobs/" + id));
        assertThat(job)
                .containsEntry("status", "finished")
                .containsEntry("attempts", 1)
                .containsKey("ended_at");
        assertThat(job)
                .extractingByKey("item", MAP)
                .containsEntry("id", "scene")
                .containsEntry("type", "Feature");
        assertThat(job).extractingByKey("warnings", LIST).extracting("code").containsExactly("assumed-utc");
        assertThat(job).extractingByKey("origins", MAP).containsKey("/properties/datetime");
        assertThat(json(client.get("/jobs?limit=1")))
                .extractingByKey("counts", MAP)
                .hasEntrySatisfying(
                        "finished", count -> assertThat((Integer) count).isPositive());
    }

    @Test
    void theRequestOfAJobIsShownWithoutCredentials() {
        GenerationRequest signed = GenerationRequest.builder()
                .assets(Asset.builder("https://user:secret@example.com/a.tif")
                        .key("a")
                        .build())
                .metadataPaths("https://example.com/a.json?sig=secret")
                .itemId("a")
                .build();
        String id = (String) json(client.post("/jobs", signed.toJson())).get("job_id");
        HttpResponse<String> shown = client.get("/jobs/%s/request".formatted(id));
        assertThat(shown.body()).doesNotContain("secret");
        assertThat(GenerationRequest.fromJson(shown.body()))
                .isEqualTo(signed.toBuilder()
                        .assets(Asset.builder("https://example.com/a.tif")
                                .key("a")
                                .build())
                        .metadataPaths("https://example.com/a.json")
                        .build());
    }

    @Test
    void aJobThatFailsSaysItsError() {
        String id = client.submit(absent());
        queue.await(new JobId(id), PATIENCE);
        Map<String, Object> job = json(client.get("/jobs/" + id));
        assertThat(job).containsEntry("status", "failed").doesNotContainKey("item");
        assertThat(job).extractingByKey("error", MAP).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void anItemIsAnsweredAtOnce() {
        HttpResponse<String> response = client.post("/items", request.toJson());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(json(response)).containsEntry("id", "scene");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs", "/items"})
    void allFaultsOfARequestAreReportedByPointer(String path) {
        HttpResponse<String> response = client.post(path, "{\"assetPaths\": [7], \"itemId\": \"a/b\", \"colour\": 1}");
        assertProblem(response, 400, "/assetPaths/0 is the number 7, expected a string");
        assertThat(json(response))
                .containsEntry("code", "INVALID_REQUEST")
                .extractingByKey("faults", LIST)
                .extracting("pointer")
                .contains("/assetPaths/0", "/itemId", "/colour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /nothing              | 404 | there is no /nothing
            GET    | /jobs/no-such-job     | 404 | 'no-such-job'
            GET    | /jobs/a%20b           | 404 | 'a b'
            GET    | /status/no-such-job   | 404 | 'no-such-job'
            DELETE | /jobs/no-such-job     | 404 | 'no-such-job'
            PUT    | /jobs                 | 405 | PUT is not a method of /jobs
            BREW   | /jobs                 | 405 | BREW is not a method of /jobs
            GET    | /items                | 405 | GET is not a method of /items
            GET    | /jobs?limit=0         | 400 | parameter limit is '0', expected 1 to 1000
            GET    | /jobs?limit=1001      | 400 | parameter limit is '1001', expected 1 to 1000
            GET    | /jobs?limit=many      | 400 | parameter limit is 'many', expected 1 to 1000
            GET    | /jobs?status=done     | 400 | parameter status is 'done', expected names of states
            GET    | /jobs?after=the-start | 400 | parameter after is 'the-start'
            POST   | /jobs                 | 415 | the header Content-Type is '', expected application/json
            """)
    void whatCannotBeAnsweredIsAProblem(String method, String path, int status, String detail) {
        assertProblem(client.call(client.request(path).method(method, BodyPublishers.noBody())), status, detail);
    }

    @Test
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre() {
        assertThat(client.call(client.request("/jobs").PUT(BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow"))
                .hasValue("GET, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aBodyThatAnyPageMaySendIsRefused(String type) {
        assertProblem(client.post("/jobs", type, BodyPublishers.ofString(request.toJson())), 415, type);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysItsSizeOrNot() {
        byte[] body = new byte[StacService.MAX_BODY_BYTES + 1];
        assertProblem(
                client.post("/jobs", "application/json", BodyPublishers.ofByteArray(body)),
                413,
                "1048576 bytes; submit many requests in several calls");
        assertProblem(
                client.post(
                        "/jobs",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                413,
                "1048576 bytes");
    }

    @Test
    void whatMayNotBeReadIsRefused() {
        String json = request.toBuilder().assetPaths("/etc/passwd").build().toJson();
        HttpResponse<String> response = client.post("/items", json);
        assertProblem(response, 422, "the storage policy refuses path '/etc/passwd'");
        assertThat(json(response)).containsEntry("code", "ACCESS_REFUSED");
    }

    @Test
    void anItemThatCannotBeMadeIsAProblemWithItsCode() {
        HttpResponse<String> response = client.post("/items", absent().toJson());
        assertProblem(response, 422, "no.tif");
        assertThat(json(response)).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void aJobThatWaitsIsCanceledAndOneThatHasEndedIsNot() throws IOException {
        try (RunningService idle = serve(new InMemoryJobQueue())) {
            String id = idle.client().submit(request);
            String cancel = "/jobs/%s/cancel".formatted(id);
            assertThat(json(idle.client().post(cancel, ""))).isEqualTo(Map.of("status", "canceled"));
            assertProblem(idle.client().post(cancel, ""), 409, "is canceled, expected one that has not ended");
        }
    }

    @Test
    void theSameRequestWithTheSameKeyIsOneJob() {
        HttpResponse<String> first = submitWithKey(request);
        assertThat(json(submitWithKey(request))).isEqualTo(json(first));
        HttpResponse<String> other = submitWithKey(absent());
        assertProblem(other, 409, "");
        assertThat(json(other)).containsEntry("code", "JOB_CONFLICT");
    }

    private HttpResponse<String> submitWithKey(GenerationRequest request) {
        return client.call(client.request("/jobs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "order 17")
                .POST(BodyPublishers.ofString(request.toJson())));
    }

    @Test
    void pagesLeadToEachOther() throws IOException {
        try (RunningService idle = serve(new InMemoryJobQueue())) {
            List<Object> submitted = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                submitted.add(0, idle.client().submit(request));
            }
            idle.client().delete("/jobs/" + submitted.remove(2));

            List<Object> listed = new ArrayList<>();
            Object next = "/jobs?status=queued,started&limit=3";
            while (next != null) {
                Map<String, Object> page = json(idle.client().get((String) next));
                assertThat(page).extractingByKey("jobs", LIST).hasSizeLessThanOrEqualTo(3);
                ((List<?>) page.get("jobs")).forEach(job -> listed.add(((Map<?, ?>) job).get("job_id")));
                next = page.get("next");
            }
            assertThat(listed).isEqualTo(submitted);
        }
    }

    @Test
    void aFullQueueAsksToTryAgain() throws IOException {
        JobQueueOptions small = JobQueueOptions.builder().capacity(1).build();
        try (RunningService full = serve(new InMemoryJobQueue(small))) {
            full.client().submit(request);
            HttpResponse<String> response = full.client().post("/jobs", request.toJson());
            assertProblem(response, 429, "");
            assertThat(json(response)).containsEntry("code", "QUEUE_FULL");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aQueueThatIsAwayAsksToTryAgain() throws IOException {
        try (RunningService away =
                serve(failing(new StacGeneratorException(ErrorCode.QUEUE_UNAVAILABLE, "the queue does not answer")))) {
            ServiceClient caller = away.client();
            List<HttpResponse<String>> responses = List.of(
                    caller.post("/jobs", request.toJson()),
                    caller.get("/jobs"),
                    caller.get("/jobs/x"),
                    caller.get("/status/x"),
                    caller.delete("/jobs/x"),
                    caller.get("/health"),
                    caller.get("/ready"));
            assertThat(responses).allSatisfy(response -> {
                assertProblem(response, 503, "the queue does not answer");
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
            });
        }
    }

    @Test
    void whileTheQueueIsAwayTheProcessLivesAndSaysItsMeasures() throws IOException {
        try (RunningService away =
                serve(failing(new StacGeneratorException(ErrorCode.QUEUE_UNAVAILABLE, "the queue does not answer")))) {
            assertThat(away.client().get("/live").statusCode()).isEqualTo(200);
            assertThat(away.client().get("/metrics").body())
                    .contains("stac_generator_queue_answers 0.0", "jvm_memory_used_bytes")
                    .doesNotContain("stac_generator_jobs{");
        }
    }

    @Test
    void callersThatDoNotWantEventsGetNone() {
        HttpResponse<String> response = client.call(client.request("/events").header("Accept", "application/json"));
        assertProblem(response, 406, "the header Accept is 'application/json', expected text/event-stream");
    }

    @Test
    void aFinishedJobHasItsItemAloneAndIsNotQueuedAgain() {
        String id = client.submit(request);
        queue.await(new JobId(id), PATIENCE);
        HttpResponse<String> result = client.get("/jobs/" + id + "/result");
        assertThat(result.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(json(result)).containsEntry("id", "scene");
        assertProblem(client.post("/jobs/" + id + "/requeue", ""), 409, "is finished, expected one that failed");
    }

    @Test
    void aJobThatWasCanceledIsQueuedAgain() throws IOException {
        try (RunningService idle = serve(new InMemoryJobQueue())) {
            String id = idle.client().submit(request);
            idle.client().delete("/jobs/" + id);
            assertProblem(
                    idle.client().get("/jobs/" + id + "/result"), 409, "is canceled, expected one that is finished");
            assertThat(json(idle.client().post("/jobs/" + id + "/requeue", ""))).isEqualTo(Map.of("status", "queued"));
        }
    }

    @Test
    void linesOfRequestsAreAsManyJobsInTheirOrder() {
        String lines = request.toJson() + "\n\n" + absent().toJson() + "\n";
        HttpResponse<String> response = client.post("/jobs", "application/x-ndjson", BodyPublishers.ofString(lines));
        assertThat(response.statusCode()).isEqualTo(202);
        List<JobState> ends = ((List<?>) json(response).get("job_ids"))
                .stream()
                        .map(id -> queue.await(new JobId((String) id), PATIENCE).state())
                        .toList();
        assertThat(ends).containsExactly(JobState.FINISHED, JobState.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"proxy-17, proxy-17", "a b, [0-9a-f-]{36}"})
    void theIdOfACallIsThatOfItsCallerWhereItFitsALog(String given, String answered) {
        assertThat(client.call(client.request("/jobs").header("X-Request-Id", given))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElse(""))
                .matches(answered);
    }

    @Test
    void oneFaultyLineIsReportedAndNothingIsSubmitted() {
        long before = queue.stats().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String lines = request.toJson() + "\n{\"assetPaths\": 1}";
        assertProblem(
                client.post("/jobs", "application/x-ndjson", BodyPublishers.ofString(lines)),
                400,
                "line 2: invalid request: /assetPaths");
        assertThat(queue.stats().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(before);
    }

    @Test
    void faultsOfTheServiceAreNotRevealedToItsCallers() throws IOException {
        try (RunningService broken = serve(failing(new IllegalStateException("the secret of the house")))) {
            HttpResponse<String> response = broken.client().get("/jobs");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response)).containsEntry("detail", "a fault of the service, see its log");
        }
    }

    private static JobQueue failing(RuntimeException failure) {
        return FailingQueue.of(new InMemoryJobQueue(), failure);
    }

    @Test
    void theQueueAndTheCallsAreMeasured() throws IOException {
        try (RunningService fresh = serve(new InMemoryJobQueue())) {
            fresh.client().submit(request);
            fresh.client().post("/items", request.toJson());
            fresh.client().post("/items", absent().toJson());
            assertThat(fresh.client().get("/metrics").body())
                    .contains("stac_generator_jobs{state=\"queued\"} 1.0")
                    .contains("stac_generator_jobs_oldest_queued_seconds ")
                    .contains("stac_generator_generation_seconds_count{outcome=\"OK\"} 1")
                    .contains("stac_generator_generation_seconds_count{outcome=\"NOT_FOUND\"} 1")
                    .contains("http_server_requests_seconds_count{method=\"POST\",route=\"/items\",status=\"422\"} 1")
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void theServiceIsUpWhileTheQueueAnswers() {
        assertThat(json(client.get("/health"))).isEqualTo(Map.of("status", "up"));
    }

    @Test
    void theDocumentDescribesEveryRouteAndOfNoOther() {
        OpenApi document = client.document();
        assertThat(running.service().routes()).containsExactlyInAnyOrderElementsOf(document.operations());
        assertThat(document.references()).isNotEmpty().allSatisfy(document::at);
    }

    @Test
    void theDocumentNamesTheStatesOfJobs() {
        Map<String, Object> state = client.document().resolved(Map.of("$ref", "#/components/schemas/JobState"));
        assertThat(state)
                .extractingByKey("enum", LIST)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(JobState.values()).map(JobState::jsonName).toList());
    }

    @Test
    void aPortThatIsTakenIsAnError() {
        int port = running.service().port();
        ServiceOptions taken =
                ServiceOptions.builder().address("127.0.0.1", port).workers(0).build();
        try (StacGenerator generator = StacGenerator.create();
                StacService second = new StacService(generator, generator::generate, queue, taken)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
        }
    }
}
