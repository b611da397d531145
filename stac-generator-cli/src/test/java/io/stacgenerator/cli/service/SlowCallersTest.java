package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of callers that send or read next to nothing, more of them than the service has threads. */
@Timeout(120)
final class SlowCallersTest {

    private static final int CALLERS = 400;

    /** More than the buffers of both sockets hold together, and no more than a queue takes. */
    private static final int LARGE = 8_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final JobQueue queue = new InMemoryJobQueue();
    private final List<Socket> sockets = new ArrayList<>();

    private RunningService serve(Duration patience) throws IOException {
        return new RunningService(folder, queue, options -> options.workers(0).patience(patience));
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Connects, and reads into a buffer that is as small as the system allows. */
    private Socket call(RunningService running, String request) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(1);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), running.service().port()));
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static void assertHealthy(RunningService running) {
        assertThat(running.client()
                        .call(running.client().request("/health").timeout(PATIENCE))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String post(String framing) {
        return "POST /jobs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n%s\r\n\r\n".formatted(framing);
    }

    @Test
    void bodiesThatComeByteByByteHoldNoThread() throws IOException {
        try (RunningService running = serve(Duration.ofMinutes(5))) {
            for (int i = 0; i < CALLERS; i++) {
                call(running, i % 2 == 0 ? post("Content-Length: 1000") : post("Transfer-Encoding: chunked"));
            }
            for (Socket socket : sockets) {
                socket.getOutputStream()
                        .write(sockets.indexOf(socket) % 2 == 0 ? new byte[] {'{'} : "1\r\n{\r\n".getBytes(US_ASCII));
            }
            assertHealthy(running);
        }
    }

    @Test
    void headersThatComeByteByByteHoldNoThread() throws IOException {
        try (RunningService running = serve(Duration.ofMinutes(5))) {
            for (int i = 0; i < CALLERS; i++) {
                call(running, "GET /jobs HT");
            }
            assertHealthy(running);
        }
    }

    @Test
    @Timeout(20) // Jetty hangs up after 30 seconds in which nothing moves at all
    void aCallerThatDoesNotReadItsAnswerIsCutOff() throws IOException, InterruptedException {
        JobId id = queue.submit(GenerationRequest.builder().assetPaths("/a.tif").build());
        try (RunningService running = serve(Duration.ofMillis(500));
                JobLeases leases = queue.leases("test")) {
            leases.finish(leases.claim(1, PATIENCE).get(0), large());
            Socket socket = call(running, "GET /jobs/%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(id));
            assertThatIOException().isThrownBy(() -> writeUntilItFails(socket));
        }
    }

    @Test
    void largeAnswersThatAreReadSlowlyAreNoMoreThanFitAtATime() throws IOException, InterruptedException {
        JobId id = queue.submit(GenerationRequest.builder().assetPaths("/a.tif").build());
        try (RunningService running = serve(Duration.ofMinutes(5));
                JobLeases leases = queue.leases("test")) {
            leases.finish(leases.claim(1, PATIENCE).get(0), large());
            String request = "GET /jobs/%s/result HTTP/1.1\r\nHost: x\r\n\r\n".formatted(id);
            List<String> statuses = new ArrayList<>();
            for (int i = 0; i < 70; i++) {
                statuses.add(status(call(running, request)));
            }
            assertThat(statuses).startsWith("200").endsWith("503");
            assertHealthy(running);
            hangUp();
            while (!status(call(running, request)).equals("200")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), US_ASCII).substring(9);
    }

    /** Nobody answers a byte that is sent too much, until the other side has hung up. */
    private static void writeUntilItFails(Socket socket) throws IOException, InterruptedException {
        while (true) {
            socket.getOutputStream().write('\n');
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static GenerationResult large() {
        return GenerationResult.fromJson("""
                {"item": {"type": "Feature", "stac_version": "1.1.0", "id": "x", "geometry": null, "links": [], "assets": {},
                  "properties": {"datetime": "2024-01-01T00:00:00Z", "note": "%s"}}, "warnings": [], "origins": {}}""".formatted("x".repeat(LARGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "99999999999"})
    void aBodyThatTakesTooLongIsRefused(String length) throws IOException {
        try (RunningService running = serve(Duration.ofMillis(500))) {
            Socket socket = call(running, post("Content-Length: " + length) + "{");
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("the body did not arrive in time");
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
        }
    }

    @Test
    void aBodyInManyPartsIsReadWhole() throws IOException {
        try (RunningService running = serve(Duration.ofMinutes(1))) {
            String json = "{\"assetPaths\": [\"%s\"]}".formatted("/a".repeat(100_000));
            byte[] body = json.getBytes(UTF_8);
            Map<String, Object> answer = ServiceClient.json(running.client()
                    .call(running.client()
                            .request("/jobs")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArrays(IntStream.range(0, body.length / 1000 + 1)
                                    .mapToObj(i ->
                                            Arrays.copyOfRange(body, i * 1000, Math.min(body.length, (i + 1) * 1000)))
                                    .toList()))));
            assertThat(answer).containsKey("job_id");
        }
    }

    @Test
    void callersThatNeverEndDoNotKeepTheServiceFromClosing() throws IOException {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (RunningService running = new RunningService(
                folder,
                queue,
                options -> options.workers(0)
                        .grace(Duration.ofMillis(
                                50)) // less than the second that Jetty gives to those that send nothing
                        .log(ServiceLog.text(lines::add)))) {
            Socket socket = call(running, "GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /jobs HT");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        assertThat(lines).contains("warning: cut-off: callers still connected after 50 ms were cut off");
    }
}
