package io.stacgenerator.internal.sink;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that want the place of another document of a catalog. */
final class CatalogPlacesTest {

    @TempDir
    private Path root;

    private final Map<String, String> rejected = new LinkedHashMap<>();

    private static StacItem item(String id, String collection) {
        return item(id, collection, Map.of("datetime", "2026-06-15T10:26:31Z", "platform", "acme"));
    }

    private static StacItem item(String id, String collection, Map<String, Object> properties) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("id", id);
        json.put("geometry", Map.of("type", "Point", "coordinates", List.of(10.0, 50.0)));
        json.put("bbox", List.of(10.0, 50.0, 10.0, 50.0));
        json.put("properties", properties);
        json.put("links", List.of());
        json.put("assets", Map.of());
        json.put("collection", collection);
        return StacItem.of(json);
    }

    private void write(SinkOptions.Builder options, StacItem... items) {
        try (StacGenerator generator = StacGenerator.builder().discovery(false).build();
                ItemWriter writer = generator.openSink(
                        "catalog:" + root,
                        options.onRejected((item, reason) -> rejected.put(item.id(), reason.getMessage()))
                                .build())) {
            Stream.of(items).forEach(writer::accept);
        }
    }

    private void write(StacItem... items) {
        write(SinkOptions.builder(), items);
    }

    private Map<String, Object> json(String path) throws IOException {
        return JsonText.parse(Files.readString(root.resolve(path)));
    }

    private List<Object> links(String path, String rel) throws IOException {
        return JsonValues.objects(json(path).get("links")).stream()
                .filter(link -> rel.equals(link.get("rel")))
                .map(link -> link.get("href"))
                .toList();
    }

    @Test
    void anItemDoesNotReplaceAnotherOneWhoseFileHasItsName() throws IOException {
        write(item("a/b", "scenes"));
        write(item("a:b", "scenes"), item("c", "scenes"));

        assertThat(rejected).containsOnlyKeys("a:b");
        assertThat(rejected.get("a:b")).contains("a_b.json", "'a/b'");
        assertThat(json("scenes/a_b.json")).containsEntry("id", "a/b");
        assertThat(links("scenes/collection.json", "item")).containsExactly("./a_b.json", "./c.json");
    }

    @Test
    void aDamagedItemIsWrittenAnew() throws IOException {
        write(item("a", "scenes"));
        Files.writeString(root.resolve("scenes/a.json"), "{\"id\":");

        write(item("a", "scenes"));

        assertThat(rejected).isEmpty();
        assertThat(json("scenes/a.json")).containsEntry("id", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "catalog", "Collection"})
    void anItemDoesNotHaveTheNameOfACollectionOrCatalog(String id) throws IOException {
        write(item(id, "scenes"));
        write(item(id, "scenes"));

        assertThat(rejected).isEmpty();
        assertThat(json("scenes/_" + id + ".json")).containsEntry("id", id);
        assertThat(json("scenes/collection.json")).containsEntry("type", "Collection");
        assertThat(links("scenes/collection.json", "item")).containsExactly("./_" + id + ".json");
    }

    @Test
    void twoCollectionsDoNotShareAFolder() throws IOException {
        write(item("a", "x/y"), item("b", "x_y"));
        write(item("c", "x:y"));

        assertThat(rejected).containsOnlyKeys("b", "c");
        assertThat(rejected.get("b")).contains("Collection 'x_y'", "another document");
        assertThat(json("x_y/collection.json")).containsEntry("id", "x/y");
        assertThat(links("x_y/collection.json", "item")).containsExactly("./a.json");
    }

    private static StacItem withoutCollection(String id) {
        Map<String, Object> json = new LinkedHashMap<>(item(id, "").toMap());
        json.remove("collection");
        return StacItem.of(json);
    }

    @Test
    void anItemWithoutCollectionGoesToTheOnlyOne() throws IOException {
        Map<String, Object> collection = Map.of(
                "type", "Collection", "stac_version", "1.1.0", "id", "scenes", "description", "x", "license", "other");

        write(SinkOptions.builder().collection(collection), withoutCollection("a"), item("b", "others"));

        assertThat(json("scenes/a.json")).containsEntry("collection", "scenes");
        assertThat(links("scenes/a.json", "collection")).containsExactly("./collection.json");
        assertThat(links("catalog.json", "child"))
                .containsExactly("./others/collection.json", "./scenes/collection.json");
    }

    @Test
    void aSubcatalogDoesNotShareAFolderWithACollection() {
        write(SinkOptions.builder().set("subcatalogs", "{platform}"), withoutCollection("a"), item("b", "acme"));

        assertThat(rejected).containsOnlyKeys("b");
        assertThat(root.resolve("acme/catalog.json")).exists();
    }

    @Test
    void aCollectionOfAnotherKindIsKept() throws IOException {
        Path file = Files.createDirectories(root.resolve("scenes")).resolve("collection.json");
        Files.writeString(file, "{\"type\":\"Catalog\",\"id\":\"scenes\"}");

        write(item("a", "scenes"), item("b", "others"));

        assertThat(rejected).containsOnlyKeys("a");
        assertThat(Files.readString(file)).isEqualTo("{\"type\":\"Catalog\",\"id\":\"scenes\"}");
        assertThat(links("catalog.json", "child")).containsExactly("./others/collection.json");
    }

    @Test
    void itemsOfAnotherVersionThanTheirCollectionAreRefused() throws IOException {
        Path file = Files.createDirectories(root.resolve("scenes")).resolve("collection.json");
        Files.writeString(file, "{\"type\":\"Collection\",\"stac_version\":\"1.0.0\",\"id\":\"scenes\"}");

        write(item("a", "scenes"), item("b", "others"));

        assertThat(rejected).containsOnlyKeys("a");
        assertThat(rejected.get("a")).contains("1.1.0", "1.0.0");
        assertThat(root.resolve("others/b.json")).exists();
    }

    @Test
    void aNameIsAsLongAsAFileSystemTakesIt() throws IOException {
        String longest = "x".repeat(250);
        write(
                item(longest, "scenes"),
                item(longest + "y", "scenes"),
                item("界".repeat(84), "scenes"),
                item("a", "y".repeat(256)));

        assertThat(rejected).containsOnlyKeys(longest + "y", "界".repeat(84), "a");
        assertThat(links("scenes/collection.json", "item")).containsExactly("./" + longest + ".json");
        assertThat(links("catalog.json", "child")).containsExactly("./scenes/collection.json");
    }

    @Test
    void anItemThatIsRefusedIsNotInTheExtent() throws IOException {
        write(
                item("a", "scenes"),
                item("b", "scenes", Map.of("datetime", "yesterday")),
                item("c", "others", Map.of("datetime", "yesterday")));

        assertThat(rejected).containsOnlyKeys("b", "c");
        assertThat(root.resolve("scenes/b.json")).doesNotExist();
        assertThat(root.resolve("others")).doesNotExist();
    }
}
