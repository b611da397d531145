package io.stacgenerator.internal.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.testkit.ItemSinkContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogSinkTest extends ItemSinkContract {

    @TempDir
    private Path root;

    @Override
    protected ItemSink sink() {
        return new CatalogSink();
    }

    @Override
    protected String target(Path emptyFolder) {
        return "catalog:" + emptyFolder.resolve("published");
    }

    @Override
    protected boolean itemsOutliveAbort() {
        return true;
    }

    @Override
    protected List<String> ids(String target) {
        Path folder = Path.of(target.substring("catalog:".length()));
        return links(folder.resolve("scenes/collection.json"), "item").stream()
                .map(link -> folder.resolve("scenes").resolve(String.valueOf(link.get("href"))))
                .map(file -> JsonValues.string(json(file).get("id")).orElseThrow())
                .toList();
    }

    private static Map<String, Object> json(Path file) {
        try {
            return JsonReader.object(Files.readString(file), ErrorCode.INVALID_ITEM, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> links(Path file, String rel) {
        return JsonValues.objects(json(file).get("links")).stream()
                .filter(link -> rel.equals(link.get("rel")))
                .toList();
    }

    private static List<Object> hrefs(Path file, String rel) {
        return links(file, rel).stream().map(link -> link.get("href")).toList();
    }

    private void write(SinkOptions.Builder options, StacItem... items) {
        try (StacGenerator generator = StacGenerator.builder().discovery(false).build();
                ItemWriter writer = generator.openSink("catalog:" + root, options.build())) {
            Stream.of(items).forEach(writer::accept);
        }
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file), Files.readString(file) + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void aCatalogLinksDownToItemsAndBack() {
        write(SinkOptions.builder(), item("a"), item("b"));

        assertThat(hrefs(root.resolve("catalog.json"), "child")).containsExactly("./scenes/collection.json");
        Path collection = root.resolve("scenes/collection.json");
        assertThat(hrefs(collection, "item")).containsExactly("./a.json", "./b.json");
        assertThat(hrefs(collection, "parent")).containsExactly("../catalog.json");
        Path item = root.resolve("scenes/a.json");
        assertThat(hrefs(item, "root")).containsExactly("../catalog.json");
        assertThat(hrefs(item, "parent")).containsExactly("./collection.json");
        assertThat(hrefs(item, "collection")).containsExactly("./collection.json");
        assertThat(hrefs(item, "self")).isEmpty();
        assertThat(json(collection).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(10, 50, 11, 51)));
        assertThat(json(collection).get("summaries")).extracting("platform").isEqualTo(List.of("acme-1"));
    }

    @Test
    void aSecondRunChangesNoByte() throws IOException {
        write(SinkOptions.builder().set("subcatalogs", "{year}/{month}"), item("a"), item("b"));
        for (Path file : files().keySet()) {
            Files.setLastModifiedTime(root.resolve(file), FileTime.fromMillis(0));
        }
        Map<Path, String> before = files();

        write(SinkOptions.builder().set("subcatalogs", "{year}/{month}"), item("a"), item("b"));

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void addingKeepsWhatIsThere() throws IOException {
        write(SinkOptions.builder().set("subcatalogs", "{platform}"), item("a"));
        Path catalog = root.resolve("catalog.json");
        Files.writeString(catalog, Files.readString(catalog).replace("A catalog of STAC Items.", "Ours"));
        Map<String, Object> moved = new LinkedHashMap<>(item("b").toMap());
        moved.put("bbox", List.of(20.0, 50.0, 21.0, 51.0));
        moved.put("properties", Map.of("datetime", "2027-01-01T00:00:00Z", "platform", "acme-2"));

        write(SinkOptions.builder().set("subcatalogs", "{platform}"), StacItem.of(moved));

        assertThat(json(catalog)).containsEntry("description", "Ours");
        Path collection = root.resolve("scenes/collection.json");
        assertThat(hrefs(collection, "child")).containsExactly("./acme-1/catalog.json", "./acme-2/catalog.json");
        assertThat(json(collection).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(10, 50, 21, 51)));
        assertThat(json(collection).get("summaries"))
                .extracting("platform")
                .asInstanceOf(LIST)
                .containsExactlyInAnyOrder("acme-1", "acme-2");
    }

    @Test
    void hrefsAreAbsoluteOnRequest() {
        write(SinkOptions.builder().set("hrefs", "absolute").set("url", "https://stac.example.com/cat"), item("a"));

        assertThat(hrefs(root.resolve("scenes/a.json"), "self"))
                .containsExactly("https://stac.example.com/cat/scenes/a.json");
        assertThat(hrefs(root.resolve("catalog.json"), "child"))
                .containsExactly("https://stac.example.com/cat/scenes/collection.json");
    }

    @Test
    void aPublishedCatalogSaysItsUrlAtTheRootAlone() {
        write(SinkOptions.builder().set("hrefs", "published").set("url", "https://stac.example.com/"), item("a"));

        assertThat(hrefs(root.resolve("catalog.json"), "self"))
                .containsExactly("https://stac.example.com/catalog.json");
        assertThat(hrefs(root.resolve("scenes/a.json"), "self")).isEmpty();
    }

    @Test
    void assetsAreReachedByAPrefixOnRequest() {
        write(SinkOptions.builder().set("asset-hrefs", "https://cdn.example/").set("layout", "folders"), item("a"));

        assertThat(json(root.resolve("scenes/a/a.json")).get("assets"))
                .extracting("image.href")
                .isEqualTo("https://cdn.example/a.tif");
    }

    static List<Arguments> kinds() {
        return Stream.of("relative", "published", "absolute")
                .flatMap(hrefs -> Stream.of("flat", "folders").map(layout -> arguments(hrefs, layout)))
                .toList();
    }

    /** Published where it is, so that absolute links lead somewhere. */
    private void writeKind(String hrefs, String layout) {
        SinkOptions.Builder options =
                SinkOptions.builder().set("hrefs", hrefs).set("layout", layout).set("subcatalogs", "{year}/{month}");
        if (!hrefs.equals("relative")) {
            options.set("url", root.toUri().toString());
        }
        write(options, item("a"), item("b"));
        write(options, item("c"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void catalogsOfAllKindsAreValidAndLinkedBothWays(String hrefs, String layout) {
        writeKind(hrefs, layout);

        try (StacGenerator generator = StacGenerator.builder().discovery(false).build();
                Stream<StacDocument> documents =
                        generator.catalog(root.resolve("catalog.json").toString())) {
            assertThat(documents)
                    .hasSize(7)
                    .allSatisfy(
                            document -> assertThat(generator.validate(document)).isEmpty());
        }
        boolean absolute = hrefs.equals("absolute");
        assertThat(links(root.resolve("scenes/2026/06/catalog.json"), "self")).hasSize(absolute ? 1 : 0);
        assertThat(links(root.resolve("catalog.json"), "self")).hasSize(hrefs.equals("relative") ? 0 : 1);
        assertThat(hrefs(root.resolve("scenes/collection.json"), "child"))
                .allMatch(href -> String.valueOf(href).startsWith("file:") == absolute);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Requires("validator")
    void catalogsOfAllKindsAreValidByThePublishedSchemas(String hrefs, String layout) throws Exception {
        writeKind(hrefs, layout);

        Process process = new ProcessBuilder(Material.path("validator").toString(), "--lint", root.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("7 valid, 0 invalid");
    }

    @Test
    void aMirrorNeedsTheSinkOfTables() {
        assertThatThrownBy(() -> write(SinkOptions.builder().set("mirror", "parquet")))
                .hasMessageContaining("no sink has the format 'geoparquet'");
        assertThatThrownBy(() -> write(SinkOptions.builder().set("mirror", "csv")))
                .hasMessageContaining("option mirror is 'csv'");
    }

    @Test
    void idsLeadToNoOtherFolder() {
        write(SinkOptions.builder(), item("../../a/b"));

        assertThat(hrefs(root.resolve("scenes/collection.json"), "item")).containsExactly("./_.._.._a_b.json");
    }

    @Test
    void anIdThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> write(SinkOptions.builder(), item("a"), item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ITEM_REFUSED))
                .hasMessageContaining("a is there twice");
    }

    @Test
    void whatIsNotACatalogIsNotAddedTo() throws IOException {
        Files.writeString(root.resolve("catalog.json"), "{\"type\":\"Feature\"}");

        assertThatThrownBy(() -> write(SinkOptions.builder(), item("a"))).hasMessageContaining("type 'Feature'");
    }

    @Test
    void wrongOptionsAreReported() {
        assertThatThrownBy(() -> write(SinkOptions.builder().set("hrefs", "absolute")))
                .hasMessageContaining("needs the option url");
        assertThatThrownBy(() -> write(SinkOptions.builder().set("layout", "deep")))
                .hasMessageContaining("'deep'");
        assertThatThrownBy(() -> write(SinkOptions.builder().set("subcatalogs", "{grid:code}"), item("a")))
                .hasMessageContaining("item a has no grid:code");
    }
}
