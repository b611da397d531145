package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.cli.demo.DemoScene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchCommandTest {

    @TempDir
    private Path folder;

    private DemoScene scene;
    private Path requests;
    private Path items;
    private Path errors;

    @BeforeEach
    void writeScene() throws IOException {
        scene = DemoScene.write(folder.resolve("scene"));
        requests = folder.resolve("requests.ndjson");
        items = folder.resolve("items.ndjson");
        errors = folder.resolve("errors.ndjson");
    }

    private String request(String id) {
        return GenerationRequest.builder()
                .assetPaths(scene.image().toString())
                .itemId(id)
                .build()
                .toJson();
    }

    private List<String> mixedLines() {
        return List.of(
                request("a"),
                "",
                "not JSON",
                request("b"),
                "{\"assetPaths\": [\"%s\"]}".formatted(folder.resolve("no.tif")),
                "{\"assetPaths\": [], \"colour\": 1}",
                request("c"));
    }

    private static List<Map<String, Object>> objects(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Run::json).toList();
    }

    @Test
    void keepsTheOrderAndSaysWhichLinesFailed() throws IOException {
        Files.write(requests, mixedLines());
        Run run = Run.of("batch", requests, "-o", items, "--errors", errors, "-j", 3);
        assertThat(objects(items)).extracting("id").containsExactly("a", "b", "c");
        assertThat(objects(errors))
                .extracting("line", "code")
                .containsExactly(tuple(3, "INVALID_REQUEST"), tuple(5, "NOT_FOUND"), tuple(6, "INVALID_REQUEST"));
        assertThat(objects(errors).get(2))
                .extractingByKey("faults", LIST)
                .extracting("pointer")
                .containsExactlyInAnyOrder("/assetPaths", "/colour");
        assertThat(run.errLines()).noneMatch(line -> line.startsWith("error:"));
        assertThat(run.errLines()).last().asString().startsWith("3 items made, 3 failed, ");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void printsErrorsWithTheirLineWhenThereIsNoFileForThem() throws IOException {
        Files.write(requests, mixedLines());
        Run run = Run.of("batch", requests, "-o", items);
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("error:"))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("error: INVALID_REQUEST: line 3: "),
                        line -> assertThat(line).startsWith("error: NOT_FOUND: line 5: "),
                        line -> assertThat(line).startsWith("error: INVALID_REQUEST: line 6: "));
        assertThat(objects(items)).hasSize(3);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aBatchWithoutFailuresMakesAnEmptyFileOfErrors() throws IOException {
        Files.writeString(requests, request("a"));
        Run run = Run.of("batch", requests, "-o", items, "--errors", errors);
        assertThat(run.exitCode()).isZero();
        assertThat(errors).isEmptyFile();
    }

    @Test
    void readsStdinAndWritesStdout() {
        Run run = Run.reading(request("a") + "\n" + request("b"), "batch", "-", "-o", "-");
        assertThat(run.out().lines().map(Run::json)).extracting("id").containsExactly("a", "b");
    }

    @Test
    void manyRequestsAtATimeKeepTheirOrder() throws IOException {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "item-" + i).toList();
        Files.write(requests, ids.stream().map(this::request).toList());
        Run.of("batch", requests, "-o", items, "-j", 8);
        assertThat(objects(items)).extracting("id").isEqualTo(ids);
    }

    @Test
    void manyLinesInARowThatAreNoRequestsKeepTheirPlace() throws IOException {
        List<String> noRequests = Collections.nCopies(2500, "?");
        Files.writeString(requests, "%s\n%s\n%s".formatted(request("a"), String.join("\n", noRequests), request("b")));
        Run.of("batch", requests, "-o", items, "--errors", errors);
        assertThat(objects(items)).extracting("id").containsExactly("a", "b");
        assertThat(objects(errors))
                .extracting("line")
                .isEqualTo(IntStream.rangeClosed(2, 2501).boxed().toList());
    }

    @Test
    void makesAnItemOfEachRasterInAFolder() throws IOException {
        Path image = scene.image();
        Files.copy(image, image.resolveSibling("B 2.TIFF"));
        Files.copy(image, Files.createDirectories(image.resolveSibling("a/b")).resolve("scene.tif"));
        Files.writeString(image.resolveSibling("broken.tif"), "II*");
        Run run = Run.of("batch", "--from", folder.resolve("scene"), "-o", items, "--errors", errors);
        assertThat(objects(items))
                .extracting(item -> item.get("assets").toString())
                .satisfiesExactly(
                        assets -> assertThat(assets).contains("/scene/B%202.TIFF"),
                        assets -> assertThat(assets).contains("/scene/a/b/scene.tif"),
                        assets -> assertThat(assets).contains("/scene/scene.tif"));
        assertThat(objects(errors))
                .extracting("asset", "code")
                .containsExactly(
                        tuple(image.resolveSibling("broken.tif").toUri().toString(), "INVALID_RASTER"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void includesTheFilesOfANameAlone() throws IOException {
        Files.copy(scene.image(), scene.image().resolveSibling("SCENE_cog.tif"));
        Run.of("batch", "--from", folder.resolve("scene"), "--include", "*_COG.tif", "-o", items);
        assertThat(objects(items)).singleElement().asString().contains("SCENE_cog.tif");
    }

    @Test
    void folderThatDoesNotExistMakesNothing() {
        Run run = Run.of("batch", "--from", folder.resolve("no"), "-o", items);
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("error:"))
                .singleElement()
                .asString()
                .startsWith("error: NOT_FOUND: ");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(items).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void takesEitherRequestsOrAPrefix() {
        assertThat(Run.of("batch", "-o", items).err()).contains("expected either REQUESTS or --from PREFIX");
        assertThat(Run.of("batch", "-", "--from", folder, "-o", items).exitCode())
                .isEqualTo(2);
    }

    @Test
    void optionsHoldForAllItems() throws IOException {
        Files.write(requests, List.of(request("a"), request("b")));
        Run.of("batch", requests, "-o", items, "--datetime", "2020-02-02T02:02:02+02:00");
        assertThat(objects(items))
                .extracting("properties")
                .extracting("datetime")
                .containsOnly("2020-02-02T00:02:02Z");
    }

    @Test
    void outputsStayAsTheyWereWhenTheRequestsCannotBeReadToTheirEnd() throws IOException {
        Files.writeString(items, "before");
        InputStream stdin = new SequenceInputStream(
                new ByteArrayInputStream((request("a") + "\n").getBytes(UTF_8)), new BrokenStream());
        Run run = Run.reading(stdin, "batch", "-", "-o", items, "--errors", errors);
        assertThat(run.errLines()).contains("error: STORAGE_UNAVAILABLE: cannot read the requests: the line is dead");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(items).hasContent("before");
        assertThat(errors).doesNotExist();
    }

    @Test
    void showsProgressOnATerminal() throws IOException {
        Files.writeString(requests, request("a"));
        System.setProperty("stac-generator.terminal", "true");
        try {
            assertThat(Run.of("batch", requests, "-o", items).err())
                    .contains("\r\033[K[##############################] 100%  1 done, 0 failed, ");
        } finally {
            System.clearProperty("stac-generator.terminal");
        }
    }

    @Test
    void aLineOfProgressFitsANarrowTerminal() throws IOException {
        Files.writeString(requests, request("a"));
        System.setProperty("stac-generator.terminal", "true");
        System.setProperty("stac-generator.columns", "50");
        try {
            assertThat(Run.of("batch", requests, "-o", items).err().split("[\r\n]"))
                    .filteredOn(line -> line.contains(" done, "))
                    .isNotEmpty()
                    .allMatch(line -> line.replace("\033[K", "").length() < 50);
        } finally {
            System.clearProperty("stac-generator.terminal");
            System.clearProperty("stac-generator.columns");
        }
    }

    @Test
    void tellsEachKindOfWarningAndFailureOnce() throws IOException {
        Files.write(requests, mixedLines());
        Run run = Run.of("batch", requests, "-o", items, "--errors", errors);
        assertThat(run.errLines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("warned 3 times: assumed-utc, such as line 1: "),
                        line -> assertThat(line).startsWith("failed 2 times: INVALID_REQUEST, such as line 3: "),
                        line -> assertThat(line).startsWith("failed 1 time: NOT_FOUND, line 5: "),
                        line -> assertThat(line).startsWith("3 items made, 3 failed, 3 warnings, in "));
    }

    @Test
    void printsEachWarningWhenAskedTo() throws IOException {
        Files.writeString(requests, request("a"));
        try {
            assertThat(Run.of("batch", requests, "-o", items, "-v").errLines())
                    .anyMatch(line -> line.startsWith("warning: assumed-utc: line 1: "));
        } finally {
            System.clearProperty("org.slf4j.simpleLogger.log.io.stacgenerator");
        }
    }

    @Test
    void printsErrorsAloneWhenItIsToBeQuiet() throws IOException {
        Files.write(requests, mixedLines());
        assertThat(Run.of("batch", requests, "-o", items, "-q").errLines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void writesWarningsToAFile() throws IOException {
        Path warnings = folder.resolve("warnings.ndjson");
        Files.write(requests, mixedLines());
        Run.of("batch", requests, "-o", items, "--warnings", warnings);
        assertThat(objects(warnings))
                .extracting("line", "code")
                .containsExactly(tuple(1, "assumed-utc"), tuple(4, "assumed-utc"), tuple(7, "assumed-utc"));
    }

    @Test
    void aDryRunListsTheRequestsAndMakesNothing() throws IOException {
        Files.write(requests, mixedLines());
        Run run = Run.of("batch", requests, "-o", items, "--dry-run");
        assertThat(run.errLines()).last().isEqualTo("4 requests, 2 other lines; nothing was made");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(items).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--fail-fast, 1, 1", "--max-failures=2, 2, 2"})
    void endsEarlyAfterFailuresAndGoesOnWithTheRest(String option, int failed, int made) throws IOException {
        Files.write(requests, mixedLines());
        Run first = Run.of("batch", requests, "-o", items, "--errors", errors, option);
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.errLines())
                .last()
                .asString()
                .isEqualTo("ended early; what is done is in %s.part, and --resume goes on".formatted(items));
        assertThat(items).doesNotExist();
        assertThat(objects(folder.resolve("items.ndjson.part"))).hasSize(made);
        assertThat(objects(folder.resolve("errors.ndjson.part"))).hasSize(failed);

        Run again = Run.of("batch", requests, "-o", items, "--errors", errors);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("holds the items of a batch that ended early: --resume goes on with it");

        Run resumed = Run.of("batch", requests, "-o", items, "--errors", errors, "--resume");
        assertThat(resumed.errLines()).last().asString().contains(", %d done before, ".formatted(made));
        assertThat(objects(items)).extracting("id").containsExactly("a", "b", "c");
        assertThat(objects(errors)).extracting("line").containsExactly(3, 5, 6);
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void resumingTriesWhatFailedAgain() throws IOException {
        Path warnings = folder.resolve("warnings.ndjson");
        Path late = folder.resolve("late.tif");
        Files.write(requests, List.of(request("a"), request("late").replace("scene.tif", "../late.tif"), request("b")));
        assertThat(Run.of("batch", requests, "-o", items, "--errors", errors, "--warnings", warnings)
                        .exitCode())
                .isEqualTo(1);
        assertThat(objects(items)).extracting("id").containsExactly("a", "b");
        assertThat(objects(errors)).extracting("line").containsExactly(2);

        Files.copy(scene.image(), late);
        Run resumed = Run.of("batch", requests, "-o", items, "--errors", errors, "--warnings", warnings, "--resume");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.errLines()).last().asString().contains("1 item made, ", ", 2 done before, ");
        assertThat(objects(items)).extracting("id").containsExactly("a", "b", "late");
        assertThat(objects(warnings)).extracting("line").containsExactly(1, 3, 2);
        assertThat(errors).isEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**.{part,done}");
    }

    @Test
    void resumingWithoutTheFileOfWarningsKeepsWhatIsDone() throws IOException {
        Files.write(requests, List.of(request("a"), "?", request("b")));
        Run.of("batch", requests, "-o", items, "--warnings", folder.resolve("warnings.ndjson"), "--fail-fast");
        Run.of("batch", requests, "-o", items, "--resume");
        assertThat(objects(items)).extracting("id").containsExactly("a", "b");
    }

    @Test
    void aBatchThatBeginsAnewForgetsWhatFailedBefore() throws IOException {
        Files.write(requests, List.of(request("a"), "?"));
        Run.of("batch", requests, "-o", items);
        assertThat(folder.resolve("items.ndjson.done")).exists();
        Files.write(requests, List.of(request("b")));
        Run.of("batch", requests, "-o", items);
        assertThat(objects(items)).extracting("id").containsExactly("b");
        assertThat(folder).isDirectoryNotContaining("glob:**.{part,done}");
    }

    @Test
    void resumingMakesWhatHasChangedAndTheSecondOfTwoEqualRequests() throws IOException {
        Files.write(requests, List.of(request("a"), "?"));
        Run.of("batch", requests, "-o", items, "--fail-fast");
        Files.write(requests, List.of(request("new"), request("a"), request("a"), request("b")));
        Run.of("batch", requests, "-o", items, "--resume");
        assertThat(objects(items)).extracting("id").containsExactly("a", "new", "a", "b");
    }

    @Test
    void resumingDropsWhatWasWrittenHalf() throws IOException {
        Files.write(requests, List.of(request("a"), "?", request("b")));
        Run.of("batch", requests, "-o", items, "--fail-fast");
        Path part = folder.resolve("items.ndjson.part");
        Files.writeString(part, "{\"type\": \"Feat", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("items.ndjson.part.done"), "00ab", StandardOpenOption.APPEND);
        Run.of("batch", requests, "-o", items, "--resume");
        assertThat(objects(items)).extracting("id").containsExactly("a", "b");
    }

    @Test
    void resumingPublishesAllItems() throws IOException {
        Path published = folder.resolve("published.ndjson");
        Files.write(requests, List.of(request("a"), "?", request("b")));
        Run.of("batch", requests, "-o", items, "--to", published, "--fail-fast");
        Run.of("batch", requests, "-o", items, "--to", published, "--resume");
        assertThat(objects(published)).extracting("id").containsExactly("a", "b");
    }

    @Test
    void jsonOverSeveralLinesIsRecognized() throws IOException {
        Files.writeString(requests, "{\n  \"assetPaths\": []\n}");
        Run run = Run.of("batch", requests, "-o", items);
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("error:"))
                .singleElement()
                .asString()
                .contains("jq -c . FILE");
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void assetsArePublishedByTheirPathsBelowTheFolder() throws IOException {
        Files.copy(
                scene.image(),
                Files.createDirectories(scene.image().resolveSibling("a")).resolve("b.tif"));
        Run.of("batch", "--from", folder.resolve("scene"), "-o", items, "--asset-href", "https://x.example/");
        assertThat(items).content().contains("https://x.example/a/b.tif", "https://x.example/scene.tif");
    }

    @Test
    void resumingNeedsAFileOfItems() {
        assertThat(Run.of("batch", "-", "-o", "-", "--resume").err())
                .contains("--resume goes on with a file of items, expected --output FILE");
    }

    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    @Test
    void itemsArePublishedAtEachTarget() throws IOException {
        Files.write(requests, List.of(request("a"), request("b")));
        Path lines = folder.resolve("out/lines.ndjson");
        Path collection = folder.resolve("out/all.geojson");

        Run run = Run.of("batch", requests, "--to", lines, "--to", collection);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(lines)).hasSize(2);
        assertThat(Run.json(Files.readString(collection)).get("features"))
                .asInstanceOf(LIST)
                .hasSize(2);
    }

    @Test
    void noTargetIsCommittedWhenOneCannotBeOpened() throws IOException {
        Files.write(requests, List.of(request("a")));
        Path lines = folder.resolve("lines.ndjson");

        Run run = Run.of("batch", requests, "--to", lines, "--to", "gopher:x");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no sink writes to gopher:x");
        assertThat(lines).doesNotExist();
    }
}
