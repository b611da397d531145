package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.testkit.StacApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of docs/publishing.md as they stand there, with files and servers of the test. */
@Timeout(300)
final class PublishingDocTest {

    private static final Path DOCUMENT = Path.of("../docs/publishing.md");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILES = Pattern.compile(
            "\\b(requests\\.ndjson|rejected\\.ndjson|collection\\.json|state\\.json|2026-\\d\\d\\.\\w+|items\\.\\w+|published)\\b");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("STAC_TOKEN", "Bearer of-the-document", "PGUSER", "stac", "PGPASSWORD", "of-the-document");

    @TempDir
    private Path folder;

    private final StacApiServer server =
            StacApiServer.start().collection("scenes").token(ENVIRONMENT.get("STAC_TOKEN"));

    static Stream<String> commands() throws IOException {
        return SHELL.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
                .filter(line -> line.startsWith("stac-generator "));
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Path image = DemoScene.write(folder).image();
        Files.write(
                folder.resolve("requests.ndjson"),
                List.of(
                        "{\"assetPaths\": [\"%s\"], \"itemId\": \"a\", \"collection\": \"%s\"}"
                                .formatted(image, folder.resolve("collection.json")),
                        "{\"assetPaths\": [\"%s\"], \"itemId\": \"b\", \"collection\": \"%s\"}"
                                .formatted(image, folder.resolve("collection.json"))));
        Files.writeString(folder.resolve("collection.json"), """
                {"type": "Collection", "stac_version": "1.1.0", "id": "fields", "description": "Fields", "license": "other",
                 "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [[null, null]]}},
                 "links": []}
                """);
        Files.writeString(folder.resolve("2026-01.json"), "{\"items\": 0}");
        Files.writeString(folder.resolve("2026-02.json"), "{\"items\": 0}");
        Files.writeString(folder.resolve("2026-03.ndjson"), """
                {"type": "Feature", "stac_version": "1.1.0", "id": "c", "properties": {"datetime": "2026-03-01T00:00:00Z"}, "assets": {}}
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Object[] arguments(String command) {
        String here = FILES.matcher(command).replaceAll(folder + "/$1");
        here = here.replace("https://example.com/stac", server.url())
                .replace("db.example.com", "127.0.0.1:1")
                .replace("serve ", "serve --port 0 --allow-root " + folder + " ")
                .replace("'", "");
        return Arrays.stream(here.split("\\s+", -1)).skip(1).toArray();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandDoesWhatTheDocumentSays(String command) throws Exception {
        if (!command.contains("STAC_TOKEN")) {
            server.token(null);
        }
        if (!command.contains("requests.ndjson")) {
            publishFirst();
        }
        try (Program program = Program.start(List.of(), ENVIRONMENT, arguments(command))) {
            if (command.contains(" serve ")) {
                program.awaitLine("listening on");
                program.terminate();
                assertThat(program.exitCode()).isZero();
            } else if (command.contains("postgresql:")) {
                assertThat(program.err())
                        .contains("STORAGE_UNAVAILABLE: postgresql://127.0.0.1:1/stac cannot be opened")
                        .doesNotContain("of-the-document");
            } else {
                String err = program.err();
                assertThat(program.exitCode()).as(err).isZero();
                if (command.contains("requests.ndjson")) {
                    assertThat(published(command)).isEqualTo(2);
                }
            }
        }
    }

    /** Commands that take Items take those of the commands above. */
    private void publishFirst() throws Exception {
        String batch = "stac-generator batch requests.ndjson --to items.ndjson --to catalog:published";
        try (Program program = Program.start(List.of(), Map.of(), arguments(batch))) {
            assertThat(program.exitCode()).isZero();
        }
    }

    /** How many Items there are at the target that the command names last. */
    private long published(String command) throws IOException {
        if (command.contains("https://example.com/stac")) {
            return server.items().size();
        }
        if (command.contains("catalog:published")) {
            return count("published", "\"type\": \"Feature\"");
        }
        if (command.contains("items.geojson")) {
            assertThat(Files.readAllLines(folder.resolve("items.ndjson"))).hasSize(2);
            return Files.readString(folder.resolve("items.geojson")).split("\"type\":\"Feature\"", -1).length - 1L;
        }
        return Files.size(folder.resolve("items.parquet")) > 0 ? 2 : 0;
    }

    private long count(String name, String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> content(file).contains(part))
                    .count();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachSinkThatIsInstalledHasAnExample() throws IOException {
        String examples = String.join("\n", commands().toList());
        assertThat(examples)
                .contains("--to items.ndjson", "--to items.geojson", "--to catalog:", "--to items.parquet")
                .contains("--to https://", "--to postgresql://");
    }
}
