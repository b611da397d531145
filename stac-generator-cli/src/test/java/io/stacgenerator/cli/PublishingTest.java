package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.testkit.StacApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items on their way from a command to a STAC API. */
@Timeout(300)
final class PublishingTest {

    private static final String TOKEN = "Bearer c2VjcmV0LXRva2Vu";

    @TempDir
    private Path folder;

    private final StacApiServer server = StacApiServer.start().collection("scenes");
    private DemoScene scene;
    private Path requests;
    private Path items;
    private Path rejected;

    @BeforeEach
    void writeScene() throws IOException {
        scene = DemoScene.write(folder);
        requests = folder.resolve("requests.ndjson");
        items = folder.resolve("items.ndjson");
        rejected = folder.resolve("rejected.ndjson");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String request(String id) {
        return "{\"assetPaths\": [\"%s\"], \"itemId\": \"%s\"}".formatted(scene.image(), id);
    }

    private void writeRequests(int count) throws IOException {
        Files.write(
                requests,
                IntStream.range(0, count).mapToObj(i -> request("item-" + i)).toList());
    }

    @Test
    void anItemGoesToACollection() {
        Run run = Run.of("generate", scene.image(), "--id", "a", "--to", server.url(), "--to-collection", "scenes");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(server.items().get("a")).containsEntry("collection", "scenes");
    }

    @Test
    void anItemThatIsRefusedIsAnError() {
        server.refuse("a", 422);
        Run run = Run.of("generate", scene.image(), "--id", "a", "--to", server.url(), "--to-collection", "scenes");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("error: ITEM_REFUSED: item a", server.url(), "status 422, item a is not wanted");
    }

    @Test
    void aCollectionIsCreatedFromItsFile() throws IOException {
        Path collection = folder.resolve("new.json");
        Files.writeString(collection, """
                {"type": "Collection", "stac_version": "1.1.0", "id": "new", "description": "new", "license": "other",
                 "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [[null, null]]}},
                 "links": []}
                """);
        writeRequests(2);
        Run run = Run.of("batch", requests, "--to", server.url(), "--to-collection", collection);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.collectionOf("new")).containsEntry("description", "new");
        assertThat(server.items().values()).hasSize(2).allMatch(item -> "new".equals(item.get("collection")));
    }

    @Test
    void whatIsRefusedIsListedWithItsReasonAndItsItem() throws IOException {
        server.refuse("item-3", 400);
        writeRequests(6);
        Run run = Run.of("batch", requests, "--to", server.url(), "--to-collection", "scenes", "--rejected", rejected);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.items()).hasSize(5);
        Map<String, Object> line = Run.json(Files.readString(rejected));
        assertThat(line).containsEntry("target", server.url()).containsEntry("code", "ITEM_REFUSED");
        assertThat(line.get("item")).extracting("id").isEqualTo("item-3");
    }

    @Test
    void aBatchThatIsResumedPublishesNothingTwiceAndLosesNothing() throws IOException {
        Files.write(requests, List.of(request("a"), request("b"), "?", request("c"), request("d")));
        Object[] batch = {
            "batch",
            requests,
            "-o",
            items,
            "-j",
            1,
            "--to",
            server.url(),
            "--to-collection",
            "scenes",
            "--to-option",
            "mode=create-or-skip",
            "--to-option",
            "batch=1"
        };
        Run.of(with(batch, "--fail-fast"));
        assertThat(server.items().keySet()).isSubsetOf("a", "b");
        Run run = Run.of(with(batch, "--resume"));
        assertThat(run.err()).doesNotContain("REFUSED");
        assertThat(server.items()).containsOnlyKeys("a", "b", "c", "d");
        assertThat(server.items().keySet()).allMatch(id -> server.writes(id) == 1);
        assertThat(Files.readAllLines(items)).hasSize(4);
    }

    @Test
    void aBatchThatEndedBecauseTheServerWasGoneIsResumed() throws IOException {
        writeRequests(12);
        Object[] batch = {
            "batch",
            requests,
            "-o",
            items,
            "--to",
            "stac-api:" + server.url(),
            "--to-collection",
            "scenes",
            "--to-option",
            "batch=1",
            "--to-option",
            "connections=1"
        };
        server.token("Bearer nobody");
        Run denied = Run.of(batch);
        assertThat(denied.exitCode()).isEqualTo(1);
        assertThat(denied.err()).contains("ACCESS_DENIED", server.url());
        server.token(null);
        Files.deleteIfExists(items);
        Run run = Run.of(with(batch, "--resume"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.items()).hasSize(12);
    }

    private static Object[] with(Object[] args, Object more) {
        Object[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = more;
        return all;
    }

    @Test
    void aTokenComesFromAVariableAndIsShownNowhere() throws Exception {
        server.token(TOKEN).refuse("item-1", 400);
        writeRequests(3);
        Object[] batch = {
            "--verbose",
            "batch",
            requests,
            "--to",
            server.url(),
            "--to-collection",
            "scenes",
            "--to-header",
            "Authorization=STAC_TOKEN",
            "--rejected",
            rejected
        };
        try (Program program = Program.start(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=debug"), Map.of("STAC_TOKEN", TOKEN), batch)) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.err()).contains("200").doesNotContain(TOKEN.substring(7));
        }
        assertThat(server.items()).hasSize(2);
        try (Program program = Program.start(List.of(), Map.of("STAC_TOKEN", TOKEN + "x"), batch)) {
            assertThat(program.err()).contains("ACCESS_DENIED").doesNotContain(TOKEN.substring(7));
        }
        assertThat(rejected).content().doesNotContain(TOKEN.substring(7));
    }

    @Test
    void aTokenComesFromAFileThatIsReadForEachCall() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        server.token(TOKEN);
        Run run = Run.of(
                "generate",
                scene.image(),
                "--id",
                "a",
                "--to",
                server.url(),
                "--to-collection",
                "scenes",
                "--to-header",
                "Authorization=@" + token);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.items()).hasSize(1);
    }

    @Test
    void aHeaderWithoutASourceIsAnError() {
        Run run = Run.of("generate", scene.image(), "--to", server.url(), "--to-header", "Authorization=TYPED_ITSELF");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("error: --to-header names an environment variable that is not set, expected one that holds"
                        + " the value of Authorization\n")
                .doesNotContain("TYPED_ITSELF");
        run = Run.of("generate", scene.image(), "--to", server.url(), "--to-header", "Authorization=@no/such/file");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no/such/file, which cannot be read, for Authorization\n");
    }

    @Test
    void theItemOfAJobIsPublishedBeforeTheJobIsFinished() throws Exception {
        server.refuse("bad", 400);
        try (Program program = Program.start(
                "serve", "--port", 0, "--allow-root", folder, "--to", server.url(), "--to-collection", "scenes")) {
            String base =
                    program.awaitLine("listening on (\\S+), jobs in memory").group(1);
            assertThat(awaitEnd(base, request("good"))).containsEntry("status", "finished");
            assertThat(server.items()).containsOnlyKeys("good");

            Map<String, Object> failed = awaitEnd(base, request("bad"));
            assertThat(failed).containsEntry("status", "failed");
            assertThat(failed.toString()).contains("ITEM_REFUSED", "item bad is not wanted");
        }
    }

    @Test
    void aJobWhoseItemFindsNoServerIsTriedAgain() throws Exception {
        try (Program program = Program.start(
                "serve",
                "--port",
                0,
                "--allow-root",
                folder,
                "--backoff",
                "1s",
                "--to",
                server.url(),
                "--to-collection",
                "scenes")) {
            String base =
                    program.awaitLine("listening on (\\S+), jobs in memory").group(1);
            StacApiServer.Fault[] faults = new StacApiServer.Fault[5];
            Arrays.fill(faults, StacApiServer.Fault.UNAVAILABLE);
            server.failNext(faults);
            assertThat(awaitEnd(base, request("late")))
                    .containsEntry("status", "finished")
                    .containsEntry("attempts", 2);
            assertThat(server.writes("late")).isEqualTo(1);
        }
    }

    @Test
    void aServiceThatCannotPublishDoesNotStart() {
        server.conformsTo("https://api.stacspec.org/v1.0.0/core");
        Run run = Run.of("serve", "--port", 0, "--to", server.url());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("takes no Items");
        run = Run.of("serve", "--port", 0, "--to", items);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is written as a whole");
        run = Run.of("serve", "--port", 0, "--workers", 0, "--redis", "redis://localhost:1", "--to", server.url());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("expected --workers of at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sys/items.ndjson", "/sys/items.geojson", "/sys/items.parquet", "catalog:/sys/published"})
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsToldByName(String target) throws IOException {
        writeRequests(1);
        Run run = Run.of("batch", requests, "--to", target);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("error: "))
                .singleElement()
                .asString()
                .contains(target.replace("catalog:", ""), "cannot be written");
    }

    private static Map<String, Object> awaitEnd(String base, String request) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> submitted = http.send(
                HttpRequest.newBuilder(URI.create(base + "/jobs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());
        URI job = URI.create(base + "/jobs/" + Run.json(submitted.body()).get("job_id"));
        while (true) {
            Map<String, Object> status =
                    Run.json(http.send(HttpRequest.newBuilder(job).build(), BodyHandlers.ofString())
                            .body());
            if (List.of("finished", "failed", "stopped").contains(String.valueOf(status.get("status")))) {
                return status;
            }
            Thread.onSpinWait();
        }
    }
}
