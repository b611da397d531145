package io.stacgenerator.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StacTableTest {

    @TempDir
    private Path folder;

    private final Map<String, String> rejected = new LinkedHashMap<>();

    private Path write(SinkOptions.Builder options, StacItem... items) {
        Path file = folder.resolve("items.parquet");
        try (StacGenerator generator = StacGenerator.builder()
                        .install(new TableSink())
                        .discovery(false)
                        .build();
                ItemWriter writer = generator.openSink(
                        file.toString(),
                        options.onRejected((item, reason) -> rejected.put(item.id(), reason.getMessage()))
                                .build())) {
            Stream.of(items).forEach(writer::accept);
        }
        return file;
    }

    private Path write(StacItem... items) {
        return write(SinkOptions.builder(), items);
    }

    private static List<StacItem> read(Path file) {
        try (Stream<StacItem> items = StacTable.read(file)) {
            return items.toList();
        }
    }

    private static String query(Path file, String columns) {
        return DuckDb.value("SELECT %s FROM '%s'".formatted(columns, file));
    }

    private static String footer(Path file, String key) {
        return DuckDb.value(
                "SELECT decode(value) FROM parquet_kv_metadata('%s') WHERE decode(key) = '%s'".formatted(file, key));
    }

    private static String typeOf(Path file, String column) {
        return query(file, "typeof(%s)".formatted(column));
    }

    static Stream<StacItem> items() {
        return Stream.of(
                TableItems.item("plain"),
                TableItems.acrossTheAntimeridian("antimeridian"),
                TableItems.withHeights("3d"),
                TableItems.item("range", range()),
                TableItems.with("links", "links", List.of()),
                TableItems.with(
                        "assets",
                        "assets",
                        Map.of(
                                "a", Map.of("href", "a.tif", "bands", List.of(Map.of("name", "1"))),
                                "b", Map.of("href", "b.tif", "bands", List.of(Map.of("nodata", 5))))),
                TableItems.with("point", "geometry", Map.of("type", "Point", "coordinates", List.of(10.5, 50.5))),
                TableItems.with(
                        "collection",
                        "geometry",
                        Map.of(
                                "type",
                                "GeometryCollection",
                                "geometries",
                                List.of(
                                        Map.of("type", "MultiPoint", "coordinates", List.of(List.of(1.0, 2.0))),
                                        Map.of(
                                                "type",
                                                "LineString",
                                                "coordinates",
                                                List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)))))),
                TableItems.item(
                        "proj",
                        Map.of(
                                "proj:geometry",
                                TableItems.polygon(5e5, 5e6, 6e5, 6e6),
                                "proj:bbox",
                                List.of(1, 2, 3, 4))));
    }

    private static Map<String, Object> range() {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("datetime", null);
        range.put("start_datetime", "2026-01-01T00:00:00Z");
        range.put("end_datetime", "2026-01-31T23:59:59.500Z");
        return range;
    }

    @ParameterizedTest
    @MethodSource("items")
    void anItemComesBackAsItWas(StacItem item) {
        assertThat(read(write(item)))
                .singleElement()
                .satisfies(back -> assertThat(same(back, item))
                        .as("%s%n%s", back.toJson(), item.toJson())
                        .isTrue());
        assertThat(rejected).isEmpty();
    }

    /** The order of members, and 1 or 1.0, make no difference in JSON. */
    private static boolean same(StacItem one, StacItem other) {
        return JsonValues.same(one.toMap(), other.toMap());
    }

    @Test
    void allKindsComeBackFromOneTable() {
        List<StacItem> items = items().toList();
        assertThat(read(write(items.toArray(StacItem[]::new))))
                .allSatisfy(back -> assertThat(items)
                        .filteredOn(item -> item.id().equals(back.id()))
                        .singleElement()
                        .satisfies(item ->
                                assertThat(same(back, item)).as(back.toJson()).isTrue()));
    }

    @Test
    void columnsHaveTheTypesOfTheSpecification() {
        Path file = write(TableItems.item("a"));

        assertThat(typeOf(file, "datetime")).isEqualTo("TIMESTAMP WITH TIME ZONE");
        assertThat(typeOf(file, "created")).isEqualTo("TIMESTAMP WITH TIME ZONE");
        assertThat(typeOf(file, "\"sat:anx_datetime\"")).isEqualTo("VARCHAR");
        assertThat(typeOf(file, "bbox")).isEqualTo("STRUCT(xmin DOUBLE, ymin DOUBLE, xmax DOUBLE, ymax DOUBLE)");
        assertThat(typeOf(file, "stac_extensions")).isEqualTo("VARCHAR[]");
        assertThat(typeOf(file, "geometry")).startsWith("GEOMETRY");
        assertThat(typeOf(file, "\"proj:shape\"")).isEqualTo("BIGINT[]");
        assertThat(typeOf(file, "\"acme:flag\"")).isEqualTo("BOOLEAN");
        assertThat(query(file, "ST_AsText(geometry)")).startsWith("POLYGON ((10 50, 11 50");
        assertThat(query(file, "epoch_us(datetime)")).isEqualTo("1781519191123456");
        assertThat(query(file, "assets.image.href")).isEqualTo("https://example.com/a.tif");
        assertThat(query(file, "links[1].rel")).isEqualTo("collection");
    }

    @Test
    void theFooterDescribesGeometryAndCollections() {
        Map<String, Object> collection =
                Map.of("type", "Collection", "stac_version", "1.1.0", "id", "scenes", "license", "other");
        Path file = write(
                SinkOptions.builder().collection(collection),
                TableItems.item("a"),
                TableItems.acrossTheAntimeridian("b"));

        assertThat(footer(file, "geo"))
                .contains(
                        "\"version\":\"1.1.0\"",
                        "\"primary_column\":\"geometry\"",
                        "\"geometry_types\":[\"MultiPolygon\",\"Polygon\"]",
                        "\"bbox\":[10,-10,-179,51]",
                        "\"xmin\":[\"bbox\",\"xmin\"]");
        assertThat(footer(file, "stac-geoparquet"))
                .isEqualTo(JsonText.compact(ordered("version", "1.0.0", "collections", Map.of("scenes", collection))));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void nodataThatIsNoNumberIsNan() {
        Path file = write(TableItems.item("a"));

        assertThat(query(file, "isnan(assets.image.bands[1].nodata)")).isEqualTo("true");
        assertThat(query(file, "assets.image.bands[2].nodata")).isEqualTo("0.0");
    }

    @Test
    void wholeNumbersAreDoublesWhereTheFieldSaysNumber() {
        Path file = write(TableItems.item("a"));

        assertThat(typeOf(file, "\"proj:transform\"")).isEqualTo("DOUBLE[]");
        assertThat(typeOf(file, "gsd")).isEqualTo("DOUBLE");
    }

    @Test
    void anIntegerAndAFractionAreBothDoubles() {
        Path file = write(TableItems.item("a", Map.of("acme:x", 1)), TableItems.item("b", Map.of("acme:x", 1.5)));

        assertThat(typeOf(file, "\"acme:x\"")).isEqualTo("DOUBLE");
    }

    @Test
    void countsOfStatisticsAreKept() {
        assertThat(query(write(TableItems.item("a")), "assets.image.bands[1].statistics.count"))
                .isEqualTo("100");
    }

    @Test
    void whatIsEmptyInAllRowsIsLeftOut() {
        Path file = write(TableItems.with("a", "assets", Map.of()));

        assertThat(DuckDb.column("SELECT name FROM parquet_schema('%s')".formatted(file)))
                .contains("id", "links")
                .doesNotContain("assets");
        assertThat(read(file))
                .singleElement()
                .satisfies(item -> assertThat(item.assets()).isEmpty());
    }

    @Test
    void keysOfAssetsThatDifferFromItemToItemAreRefusedBeyondALimit() {
        StacItem[] items = IntStream.rangeClosed(0, 500)
                .mapToObj(number -> TableItems.with(
                        "item-" + number, "assets", Map.of("file-" + number + ".tif", Map.of("href", "x.tif"))))
                .toArray(StacItem[]::new);

        assertThat(read(write(items))).hasSize(500);
        assertThat(rejected).containsOnlyKeys("item-500");
        assertThat(rejected.get("item-500")).contains("file-500.tif", "more than 500 keys", "item_assets");
    }

    @Test
    void twoTypesUnderOneNameNameColumnTypesAndItems() {
        Path file = write(TableItems.item("a", Map.of("acme:x", "high")), TableItems.item("b", Map.of("acme:x", 3)));

        assertThat(read(file)).extracting(StacItem::id).containsExactly("a");
        assertThat(rejected).containsOnlyKeys("b");
        assertThat(rejected.get("b")).contains("column acme:x is string in item a, but integer in item b");
    }

    @Test
    void twoTypesUnderOneNameAreJsonOnRequest() {
        Path file = write(
                SinkOptions.builder().set("conflicts", "json"),
                TableItems.item("a", Map.of("acme:x", "high")),
                TableItems.item("b", Map.of("acme:x", Map.of("y", 3))));

        assertThat(DuckDb.column("SELECT \"acme:x\" FROM '%s' ORDER BY id".formatted(file)))
                .containsExactly("\"high\"", "{\"y\":3}");
        assertThat(rejected).isEmpty();
    }

    @Test
    void listsThatAreEmptyInAllRowsHaveTheTypeOfTheirField() {
        Path file = write(TableItems.item(
                "a", Map.of("proj:shape", List.of(), "proj:centroid", Map.of(), "acme:list", List.of())));

        assertThat(typeOf(file, "\"proj:shape\"")).isEqualTo("BIGINT[]");
        assertThat(typeOf(file, "\"acme:list\"")).isEqualTo("VARCHAR[]");
        assertThat(typeOf(file, "stac_extensions")).isEqualTo("VARCHAR[]");
    }

    @Test
    void boxesAcrossTheAntimeridianStayAsTheyAre() {
        Path file = write(TableItems.acrossTheAntimeridian("a"));

        assertThat(query(file, "bbox.xmin")).isEqualTo("179.0");
        assertThat(query(file, "bbox.xmax")).isEqualTo("-179.0");
    }

    @Test
    void boxesWithAndWithoutHeightsShareATable() {
        Path file = write(TableItems.item("flat"), TableItems.withHeights("deep"));

        assertThat(typeOf(file, "bbox"))
                .isEqualTo("STRUCT(xmin DOUBLE, ymin DOUBLE, zmin DOUBLE, xmax DOUBLE, ymax DOUBLE, zmax DOUBLE)");
        assertThat(DuckDb.column("SELECT bbox.zmin FROM '%s' ORDER BY id DESC".formatted(file)))
                .containsExactly(null, "300.0");
        assertThat(read(file))
                .extracting(
                        item -> JsonValues.elements(item.toMap().get("bbox")).size())
                .containsExactly(4, 6);
    }

    private static StacItem unlocated() {
        Map<String, Object> json = TableItems.json("a");
        json.put("geometry", null);
        json.remove("bbox");
        return StacItem.of(json);
    }

    @Test
    void anItemWithoutGeometryIsRefused() {
        write(unlocated(), TableItems.item("b"));

        assertThat(rejected).containsOnlyKeys("a");
        assertThat(rejected.get("a")).contains("no geometry", "unlocated=keep");
    }

    @Test
    void anItemWithoutGeometryIsKeptOnRequest() {
        List<StacItem> back = read(write(SinkOptions.builder().set("unlocated", "keep"), unlocated()));

        assertThat(back)
                .singleElement()
                .satisfies(item ->
                        assertThat(same(item, unlocated())).as(item.toJson()).isTrue());
    }

    @Test
    void propertiesWithTheNameOfAMemberAreDropped() {
        Path file = write(TableItems.item("a", Map.of("links", "x", "id", 5, "bbox", true, "acme:x", 1)));

        assertThat(query(file, "id")).isEqualTo("a");
        assertThat(query(file, "\"acme:x\"")).isEqualTo("1");
        assertThat(read(file))
                .singleElement()
                .satisfies(item -> assertThat(item.properties()).doesNotContainKeys("links", "id", "bbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01T00:00:00Z", ""})
    void aTimeThatIsNoneIsRefused(String time) {
        write(TableItems.item("a", Map.of("datetime", time)), TableItems.item("b"));

        assertThat(rejected).containsOnlyKeys("a");
        assertThat(rejected.get("a")).contains("datetime", time);
    }

    @Test
    void aLeapSecondIsTheNextMinute() {
        assertThat(query(write(TableItems.item("a", Map.of("datetime", "2016-12-31T23:59:60Z"))), "epoch_ms(datetime)"))
                .isEqualTo("1483228800000");
    }

    @Test
    void aGeometryThatIsNoneIsRefused() {
        write(TableItems.with("a", "geometry", Map.of("type", "Circle")), TableItems.item("b"));

        assertThat(rejected.get("a")).contains("Circle");
    }

    @Test
    void rowsAreGroupedAndPacked() {
        Path file = write(IntStream.range(0, 1000)
                .mapToObj(number -> TableItems.item("item-" + number))
                .toArray(StacItem[]::new));

        assertThat(DuckDb.column("SELECT DISTINCT compression FROM parquet_metadata('%s')".formatted(file)))
                .containsExactly("ZSTD");
        assertThat(DuckDb.value(
                        "SELECT sum(row_group_num_rows) FROM (SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('%s'))"
                                .formatted(file)))
                .isEqualTo("1000");
    }

    @Test
    void noItemIsATableWithoutRows() {
        Path file = write();

        assertThat(query(file, "count(*)")).isEqualTo("0");
        assertThat(read(file)).isEmpty();
    }

    @Test
    void schemasOfPartsMergeInAnyOrder() {
        List<StacItem> items = items().toList();
        List<Field> fields = List.of(Field.of("nodata", FieldType.NODATA).at(FieldLevel.BAND));
        TableSchema all = TableSchema.of(fields);
        items.forEach(all::add);
        TableSchema merged = TableSchema.of(fields);
        List<StacItem> backwards = new ArrayList<>(items);
        Collections.reverse(backwards);
        backwards.forEach(item -> {
            TableSchema part = TableSchema.of(fields);
            part.add(item);
            merged.merge(part.toMap());
        });

        assertThat(new ItemRows(merged.columns(), Map::of).schema())
                .isEqualTo(new ItemRows(all.columns(), Map::of).schema());
    }

    @Test
    void aFileThatIsNotATableIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.parquet"), "no table");

        assertThatThrownBy(() -> StacTable.read(text))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET));
        assertThatThrownBy(() -> StacTable.read(folder.resolve("none.parquet")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static StacItem nested(String id, int levels) {
        Object value = 1.5;
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return TableItems.item(id, Map.of("acme:deep", value));
    }

    @Test
    void aTableIsNotDeeperThanItCanBeReadBack() {
        int most = Column.MOST_LEVELS - 1; // the property is a level
        StacItem deepest = nested("a", most);

        List<StacItem> back = read(write(deepest, nested("b", most + 1)));

        assertThat(back)
                .singleElement()
                .satisfies(item -> assertThat(same(item, deepest)).isTrue());
        assertThat(rejected).containsOnlyKeys("b");
        assertThat(rejected.get("b")).contains("20 levels", "acme:deep[]", "conflicts=json");
    }

    @Test
    void whatIsDeeperIsJsonOnRequest() {
        StacItem deep = nested("a", 60);

        assertThat(read(write(SinkOptions.builder().set("conflicts", "json"), deep)))
                .singleElement()
                .satisfies(item -> assertThat(same(item, deep)).isTrue());
    }

    @Test
    void anItemThatIsRefusedLeavesNoColumns() {
        Map<String, Object> assets = new LinkedHashMap<>();
        IntStream.rangeClosed(0, 500).forEach(number -> assets.put("file-" + number, Map.of("href", "x.tif")));

        Path file = write(
                TableItems.with("many", "assets", assets),
                TableItems.item("mixed", Map.of("acme:x", 1, "acme:y", List.of(1, "a"))),
                TableItems.item("a", Map.of("acme:x", "text")));

        assertThat(rejected).containsOnlyKeys("many", "mixed");
        assertThat(typeOf(file, "\"acme:x\"")).isEqualTo("VARCHAR");
        assertThat(DuckDb.column("SELECT name FROM parquet_schema('%s')".formatted(file)))
                .doesNotContain("file-0", "acme:y");
    }

    @Test
    void columnsThatDifferByCaseAreFound() {
        TableSchema schema =
                TableSchema.of(List.of(Field.of("nodata", FieldType.NODATA).at(FieldLevel.BAND)));
        schema.add(TableItems.item("a", Map.of("acme:x", Map.of("b", 1, "B", 2), "ACME:x", 1)));

        assertThat(schema.columns().ambiguous()).containsExactlyInAnyOrder("acme:x", "acme:x.b");
    }
}
