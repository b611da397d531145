package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThumbnailOptionsTest {

    @TempDir
    private Path folder;

    private DemoScene scene;
    private Path requests;

    @BeforeEach
    void writeScene() throws IOException {
        scene = DemoScene.write(folder.resolve("scene"));
        requests = folder.resolve("requests.ndjson");
        Files.writeString(requests, "{\"assetPaths\": [\"%s\"], \"itemId\": \"a\"}".formatted(scene.image()));
    }

    private static Object href(Map<String, Object> item) {
        return JsonValues.members(JsonValues.members(item.get("assets")).get("thumbnail"))
                .get("href");
    }

    private static Map<String, Object> read(Path item) throws IOException {
        return Run.json(Files.readString(item));
    }

    private void assertPicture(String name) {
        assertThat(folder.resolve(name)).content(ISO_8859_1).contains("PNG", "IHDR");
    }

    @Test
    void generatePutsItNextToTheItem() throws IOException {
        Path item = folder.resolve("item.json");
        Run run = Run.of("generate", scene.image(), "--id", "a", "--thumbnail", "64", "-o", item);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(href(read(item))).isEqualTo("./a.png");
        assertPicture("a.png");
    }

    @Test
    void batchPutsThemIntoAFolderNextToItsFile() throws IOException {
        Path items = folder.resolve("items.ndjson");
        Run run = Run.of("batch", requests, "--thumbnail", "64", "-o", items);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(href(read(items))).isEqualTo("./thumbnails/a.png");
        assertPicture("thumbnails/a.png");
    }

    @Test
    void catalogRefersToThoseInItsFolderFromEachItem() throws IOException {
        Path catalog = folder.resolve("published");
        Run run = Run.of(
                "batch",
                requests,
                "--thumbnail",
                "64",
                "--thumbnail-folder",
                catalog.resolve("thumbnails"),
                "--to",
                "catalog:" + catalog,
                "--to-option",
                "layout=folders");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(href(read(catalog.resolve("a/a.json")))).isEqualTo("../thumbnails/a.png");
        assertPicture("published/thumbnails/a.png");
    }

    @Test
    void hrefMayBeWhereTheyArePublished() {
        Run run = Run.of(
                "generate",
                scene.image(),
                "--id",
                "a",
                "--thumbnail",
                "64",
                "--thumbnail-folder",
                folder.resolve("pictures"),
                "--thumbnail-href",
                "https://cdn.example.com/");
        assertThat(href(run.json())).isEqualTo("https://cdn.example.com/a.png");
        assertPicture("pictures/a.png");
    }

    @Test
    void aFolderIsAskedForWhereThereIsNoFileOfOutput() {
        Run run = Run.of("batch", requests, "--thumbnail", "64", "--to", "https://example.com/stac");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--thumbnail is set, expected --thumbnail-folder too");
    }

    @Test
    void aSizeThatIsTooSmallIsAnError() {
        Run run = Run.of("generate", scene.image(), "--thumbnail", "3", "-o", folder.resolve("item.json"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--thumbnail is 3 pixels, expected 16 to 1024");
    }
}
