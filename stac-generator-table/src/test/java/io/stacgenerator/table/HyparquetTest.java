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

/** Tables as hyparquet reads them, which npm has installed in the folder that the property names. */
@EnabledIfSystemProperty(named = "stacgenerator.hyparquet", matches = ".+")
final class HyparquetTest {

    @TempDir
    private Path folder;

    private Map<String, Object> read(StacItem... items) throws Exception {
        Path table = folder.resolve("items.parquet");
        try (StacGenerator generator = StacGenerator.builder()
                        .install(new TableSink())
                        .discovery(false)
                        .build();
                ItemWriter writer = generator.openSink(table.toString(), SinkOptions.ofDefaults())) {
            List.of(items).forEach(writer::accept);
        }
        Process process = new ProcessBuilder(
                        "node", script().toString(), System.getProperty("stacgenerator.hyparquet"), table.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        return JsonText.parse(out);
    }

    private Path script() throws IOException {
        Path script = folder.resolve("read-table.mjs");
        try (InputStream in = HyparquetTest.class.getResourceAsStream("read-table.mjs")) {
            Files.write(script, in.readAllBytes());
        }
        return script;
    }

    @Test
    void rowsHaveWhatItemsHave() throws Exception {
        StacItem item = TableItems.item("a");
        Map<String, Object> read = read(item, TableItems.acrossTheAntimeridian("b"), TableItems.withHeights("c"));

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
}
