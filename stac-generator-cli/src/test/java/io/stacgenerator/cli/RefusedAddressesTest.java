package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.testkit.HttpCall;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service as its users start it, allowed all public hosts, is led to private ones: by hrefs, by redirects of a
 * public host, by names that resolve to private addresses, and by what documents link to. A proxy stands for the
 * network.
 */
@Timeout(300)
final class RefusedAddressesTest {

    private static final String SECRET = "hunter2";

    private static final List<String> PRIVATE = List.of(
            "http://127.0.0.1:%d/a.tif",
            "http://169.254.169.254/latest/meta-data/",
            "http://168.63.129.16/",
            "http://100.64.0.1/",
            "http://0.0.0.0:%d/",
            "http://0:%d/",
            "http://[::1]:%d/",
            "http://[::]:%d/",
            "http://[::ffff:127.0.0.1]:%d/",
            "http://[::ffff:a9fe:a9fe]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[fd00::1]/",
            "http://[fe80::1%%25lo]/",
            "http://2130706433:%d/",
            "http://0177.0.0.1:%d/",
            "http://017700000001:%d/",
            "http://0x7f.0.0.1:%d/",
            "http://0x7f000001:%d/",
            "http://127.1:%d/",
            "http://127.0.0.1.:%d/",
            "http://localhost:%d/",
            "http://LocalHost.:%d/",
            "http://inside.example/",
            "http://mixed.example/",
            "http://public.example@127.0.0.1:%d/",
            "http://public.example:80@127.0.0.1:%d/",
            "http://127.0.0.1:%d\\@public.example/",
            "http://127%%2e0.0.1:%d/",
            "http://\u2460\u2461\u2466.0.0.1:%d/");

    private static final List<String> ELSEWHERE = List.of(
            "//127.0.0.1:%d/a.tif",
            "\\\\127.0.0.1:%d\\a.tif",
            "file:///etc/passwd",
            "/vsicurl/http://127.0.0.1:%d/",
            "az://account/container/a.tif",
            "s3://bucket/a.tif",
            "gs://bucket/a.tif",
            "ftp://127.0.0.1:%d/",
            "jar:http://127.0.0.1:%d/a.jar!/a.tif");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void noPrivateAddressIsConnectedTo() throws Exception {
        Path image = DemoScene.write(folder).image();
        try (RangeServer network = RangeServer.start();
                ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = serve(network)) {
            URI items = URI.create(
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1) + "/items");
            int status = 301;
            for (String form :
                    Stream.concat(PRIVATE.stream(), ELSEWHERE.stream()).toList()) {
                String target = form.formatted(trap.getLocalPort());
                String location = target;
                int redirect = List.of(301, 302, 303, 307, 308).get(status++ % 5);
                network.failAlways(reply -> reply.status(redirect).header("Location", location));
                for (String request : requests("http://public.example/a?sig=" + SECRET, image)) {
                    assertRefused(post(items, request), redirect + " to " + target);
                }
                if (PRIVATE.contains(form)) {
                    for (String request : requests(target, image)) {
                        assertRefused(post(items, request), target);
                    }
                }
            }
            assertThat(network.calls())
                    .isNotEmpty()
                    .extracting(HttpCall::target)
                    .allMatch(target -> target.startsWith("http://public.example/"));
            trap.setSoTimeout(1);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aChainOfRedirectsIsCheckedAtEachStepAndEnds() throws Exception {
        Path image = DemoScene.write(folder).image();
        try (RangeServer network = RangeServer.start();
                Program program = serve(network)) {
            URI items = URI.create(
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1) + "/items");
            String request = requests("http://public.example/a.tif", image).get(0);
            network.failNext(
                    reply -> reply.status(302).header("Location", "b.tif"),
                    reply -> reply.status(307).header("Location", "//public.example/c.tif"),
                    reply -> reply.status(308).header("Location", "http://inside.example/d.tif"));

            assertThat(post(items, request).body()).contains("ACCESS_REFUSED");
            assertThat(network.calls())
                    .extracting(HttpCall::target)
                    .containsExactly(
                            "http://public.example/a.tif",
                            "http://public.example/b.tif",
                            "http://public.example/c.tif");
            network.failAlways(reply -> reply.status(302).header("Location", "a.tif"));
            assertThat(post(items, request).body()).contains("redirects more than 5 times");
        }
    }

    @Test
    void whatDocumentsLinkToIsNotAskedFor() throws Exception {
        Path image = DemoScene.write(folder).image();
        try (RangeServer network = RangeServer.start();
                ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = serve(network)) {
            URI items = URI.create(
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1) + "/items");
            String href = "http://127.0.0.1:%d/a".formatted(trap.getLocalPort());
            String links = "[%s]"
                    .formatted(String.join(
                            ",",
                            Stream.of("self", "root", "parent", "collection", "item", "license", "describedby", "via")
                                    .map(rel -> "{\"rel\": \"%s\", \"href\": \"%s\"}".formatted(rel, href))
                                    .toList()));
            Path metadata = Files.writeString(
                    folder.resolve("links.json"),
                    "{\"stac_extensions\": [\"%s\"], \"$schema\": \"%1$s\", \"links\": %s}".formatted(href, links));
            Path collection = Files.writeString(folder.resolve("collection.json"), """
                    {"type": "Collection", "stac_version": "1.1.0", "stac_extensions": ["%s"], "id": "c", "description": "c",
                     "license": "other", "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]},
                     "temporal": {"interval": [[null, null]]}}, "links": %s}""".formatted(href, links));

            HttpResponse<String> answer = post(items, """
                    {"assetPaths": ["%s"], "metadataPaths": ["%s"], "collection": "%s"}""".formatted(image, metadata, collection));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(network.calls()).isEmpty();
            trap.setSoTimeout(1);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Program serve(RangeServer network) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), """
                8.8.8.8 public.example mixed.example
                127.0.0.1 localhost localhost.
                10.0.0.5 inside.example mixed.example
                """);
        return Program.start(
                List.of(
                        "-Djdk.net.hosts.file=" + hosts,
                        "-Dhttp.proxyHost=127.0.0.1",
                        "-Dhttp.proxyPort=" + network.port(),
                        "-Dhttp.nonProxyHosts="),
                Map.of(),
                "serve",
                "--port",
                0,
                "--allow-root",
                folder,
                "--allow-host",
                "*",
                "--allow-scheme",
                "http");
    }

    private static List<String> requests(String href, Path image) {
        String escaped = href.replace("\\", "\\\\");
        return List.of(
                "{\"assetPaths\": [\"%s\"]}".formatted(escaped),
                "{\"assetPaths\": [\"%s\"], \"metadataPaths\": [\"%s\"]}".formatted(image, escaped),
                "{\"assetPaths\": [\"%s\"], \"collection\": \"%s\"}".formatted(image, escaped));
    }

    private static void assertRefused(HttpResponse<String> answer, String what) {
        assertThat(answer.body())
                .as(what)
                .containsAnyOf("ACCESS_REFUSED", "UNSUPPORTED_HREF", "NOT_FOUND", "STORAGE_UNAVAILABLE")
                .doesNotContain(SECRET, "INTERNAL", "Exception");
    }

    private HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
