package io.stacgenerator.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of all Items next to a Collection of a catalog. */
final class CatalogMirrorTest {

    @TempDir
    private Path root;

    private void write(SinkOptions.Builder options, StacItem... items) {
        try (StacGenerator generator = StacGenerator.builder()
                        .discovery(false)
                        .install(new TableSink())
                        .build();
                ItemWriter writer = generator.openSink(
                        "catalog:" + root,
                        options.set("mirror", "parquet").collection("scenes").build())) {
            Stream.of(items).forEach(writer::accept);
        }
    }

    private static StacItem item(String id, String href) {
        Map<String, Object> json = new LinkedHashMap<>(TableItems.item(id).toMap());
        json.put("collection", "scenes");
        json.put("assets", Map.of("image", Map.of("href", href)));
        return StacItem.of(json);
    }

    private Path table() {
        return root.resolve("scenes/items.parquet");
    }

    private Map<String, StacItem> rows() {
        Map<String, StacItem> rows = new LinkedHashMap<>();
        try (Stream<StacItem> items = StacTable.read(table())) {
            items.forEach(item -> rows.put(item.id(), item));
        }
        return rows;
    }

    @Test
    void theMirrorHasTheItemsOfAllRuns() throws IOException {
        SinkOptions.Builder options = SinkOptions.builder().set("subcatalogs", "{year}");
        write(options, item("b", "https://example.com/b.tif"));
        write(options, item("a", "https://example.com/a.tif"));

        assertThat(rows()).containsOnlyKeys("a", "b");
        Map<String, Object> collection = JsonText.parse(Files.readString(root.resolve("scenes/collection.json")));
        assertThat(JsonValues.members(collection.get("assets")).get("items"))
                .isEqualTo(Map.of(
                        "href",
                        "./items.parquet",
                        "type",
                        "application/vnd.apache.parquet",
                        "title",
                        "Items",
                        "roles",
                        List.of("collection-mirror")));
        assertThat(DuckDb.value("SELECT decode(value) FROM parquet_kv_metadata('%s') WHERE key = 'stac-geoparquet'"
                        .formatted(table())))
                .contains("\"collections\":{\"scenes\":")
                .doesNotContain("2026/catalog.json");
    }

    @Test
    void hrefsOfTheMirrorAreRelativeToTheCollection() {
        String asset = root.toUri() + "scenes/data/b.tif";
        write(
                SinkOptions.builder()
                        .set("layout", "folders")
                        .set("subcatalogs", "{year}")
                        .set("asset-hrefs", "relative"),
                item("b", asset));

        StacItem row = rows().get("b");
        assertThat(row.assets().get("image").toMap()).containsEntry("href", "./data/b.tif");
        assertThat(row.links())
                .extracting(link -> link.toMap().get("rel") + " " + link.toMap().get("href"))
                .contains("root ../catalog.json", "collection ./collection.json");
    }

    @Test
    void aSecondRunChangesNoByte() throws IOException {
        write(SinkOptions.builder(), item("b", "https://example.com/b.tif"), item("a", "https://example.com/a.tif"));
        byte[] before = Files.readAllBytes(table());

        write(SinkOptions.builder(), item("a", "https://example.com/a.tif"), item("b", "https://example.com/b.tif"));

        assertThat(Files.readAllBytes(table())).isEqualTo(before);
    }
}
