package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollectionCreateCommandTest {

    private static final String ITEM = """
            {"type": "Feature", "stac_version": "1.1.0", "stac_extensions": \
            ["https://stac-extensions.github.io/grid/v1.1.0/schema.json", \
            "https://stac-extensions.github.io/eo/v2.0.0/schema.json"], "id": "%s", "geometry": {"type": "Polygon", \
            "coordinates": [[[%2$s, 1], [%3$s, 1], [%3$s, 2], [%2$s, 2], [%2$s, 1]]]}, "bbox": [%2$s, 1, %3$s, 2], \
            "properties": {"datetime": "2024-01-0%4$s", "grid:code": "MGRS-01AAA", "eo:cloud_cover": 5}, \
            "links": [], "assets": {}}
            """;

    @TempDir
    private Path folder;

    private Path items(String name, int day, double west, double east) throws IOException {
        return Files.writeString(folder.resolve(name), ITEM.formatted(name, west, east, day + "T00:00:00Z"));
    }

    private Map<String, Object> created(Object... arguments) throws IOException {
        Path file = folder.resolve("collection.json");
        Object[] all = List.of(List.of("collection", "create", "--id", "acme", "-o", file), List.of(arguments)).stream()
                .flatMap(List::stream)
                .toArray();
        Run run = Run.of(all);
        assertThat(run.err()).isEmpty();
        assertThat(Run.of("validate", file).out()).isEmpty();
        return Run.json(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({
        "--provider, Acme=owner, /providers/0/roles/0 is 'owner'",
        "--provider, =host, /providers/0/name is ",
        "--license, MIT OR Apache-2.0, /license is 'MIT OR Apache-2.0'",
        "--license-url, '', /links/0/href is ",
        "--id, '', /id is an empty string"
    })
    void whatWouldMakeItInvalidIsRefused(String option, String value, String fault) throws IOException {
        Path file = folder.resolve("collection.json");
        List<Object> arguments = new ArrayList<>(List.of("collection", "create", "-o", file, option, value));
        if (!option.equals("--id")) {
            arguments.addAll(List.of("--id", "acme"));
        }
        arguments.add(items("a.ndjson", 1, 170, 175));

        Run run = Run.of(arguments.toArray());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("error: INVALID_COLLECTION: the Collection would be invalid: " + fault);
        assertThat(file).doesNotExist();
    }

    @Test
    void aCollectionIsValidAndSaysWhatItsItemsDoNot() throws IOException {
        Map<String, Object> collection = created(
                "--title",
                "Acme",
                "--license",
                "CC-BY-4.0",
                "--keyword",
                "scenes",
                "--provider",
                "Acme=producer,host=https://acme.example/",
                items("a.ndjson", 1, 170, 175));

        assertThat(collection)
                .containsEntry("title", "Acme")
                .containsEntry("description", "Acme")
                .containsEntry("license", "CC-BY-4.0")
                .containsEntry("keywords", List.of("scenes"))
                .containsEntry(
                        "providers",
                        List.of(Map.of(
                                "name", "Acme",
                                "roles", List.of("producer", "host"),
                                "url", "https://acme.example/")))
                .containsEntry("stac_extensions", List.of("https://stac-extensions.github.io/eo/v2.0.0/schema.json"));
        assertThat(collection.get("summaries")).extracting("grid:code").isEqualTo(List.of("MGRS-01AAA"));
    }

    @Test
    void laterRunsAddToAPartialResultAcrossTheAntimeridian() throws IOException {
        Path state = folder.resolve("state.json");
        created("--partial", state, items("a.ndjson", 1, 170, 175));
        Map<String, Object> parts = created("--partial", state, items("b.json", 2, -178, -170));

        assertThat(parts.get("extent"))
                .extracting("spatial.bbox", "temporal.interval")
                .asString()
                .isEqualTo("[[[170, 1, -170, 2]], [[2024-01-01T00:00:00Z, 2024-01-02T00:00:00Z]]]");
        Files.delete(state);
        assertThat(created(folder.resolve("a.ndjson"), folder.resolve("b.json")))
                .isEqualTo(parts);
    }

    @Test
    void itemsComeFromTablesCatalogsAndFolders() throws IOException {
        Map<String, Object> expected = created(items("a.ndjson", 1, 10, 11));
        try (StacGenerator generator = StacGenerator.create()) {
            for (String target : List.of("items.parquet", "all.geojson", "catalog/")) {
                try (ItemWriter writer = generator.openSink(
                        folder.resolve(target) + (target.endsWith("/") ? "/" : ""), SinkOptions.ofDefaults())) {
                    writer.accept(StacItem.parse(Files.readString(folder.resolve("a.ndjson"))));
                }
            }
        }
        for (String source : List.of("items.parquet", "all.geojson", "catalog/catalog.json", "catalog")) {
            assertThat(created(folder.resolve(source))).as(source).isEqualTo(expected);
        }
    }

    @Test
    void withoutItemsThereIsNoExtent() throws IOException {
        Path lines = Files.writeString(folder.resolve("none.ndjson"), "");

        assertThat(Run.of("collection", "create", "--id", "acme", lines).err())
                .contains("INVALID_COLLECTION", "no Item");
        assertThat(Run.of("collection", "create", "--id", "acme").exitCode()).isEqualTo(2);
    }
}
