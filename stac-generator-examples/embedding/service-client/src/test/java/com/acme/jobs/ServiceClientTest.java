package com.acme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.jobs.client.DefaultApi;
import com.acme.jobs.client.http.ApiClient;
import com.acme.jobs.client.http.ApiException;
import com.acme.jobs.client.model.Item;
import com.acme.jobs.client.model.Job;
import com.acme.jobs.client.model.JobState;
import com.acme.jobs.client.model.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated client against the service whose address, and a request for it, are given as system properties. */
final class ServiceClientTest {

    private final ApiClient client = new ApiClient();
    private DefaultApi service;
    private Request request;

    @BeforeEach
    void readsTheRequest() throws Exception {
        client.updateBaseUri(System.getProperty("service"));
        service = new DefaultApi(client);
        request = client.getObjectMapper().readValue(System.getProperty("request"), Request.class);
    }

    private String submitted() throws ApiException {
        return service.submitJob(request, null, null).getJobId();
    }

    /** Waits for the end of a job, as its events end then: the generator makes no client for a stream of them. */
    private static void follow(String id) throws IOException, InterruptedException {
        URI events = URI.create("%s/jobs/%s/events".formatted(System.getProperty("service"), id));
        HttpRequest get = HttpRequest.newBuilder(events)
                .header("Accept", "text/event-stream")
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(get, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aJobIsSubmittedFollowedAndItsItemFetched() throws Exception {
        String id = submitted();
        follow(id);

        Job job = service.showJob(id);
        assertThat(job.getStatus()).isEqualTo(JobState.FINISHED);
        assertThat(service.jobStatus(id).getStatus()).isEqualTo(JobState.FINISHED);
        Item item = service.jobResult(id);
        assertThat(client.getObjectMapper().valueToTree(item).get("id"))
                .isEqualTo(client.getObjectMapper()
                        .readTree(Files.readString(Path.of(System.getProperty("expected"))))
                        .get("id"));
    }

    @Test
    void manyJobsAreSubmittedFoundAndDeleted() throws Exception {
        List<String> ids =
                service.submitJob(List.of(request, request), null, null).getJobIds();
        assertThat(ids).hasSize(2);
        for (String id : ids) {
            follow(id);
            assertThat(service.listJobs(List.of(JobState.FINISHED), null, null, id, 10, null)
                            .getJobs())
                    .singleElement()
                    .satisfies(job -> assertThat(job.getJobId()).isEqualTo(id));
            service.deleteJob(id);
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> service.showJob(id))
                    .satisfies(e -> assertThat(e.getCode()).isEqualTo(404));
        }
    }

    @Test
    void anItemIsMadeAtOnce() throws Exception {
        assertThat(service.makeItem(request).getAssets()).isNotEmpty();
    }

    @Test
    void aProblemNamesItsCode() {
        request.setAssetPaths(List.of("https://forbidden.example/a.tif"));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> service.makeItem(request))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("ACCESS_REFUSED"));
    }
}
