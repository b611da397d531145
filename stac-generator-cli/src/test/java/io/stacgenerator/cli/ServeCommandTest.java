package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ServeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void servesUntilItIsTerminated() throws Exception {
        DemoScene scene = DemoScene.write(folder);
        try (Program program = Program.start("serve", "--port", 0, "--allow-root", folder)) {
            String base = program.awaitLine(
                            "listening on (http://127.0.0.1:\\d+), jobs in memory, .* open to everybody")
                    .group(1);
            assertThat(items(base, scene.image()).statusCode()).isEqualTo(200);
            assertThat(items(base, Path.of("/etc/passwd")).statusCode()).isEqualTo(422);
            program.terminate();
            program.awaitLine("^ending; what runs may go on for 25 seconds$");
            assertThat(program.exitCode()).isZero();
        }
    }

    @Test
    void itsProcessIsReplacedWhenItDies() throws Exception {
        DemoScene scene = DemoScene.write(folder);
        try (Program program = Program.start("serve", "--port", 0, "--allow-root", folder)) {
            program.awaitLine("listening on");
            program.children().forEach(ProcessHandle::destroyForcibly);
            program.awaitLine("the process \\d+ was ended by signal 9, and is replaced");
            String base =
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1);
            assertThat(items(base, scene.image()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void readsNothingAndAsksForATokenWhenConfiguredSo() throws Exception {
        Map<String, String> environment = Map.of("STAC_GENERATOR_TOKEN", "secret");
        try (Program program = Program.start(List.of(), environment, "serve", "--port", 0)) {
            String base = program.awaitLine("listening on (\\S+), .* for those who have the token")
                    .group(1);
            program.awaitLine(
                    "^nothing may be read: allow folders by --allow-root DIR, hosts by --allow-host HOST, buckets by --allow-prefix HREF$");
            assertThat(items(base, folder).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anEmptyTokenIsAnError() throws Exception {
        try (Program program = Program.start(List.of(), Map.of("STAC_GENERATOR_TOKEN", ""), "serve", "--port", 0)) {
            program.awaitLine("^error: the variable STAC_GENERATOR_TOKEN is empty, expected a token");
            assertThat(program.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatIsOpenToTheNetworkWarns() throws Exception {
        try (Program program = Program.start("serve", "--port", 0, "--host", "0.0.0.0")) {
            program.awaitLine("warning: open-service: everybody who reaches 0.0.0.0 may call");
        }
    }

    @Test
    void aFolderOfAHostIsReadAndNothingElseOfIt() throws Exception {
        byte[] image = Files.readAllBytes(DemoScene.write(folder).image());
        try (RangeServer server = RangeServer.start();
                Program program = Program.start(
                        "serve",
                        "--port",
                        0,
                        "--allow-prefix",
                        server.url("/open/"),
                        "--allow-private-addresses",
                        "--datetime",
                        "2026-06-15T00:00:00Z")) {
            String open = server.put("open/a.tif", image);
            String closed = server.put("closed/a.tif", image);
            String base =
                    program.awaitLine("listening on (http://127.0.0.1:\\d+),").group(1);
            assertThat(items(base, open).statusCode()).isEqualTo(200);
            for (String outside : List.of(closed, server.url("/open/../closed/a.tif"), "s3://bucket/a.tif")) {
                assertThat(items(base, outside))
                        .returns(422, HttpResponse::statusCode)
                        .extracting(HttpResponse::body)
                        .asString()
                        .contains("the storage policy refuses scheme");
            }
        }
    }

    private static HttpResponse<String> items(String base, Object asset) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/items"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"assetPaths\": [\"%s\"]}".formatted(asset)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void aPortThatIsTakenIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("serve", "--port", taken.getLocalPort());
            assertThat(run.errLines())
                    .filteredOn(line -> line.startsWith("error:"))
                    .containsExactly(
                            "error: cannot listen on 127.0.0.1:%d: Address already in use, expected another --port or --host"
                                    .formatted(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void otherCommandsLoadNothingOfTheService() throws Exception {
        DemoScene scene = DemoScene.write(folder);
        Path classes = folder.resolve("classes");
        try (Program program = Program.start(
                List.of("-Xlog:class+load:file=" + classes), Map.of(), "generate", scene.image(), "--id", "x")) {
            program.out();
            assertThat(program.exitCode()).isZero();
        }
        assertThat(classes)
                .content()
                .contains("io.stacgenerator.StacGenerator ")
                .doesNotContain("io.javalin", "org.eclipse.jetty", "io.micrometer", "kotlin.", "redis.clients")
                .doesNotContain("software.amazon.awssdk.http", "com.google.api", "com.google.common");
    }
}
