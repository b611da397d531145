package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.console.Flags;
import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GenerateCommandTest {

    @TempDir
    private Path folder;

    private DemoScene scene;

    @BeforeEach
    void writeScene() throws IOException {
        scene = DemoScene.write(folder.resolve("scene"));
    }

    @AfterEach
    void quietLog() {
        System.clearProperty("org.slf4j.simpleLogger.log.io.stacgenerator");
    }

    private String request() {
        return "{\"assetPaths\": [\"%s\"], \"itemId\": \"asked-for\"}".formatted(scene.image());
    }

    @Test
    void printsTheItemForPeople() {
        Run run = Run.of("generate", scene.image(), "--id", "x");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\n  \"").endsWith("}\n");
        assertThat(run.json()).containsEntry("type", "Feature").containsEntry("id", "x");
    }

    @Test
    void writesTheItemToAFile() {
        Path file = folder.resolve("item.json");
        Run run = Run.of("generate", scene.image(), "--id", "x", "-o", file);
        assertThat(run.out()).isEmpty();
        assertThat(file)
                .content()
                .isEqualTo(Run.of("generate", scene.image(), "--id", "x").out());
    }

    @Test
    void footprintIsOfBoundsOrOfData() {
        Run bounds = Run.of("generate", scene.image(), "--id", "x", "--footprint", "bounds");
        assertThat(bounds.json())
                .isEqualTo(Run.of("generate", scene.image(), "--id", "x").json());
        assertThat(Run.of("generate", scene.image(), "--footprint", "data").exitCode())
                .isZero();
        assertThat(Run.of("generate", scene.image(), "--footprint", "hull").err())
                .contains("'hull' is not one of bounds, data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planet", "Planet Labs PBC", "TerraSAR-X", "sentinel"})
    void aProviderThatAParserGoesByIsTakenSilently(String provider) {
        assertThat(Run.of("generate", scene.image(), "--provider", provider).err())
                .doesNotContain("unknown-provider");
    }

    @Test
    void aProviderThatChoosesNoParserIsTold() {
        Run run = Run.of("generate", scene.image(), "--provider", "plant");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines())
                .first()
                .asString()
                .startsWith("warning: unknown-provider: --provider is 'plant', which chooses no parser of metadata, ")
                .contains("planet");
    }

    @Test
    void printsTheWholeResult() {
        Map<String, Object> result =
                Run.of("generate", scene.image(), "--result").json();
        assertThat(result).containsOnlyKeys("item", "warnings", "origins");
    }

    @Test
    void readsTheRequestFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("request.json"), request());
        assertThat(Run.of("generate", "--request", file).json()).containsEntry("id", "asked-for");
    }

    @Test
    void readsTheRequestFromStdin() {
        assertThat(Run.reading(request(), "generate", "--request", "-").json()).containsEntry("id", "asked-for");
    }

    @Test
    void passesArgumentsAndOptionsOn() {
        Map<String, Object> item = Run.of(
                        "generate",
                        scene.image(),
                        "--metadata",
                        scene.metadata(),
                        "--collection",
                        scene.collection(),
                        "--extension",
                        "proj",
                        "--stac-version",
                        "1.0.0",
                        "--datetime",
                        "2020-02-02T02:02:02Z")
                .json();
        assertThat(item).containsEntry("stac_version", "1.0.0").containsEntry("collection", "demo-scenes");
        assertThat(item)
                .extracting("properties")
                .hasFieldOrPropertyWithValue("datetime", "2020-02-02T02:02:02Z")
                .hasFieldOrPropertyWithValue("platform", "demo-1");
    }

    @Test
    void printsOneLineForAnErrorAndLeavesAFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("item.json"), "before");
        Run run = Run.of("generate", folder.resolve("no.tif"), "-o", file);
        assertThat(run.errLines()).singleElement().asString().startsWith("error: NOT_FOUND: ");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void printsAllFaultsOfARequestInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("request.json"), "{\"assetPaths\": 1, \"colour\": 2}");
        Run run = Run.of("generate", "--request", file);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("error: INVALID_REQUEST: ")
                .contains("/assetPaths is the number 1", "/colour is not a member");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void printsAStackTraceWhenAskedTo() {
        Run run = Run.of("--verbose", "generate", folder.resolve("no.tif"));
        assertThat(run.errLines())
                .anyMatch(line -> line.startsWith("\tat io.stacgenerator."))
                .last()
                .asString()
                .startsWith("error: NOT_FOUND: ");
    }

    @Test
    void printsWarningsOneLineEach() {
        Run run = Run.of("generate", scene.image(), "--result");
        List<?> warnings = (List<?>) run.json().get("warnings");
        assertThat(run.errLines())
                .isNotEmpty()
                .hasSameSizeAs(warnings)
                .allMatch(line -> line.matches("warning: [a-z-]+: .+"));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anAssetMayBeDescribed() {
        Map<String, Object> item = Run.of(
                        "generate",
                        "--asset",
                        scene.image(),
                        "--asset-key",
                        "image",
                        "--asset-title",
                        "The image",
                        "--asset-role",
                        "visual",
                        "--asset-href",
                        "https://cdn.example.com/data/")
                .json();
        assertThat(item)
                .extracting("assets.image", InstanceOfAssertFactories.MAP)
                .containsEntry("href", "https://cdn.example.com/data/scene.tif")
                .containsEntry("title", "The image")
                .containsEntry("roles", List.of("visual"));
    }

    @Test
    void aRangeAndPropertiesAreTyped() {
        assertThat(Run.of(
                                "generate",
                                scene.image(),
                                "--datetime",
                                "2020-01-01T00:00:00Z/2020-12-31T00:00:00Z",
                                "-p",
                                "gsd=12.5",
                                "-p",
                                "title=A scene",
                                "-p",
                                "acme:flags=[true, 1]")
                        .json())
                .extracting("properties", InstanceOfAssertFactories.MAP)
                .containsEntry("datetime", null)
                .containsEntry("start_datetime", "2020-01-01T00:00:00Z")
                .containsEntry("end_datetime", "2020-12-31T00:00:00Z")
                .containsEntry("gsd", 12.5)
                .containsEntry("title", "A scene")
                .containsEntry("acme:flags", List.of(true, 1));
    }

    @Test
    void messagesNameTheFlagsOfTheCommand() {
        assertThat(Flags.in(
                        "set the option datetime, or set the option datetime fallback to last-modified, or the option colour",
                        Main.commandLine(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()))
                                .getSubcommands()
                                .get("generate")
                                .getCommandSpec()))
                .isEqualTo("set --datetime, or set --datetime-fallback to last-modified, or the option colour");
    }
}
