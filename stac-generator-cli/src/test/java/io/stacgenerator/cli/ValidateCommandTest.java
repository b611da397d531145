package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {

    private static final String ITEM = """
            {"type": "Feature", "stac_version": "1.1.0", "id": "%s", "geometry": null, "properties": {"datetime": \
            "%s"}, "links": [%s], "assets": {}%s}
            """;
    private static final String CATALOG = """
            {"type": "Catalog", "stac_version": "1.1.0", "id": "%s", "description": "All", "links": [%s]}
            """;
    private static final String TIME = "2024-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void eachFaultIsALine() throws IOException {
        Path lines =
                write("items.ndjson", ITEM.formatted("a", TIME, "", "") + ITEM.formatted("b", "now", "", "") + "{\n");

        Run run = Run.of("validate", lines);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(Run.json(line))
                                .containsEntry("href", lines.toUri() + ":2")
                                .containsEntry("id", "b")
                                .containsEntry("pointer", "/properties/datetime"),
                        line -> assertThat(Run.json(line)).containsEntry("href", lines.toUri() + ":3"));
        assertThat(run.err()).contains("3 documents, 2 invalid");
    }

    @Test
    void filesOfAFolderAreCheckedButForOtherJson() throws IOException {
        write("a.json", ITEM.formatted("a", TIME, "", ""));
        write(
                "deep/all.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [%s]}".formatted(ITEM.formatted("b", TIME, "", "")));
        write("package.json", "{\"name\": \"other\"}");

        Run run = Run.of("validate", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 documents, 0 invalid");
    }

    @Test
    void linksAreFollowedAndHaveToLeadBack() throws IOException {
        Path root = write(
                "catalog.json",
                CATALOG.formatted(
                        "root",
                        "{\"rel\": \"child\", \"href\": \"./sub/catalog.json\"}, {\"rel\": \"item\", \"href\": \"./lost.json\"}"));
        write("sub/catalog.json", CATALOG.formatted("sub", "{\"rel\": \"item\", \"href\": \"a.json\"}"));
        write("sub/a.json", ITEM.formatted("a", TIME, "{\"rel\": \"parent\", \"href\": \"../catalog.json\"}", ""));

        Run run = Run.of("validate", "--recursive", root);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("/sub/a.json", "has a parent", "which links here"),
                        line -> assertThat(line).contains("lost.json", "a link of rel item in"));
        assertThat(run.err()).contains("4 documents, 2 invalid");
    }

    @Test
    void whatCannotBeReadIsAnError() {
        assertThat(Run.of("validate", folder.resolve("none.json")).exitCode()).isEqualTo(1);
        assertThat(Run.of("validate").exitCode()).isEqualTo(2);
    }
}
