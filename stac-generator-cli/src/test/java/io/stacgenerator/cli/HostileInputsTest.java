package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service as its users start it, allowed one folder, is given files that lead elsewhere; with GDAL where it is
 * installed.
 */
@Timeout(300)
final class HostileInputsTest {

    /** What the pixels outside are, and those inside never. */
    private static final int SECRET = 77;

    private static final Pattern JOB = Pattern.compile("\"job_id\":\\s*\"([^\"]+)\"");
    private static final Pattern ENDED = Pattern.compile("\"status\":\\s*\"(finished|failed)\"");

    @TempDir
    private Path folder;

    private Path root;
    private Path secret;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        secret = image(folder.resolve("secret.png"), SECRET);
    }

    private static Path image(Path file, int value) throws IOException {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200; i++) {
            image.getRaster().setSample(i % 20, i / 20, 0, value);
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void nothingOutsideOfTheAllowedFolderIsReadWrittenOrConnectedTo() throws Exception {
        Path written = folder.resolve("written");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = Program.start("serve", "--port", 0, "--allow-root", root)) {
            URI base = URI.create(
                    program.awaitLine("listening on (http://127.0.0.1:\\d+)").group(1));
            for (String href : inputs(written, server.getLocalPort())) {
                for (String answer : answers(base, href)) {
                    assertThat(answer)
                            .as(href)
                            .doesNotContain("\"minimum\":" + SECRET, "\"maximum\":" + SECRET, "root:x:")
                            .doesNotContain("Exception", "INTERNAL");
                }
            }

            assertThat(folder).isDirectoryNotContaining(file -> file.toString().startsWith(written.toString()));
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Writes files that lead to the secret image, to a file to be written, or to a server, in many ways. */
    private List<String> inputs(Path written, int port) throws IOException {
        List<String> inputs = new ArrayList<>(List.of(
                secret.toString(),
                root + "/../secret.png",
                secret.toUri().toString(),
                "/etc/passwd",
                "/vsicurl/http://localhost:%d/a.tif".formatted(port),
                "http://localhost:%d/a.tif".formatted(port)));
        String remote = "/vsicurl/http://localhost:%d/a.tif".formatted(port);
        String mrf = """
                <MRF_META><CachedSource><Source>%s</Source></CachedSource><Raster><Size x="20" y="10" c="1"/>
                <PageSize x="20" y="10" c="1"/><Compression>NONE</Compression><DataType>Byte</DataType>
                <IndexFile>%s.idx</IndexFile><DataFile>%s</DataFile></Raster></MRF_META>""".formatted(secret, written, written);
        for (String content : List.of(vrt(secret.toString()), vrt(remote), mrf)) {
            for (String suffix : List.of(".ovr", ".msk", "")) {
                Path image = image(root.resolve("image%d.png".formatted(inputs.size())), 5);
                Files.writeString(Path.of(image + suffix), content);
                inputs.add(image.toString());
            }
        }
        inputs.add(Files.createSymbolicLink(root.resolve("link.png"), secret).toString());
        Path image = image(root.resolve("named.png"), 5);
        Files.writeString(
                Path.of(image + ".aux.xml"),
                "<PAMDataset><Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">%s</MDI></Metadata></PAMDataset>"
                        .formatted(secret));
        inputs.add(image.toString());
        return inputs;
    }

    private static String vrt(String source) {
        return """
                <VRTDataset rasterXSize="10" rasterYSize="5"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
                <SourceFilename relativeToVRT="0">%s</SourceFilename><SourceBand>1</SourceBand>
                </SimpleSource></VRTRasterBand></VRTDataset>""".formatted(source);
    }

    /** Returns what the service answers at once, and what became of the same request as a job. */
    private List<String> answers(URI base, String href) throws IOException, InterruptedException {
        String request = """
                {"assetPaths": ["%s"], "options": {"statistics": "exact", "datetime": "2020-01-01T00:00:00Z"}}""".formatted(href);
        HttpResponse<String> item = post(base.resolve("/items"), request);
        assertThat(item.statusCode()).as(href + " " + item.body()).isIn(200, 422);
        HttpResponse<String> accepted = post(base.resolve("/jobs"), request);
        Matcher job = JOB.matcher(accepted.body());
        assertThat(job.find()).as(accepted.body()).isTrue();
        return List.of(item.body(), ended(base.resolve("/jobs/" + job.group(1))));
    }

    private String ended(URI job) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(end)) {
            String state = http.send(HttpRequest.newBuilder(job).build(), BodyHandlers.ofString())
                    .body();
            if (ENDED.matcher(state).find()) {
                return state;
            }
        }
        throw new AssertionError(job + " does not end");
    }

    private HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
