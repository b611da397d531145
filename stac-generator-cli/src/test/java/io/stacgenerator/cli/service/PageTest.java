package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.job.InMemoryJobQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
final class PageTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:from|fetch\\() ?'([^']+)'");

    private RunningService running;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        running = new RunningService(folder, new InMemoryJobQueue(), 0, null);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private HttpResponse<String> get(String path) {
        return running.client().get(path);
    }

    Stream<String> files() {
        Stream<String> links = Stream.of("/", "/api.html")
                .flatMap(page -> LINK.matcher(get(page).body()).results())
                .map(link -> link.group(1));
        Stream<String> imports =
                IMPORT.matcher(get("/page.js").body()).results().map(link -> link.group(1));
        return Stream.of(links, imports, Stream.of("api.html", "item.js", "time.js", "land.json"))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfThePageComesFromTheService(String file) {
        assertThat(file).doesNotContain(":");
        assertThat(get("/").uri().resolve(file))
                .satisfies(uri -> assertThat(get(uri.getPath()).statusCode()).isEqualTo(200));
    }

    @Test
    void thePageRunsAndLoadsNothingFromElsewhere() {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void imagesComeFromWhereTheServiceMayReadAndFromTheTiles(@TempDir Path folder) throws IOException {
        MapTiles tiles = new MapTiles("https://{s}.tiles.example.com:8443/{z}/{x}/{y}.png", "Example");
        try (RunningService open = new RunningService(
                folder,
                new InMemoryJobQueue(),
                options -> options.workers(0)
                        .allowed(List.of("/data"), List.of("a.example.com", ".b.example.com"), List.of("s3://bucket/"))
                        .tiles(tiles))) {
            assertThat(open.client().get("/").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("img-src 'self' data: https://a.example.com https://*.b.example.com "
                                    + "https://*.tiles.example.com:8443; "));
            assertThat(ServiceClient.json(open.client().get("/settings")))
                    .isEqualTo(Map.of(
                            "allowed_roots",
                            List.of("/data"),
                            "allowed_hosts",
                            List.of("a.example.com", ".b.example.com"),
                            "allowed_prefixes",
                            List.of("s3://bucket/"),
                            "tiles",
                            Map.of("url", tiles.url(), "attribution", "Example")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiles.example.com/{z}/{x}.png",
                "/{z}/{x}/{y}.png",
                "ftp://tiles.example.com/{z}/{x}/{y}.png",
                "https://tiles.example.com; script-src */{z}/{x}/{y}.png"
            })
    void tilesThatCannotBeFoundAreRefused(String url) {
        assertThatThrownBy(() -> new MapTiles(url, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("expected a URL such as https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page.css", "/health", "/nothing"})
    void noAnswerIsTakenForAnotherType(String path) {
        assertThat(get(path).headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/../../etc/passwd",
                "/leaflet/../page.js/%2e%2e/%2e%2e/openapi.json",
                "/leaflet/%2e%2e/%2e%2e/%2e%2e/MANIFEST.MF"
            })
    void pathsLeadNowhereElse(String path) throws IOException {
        assertThat(raw("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path)))
                .containsPattern("^HTTP/1.1 40[04] ")
                .contains("application/problem+json")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO\r\n\r\n", "GET / HTTP/9\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"})
    void malformedRequestsAreAnsweredWithoutAStackTrace(String request) throws IOException {
        assertThat(raw(request)).containsPattern("^HTTP/1.1 (400|505) ").doesNotContain("Exception", "\tat ");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), running.service().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
