package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void rowsOfATableAreChecked() throws IOException {
        Path table = folder.resolve("items.parquet");
        try (StacGenerator generator = StacGenerator.create();
                ItemWriter writer = generator.openSink(
                        table.toString(),
                        SinkOptions.builder().set("unlocated", "keep").build())) {
            writer.accept(StacItem.parse(ITEM.formatted("a", TIME, "", "")));
            writer.accept(StacItem.parse(ITEM.formatted("b", TIME, "", ", \"collection\": \"c\"")));
        }

        Run run = Run.of("validate", table);

        assertThat(run.out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Run.json(line))
                        .containsEntry("href", table + ":2")
                        .containsEntry("id", "b"));
        assertThat(run.err()).contains("2 documents, 1 invalid");
    }

    @Test
    void aFileThatIsNoTableSaysSo() throws IOException {
        Run run = Run.of("validate", write("items.parquet", "{}"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("items.parquet is not a table of Items");
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

    /** The limit of a document is 16 MiB. */
    @Test
    void aFeatureCollectionMayBeLargerThanADocument() throws IOException {
        Path all = folder.resolve("all.geojson");
        String filler = ", \"filler\": \"%s\"".formatted("x".repeat(1 << 20));
        try (BufferedWriter writer = Files.newBufferedWriter(all)) {
            writer.write("{\"features\": [");
            for (int i = 0; i < 20; i++) {
                writer.write((i == 0 ? "" : ",") + ITEM.formatted("i" + i, i == 18 ? "now" : TIME, "", filler));
            }
            writer.write("], \"type\": \"FeatureCollection\"}");
        }

        Run run = Run.of("validate", all);

        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(Run.json(line))
                        .containsEntry("href", all.toUri() + ":19")
                        .containsEntry("id", "i18"));
        assertThat(run.err()).contains("20 documents, 1 invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type": "FeatureCollection", "features": [{"type": "Feat           | 1 documents | not JSON
                    {"type": "FeatureCollection", "features": [1]}                      | 1 documents | is not an object
                    {"type": "FeatureCollection", "features": []} x                     | 1 documents | not JSON
                    {"features": [{"id": "a"}], "type": "Catalog"}                      | 2 documents | Catalog
                    {"type": "Catalog", "features": [{"id": "a"}], "id": "a"}           | 1 documents | stac_version
                    {"collections": [{"type": "Collection", "id": "a"}, {"id": "b"}]}   | 2 documents | extent
                    [1]                                                                 | 1 documents | expected a JSON object
                    ''                                                                  | 1 documents | is empty
                    """)
    void whatIsNotAFeatureCollectionHasAFault(String text, String documents, String fault) throws IOException {
        Run run = Run.of("validate", write("all.json", text));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(fault);
        assertThat(run.err()).contains(documents);
    }

    @Test
    void aDocumentThatIsTooLargeDoesNotHideTheOthers() throws IOException {
        write("a.json", "{\"id\": \"%s\"}".formatted("x".repeat(17 << 20)));
        write("b.json", ITEM.formatted("b", TIME, "", ""));

        Run run = Run.of("validate", folder);

        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("a.json", "larger than 16777216 bytes"));
        assertThat(run.err()).contains("2 documents, 1 invalid");
    }

    @Test
    void assetsAreOpenedOnRequest() throws IOException {
        Path data = write("notes.txt", "four");
        String asset = "\"assets\": {\"notes\": {\"href\": \"./notes.txt\", \"file:size\": 5}}";
        Path item = write("item.json", ITEM.formatted("a", TIME, "", "").replace("\"assets\": {}", asset));

        Run run = Run.of("validate", "--against-assets", item);

        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("/assets/notes/file:size", "is 5, expected %d".formatted(Files.size(data))));
        assertThat(Run.of("validate", item).out()).doesNotContain("is 5");
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
