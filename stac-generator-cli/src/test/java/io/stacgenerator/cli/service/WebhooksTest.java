package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobQueueOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls at the end of jobs, to a server of the test. */
@Timeout(60)
final class WebhooksTest {

    private static final String SECRET = "a secret of the test";

    private final BlockingQueue<Map<String, String>> calls = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer receiver;
    private String origin;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        origin = "http://127.0.0.1:" + receiver.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        calls.add(Map.of(
                "path", exchange.getRequestURI().toString(),
                "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                "signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                "body", new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 204, -1);
        exchange.close();
    }

    private RunningService serve(Path folder) throws IOException {
        JobQueueOptions soon = JobQueueOptions.builder()
                .lease(Duration.ofMillis(300))
                .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
                .build();
        return new RunningService(
                folder,
                new InMemoryJobQueue(soon),
                options -> options.workers(1).webhooks(WebhookOptions.of(List.of(origin), SECRET)));
    }

    private static HttpResponse<String> submit(RunningService running, String webhook) {
        GenerationRequest request =
                GenerationRequest.builder().assetPaths("/none.tif").build();
        return running.client().post("/jobs?webhook=" + URLEncoder.encode(webhook, UTF_8), request.toJson());
    }

    private Map<String, String> call() throws InterruptedException {
        return calls.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void aReceiverThatFailsAtFirstIsCalledAgainWithASignature(@TempDir Path folder) throws Exception {
        failures.set(2);
        try (RunningService running = serve(folder)) {
            Object id =
                    ServiceClient.json(submit(running, origin + "/hook?of=me")).get("job_id");
            for (int attempt = 0; attempt < 3; attempt++) {
                Map<String, String> call = call();
                assertThat(call).containsEntry("path", "/hook?of=me").containsEntry("id", (String) id);
                assertThat(call.get("signature"))
                        .isEqualTo("v1," + hmac(id + "." + call.get("timestamp") + "." + call.get("body")));
                assertThat(ServiceClient.json(call.get("body")))
                        .containsEntry("job_id", id)
                        .containsEntry("status", "failed")
                        .containsKey("error");
            }
            submit(running, origin + "/last");
            assertThat(call()).as("no call after the one that was answered").containsEntry("path", "/last");
        }
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.com/",
                "https://127.0.0.1/",
                "http://127.0.0.1:1/",
                "http://user@127.0.0.1/",
                "http://127.0.0.1:1/?token=hunter2",
                "http://user:hunter2@127.0.0.1:1/",
                "http://127.0.0.1:1/?hunter2",
                "/hook",
                "a b",
                ""
            })
    void othersAreNotCalled(String webhook, @TempDir Path folder) throws IOException {
        try (RunningService running = serve(folder)) {
            HttpResponse<String> answer = submit(running, webhook);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("parameter webhook is '", origin).doesNotContain("hunter2");
        }
    }

    @Test
    void aServiceThatAllowsNobodyRefusesAll(@TempDir Path folder) throws IOException {
        try (RunningService running = new RunningService(folder, new InMemoryJobQueue(), 0, null)) {
            assertThat(submit(running, origin).statusCode()).isEqualTo(400);
        }
    }
}
