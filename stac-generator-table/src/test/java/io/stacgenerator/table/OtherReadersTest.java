package io.stacgenerator.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables as implementations read them that share no code with ours: hyparquet, and rustac's decoder in WebAssembly.
 * Both are from npm, in the folder that the property names.
 */
@EnabledIfSystemProperty(named = "stacgenerator.hyparquet", matches = ".+")
final class OtherReadersTest {

    @TempDir
    private Path folder;

    private Map<String, Object> read(String script, StacItem... items) throws Exception {
        Path table = folder.resolve("items.parquet");
        try (StacGenerator generator = StacGenerator.builder()
                        .install(new TableSink())
                        .discovery(false)
                        .build();
                ItemWriter writer = generator.openSink(table.toString(), SinkOptions.ofDefaults())) {
            List.of(items).forEach(writer::accept);
        }
        Process process = new ProcessBuilder(
                        "node",
                        copied(script).toString(),
                        System.getProperty("stacgenerator.hyparquet"),
                        table.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        return JsonText.parse(out);
    }

    private Path copied(String script) throws IOException {
        try (InputStream in = OtherReadersTest.class.getResourceAsStream(script)) {
            return Files.write(folder.resolve(script), in.readAllBytes());
        }
    }

    @Test
    void hyparquetReadsRows() throws Exception {
        StacItem item = TableItems.item("a");
        Map<String, Object> read =
                read("hyparquet.mjs", item, TableItems.acrossTheAntimeridian("b"), TableItems.withHeights("c"));

        List<Map<String, Object>> rows = JsonValues.objects(read.get("rows"));
        assertThat(rows).extracting(row -> row.get("id")).containsExactly("a", "b", "c");
        Map<String, Object> row = rows.get(0);
        assertThat(row)
                .containsEntry("datetime", "2026-06-15T10:26:31.123Z") // a Date has milliseconds
                .containsEntry("eo:cloud_cover", 12.5)
                .containsEntry("acme:flag", true)
                .containsEntry("sat:anx_datetime", "2026-06-15T10:00:00Z");
        assertThat(JsonValues.same(row.get("geometry"), item.toMap().get("geometry")))
                .as(String.valueOf(row.get("geometry")))
                .isTrue();
        assertThat(JsonValues.same(row.get("proj:transform"), item.properties().get("proj:transform")))
                .isTrue();
        Map<String, Object> image =
                JsonValues.members(JsonValues.members(row.get("assets")).get("image"));
        assertThat(image).containsEntry("href", "https://example.com/a.tif");
        assertThat(JsonValues.objects(image.get("bands")))
                .extracting(band -> band.get("nodata"))
                .hasToString("[nan, 0]");
        assertThat(JsonValues.members(rows.get(1).get("bbox")))
                .hasToString("{xmin=179, ymin=-10, zmin=null, xmax=-179, ymax=10, zmax=null}");
        assertThat(JsonValues.members(rows.get(2).get("bbox"))).containsKey("zmin");
        assertThat(JsonValues.members(read.get("footer"))).containsKeys("geo", "stac-geoparquet");
    }

    @Test
    void rustacReadsItems() throws Exception {
        StacItem item = TableItems.item("a");
        StacItem across = TableItems.acrossTheAntimeridian("b");

        List<StacItem> items = JsonValues.objects(
                        read("rustac.mjs", item, across).get("items"))
                .stream()
                .map(StacItem::of)
                .toList();

        assertThat(items).extracting(StacItem::id).containsExactly("a", "b");
        StacItem read = items.get(0);
        assertThat(read.collection()).contains("scenes");
        assertThat(read.datetime()).isEqualTo(item.datetime());
        assertThat(JsonValues.same(read.toMap().get("geometry"), item.toMap().get("geometry")))
                .isTrue();
        assertThat(JsonValues.same(
                        items.get(1).toMap().get("bbox"), across.toMap().get("bbox")))
                .isTrue();
        for (String name :
                List.of("eo:cloud_cover", "proj:code", "proj:transform", "acme:nested", "sat:anx_datetime")) {
            assertThat(JsonValues.same(
                            read.properties().get(name), item.properties().get(name)))
                    .as(name)
                    .isTrue();
        }
        Map<String, Object> image = JsonValues.members(
                JsonValues.members(read.toMap().get("assets")).get("image"));
        assertThat(image).containsEntry("href", "https://example.com/a.tif").containsEntry("roles", List.of("data"));
        assertThat(JsonValues.objects(image.get("bands")))
                .extracting(band -> band.get("name"))
                .containsExactly("B04", "B08");
    }
}
