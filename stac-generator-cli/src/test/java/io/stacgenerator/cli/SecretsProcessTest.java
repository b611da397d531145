package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the command line as a process, with everything that it uses logging at level debug, and searches all that it
 * prints and writes for the credentials that it was given.
 */
final class SecretsProcessTest {

    private static final String SECRET = "hunter2";
    private static final String KEY = "c2VjcmV0IGtleQ==";

    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        byte[] scene =
                Files.readAllBytes(DemoScene.write(folder.resolve("scene")).image());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, scene));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, byte[] scene) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String status = path.replaceAll("\\D*(\\d{3})?.*", "$1");
        byte[] body = path.contains("broken") ? new byte[] {'I', 'I', 42, 0} : scene;
        if (String.valueOf(exchange.getRequestURI().getQuery()).contains("comp=list")) {
            body = ("<?xml version=\"1.0\"?><EnumerationResults><Blobs><Blob><Name>a.tif</Name><Properties/></Blob>"
                            + "<Blob><Name>404.tif</Name><Properties/></Blob></Blobs></EnumerationResults>")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
        }
        try (exchange) {
            exchange.sendResponseHeaders(status.isEmpty() ? 200 : Integer.parseInt(status), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String url(String path) {
        return "http://user:%s@127.0.0.1:%d%s?sv=2024-11-04&sig=%s"
                .formatted(SECRET, server.getAddress().getPort(), path, SECRET);
    }

    @ParameterizedTest
    @CsvSource({"/a.tif, 0", "/403.tif, 1", "/404.tif, 1", "/503.tif, 1", "/broken.tif, 1"})
    void signedUrlIsRevealedByNothing(String path, int exitCode) throws Exception {
        assertThat(run(Map.of(), "generate", url(path), "--result", "--verbose"))
                .isEqualTo(exitCode);
    }

    @Test
    void batchOfSignedUrlsIsRevealedByNothing() throws Exception {
        Path requests = Files.write(
                folder.resolve("requests.ndjson"),
                List.of(
                        "{\"assetPaths\": [\"%s\"]}".formatted(url("/a.tif")),
                        "{\"assetPaths\": [\"%s\"]}".formatted(url("/404.tif")),
                        "{\"assetPaths\": [\"%s\"], \"colour\": 1}".formatted(url("/a.tif")),
                        "{\"assetPaths\": [\"https://%s@/no url\"]}".formatted(SECRET)));
        Path out = Files.createDirectories(folder.resolve("out"));
        String[] command = {"batch", requests.toString(), "-o", out + "/items", "--errors", out + "/errors", "--verbose"
        };
        assertThat(run(Map.of(), command)).isEqualTo(1);
        assertThat(out.resolve("items")).content().contains("/a.tif\"").doesNotContain(SECRET);
        assertThat(out.resolve("errors")).content().hasLineCount(3).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SharedAccessSignature=sv=2024-11-04&sig=" + SECRET, "AccountKey=" + KEY})
    void credentialOfAzureIsRevealedByNothing(String credential) throws Exception {
        Map<String, String> environment = Map.of(
                "AZURE_STORAGE_CONNECTION_STRING",
                "AccountName=archive;BlobEndpoint=http://127.0.0.1:%d/archive;%s"
                        .formatted(server.getAddress().getPort(), credential));
        assertThat(run(environment, "generate", "az://c/a.tif", "--result", "--verbose"))
                .isZero();
        assertThat(run(environment, "generate", "az://c/403.tif", "--verbose")).isEqualTo(1);
        assertThat(run(environment, "batch", "--from", "az://c/", "-o", "-", "--verbose"))
                .isEqualTo(1);
        assertThat(run(environment, "batch", "--from", "az://c403/", "-o", "-", "--verbose"))
                .isEqualTo(1);
    }

    @Test
    void malformedConnectionStringIsNotRevealed() throws Exception {
        Map<String, String> environment = Map.of("AZURE_STORAGE_CONNECTION_STRING", "AccountName=archive;" + SECRET);
        assertThat(run(environment, "describe", "--verbose")).isZero();
    }

    private int run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(environment);
        Process running = process.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(output).contains("DEBUG").doesNotContain(SECRET, KEY, "sig=", "dXNlcjpodW50ZXIy");
        return running.waitFor();
    }
}
