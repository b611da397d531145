package io.stacgenerator.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StacItemTest {

    private static final String JSON = """
            {"type":"Feature","stac_version":"1.1.0",\
            "stac_extensions":["https://example.com/eo","https://example.com/proj"],\
            "id":"scene","geometry":{"type":"Point","coordinates":[7.5,45,300]},"bbox":[7.5,45,300,7.5,45,300],\
            "properties":{"datetime":null,"acme:x":[1,{"y":2}]},\
            "links":[{"rel":"collection","href":"c.json","type":"application/json","title":"C","acme:z":1},{"rel":"x"}],\
            "assets":{"b2":{"href":"b2.tif","title":"Blue","type":"image/tiff","roles":["data"],\
            "bands":[{"name":"blue","eo:common_name":"blue"}]},"a1":{}},\
            "collection":"c","foreign":true}""";

    private static final StacItem ITEM = item(JSON);

    @Test
    void membersOfStacAreTyped() {
        assertThat(ITEM.stacVersion()).isEqualTo("1.1.0");
        assertThat(ITEM.stacExtensions()).containsExactly("https://example.com/eo", "https://example.com/proj");
        assertThat(ITEM.id()).isEqualTo("scene");
        assertThat(ITEM.geometry().orElseThrow().getCoordinate().getZ()).isEqualTo(300);
        assertThat(ITEM.bbox()).contains(new Bbox(7.5, 45, 7.5, 45));
        assertThat(ITEM.properties()).containsEntry("datetime", null).containsKey("acme:x");
        assertThat(ITEM.collection()).contains("c");
    }

    @Test
    void linksAreTyped() {
        StacLink link = ITEM.links().get(0);

        assertThat(link.rel()).contains("collection");
        assertThat(link.href()).contains("c.json");
        assertThat(link.type()).contains("application/json");
        assertThat(link.title()).contains("C");
        assertThat(link.toMap()).containsEntry("acme:z", 1);
        assertThat(ITEM.links().get(1).href()).isEmpty();
        assertThat(link)
                .isEqualTo(ITEM.links().get(0))
                .hasSameHashCodeAs(ITEM.links().get(0))
                .isNotEqualTo(ITEM.links().get(1));
    }

    @Test
    void assetsAreTypedInTheirOrder() {
        StacAsset asset = ITEM.assets().get("b2");

        assertThat(ITEM.assets().keySet()).containsExactly("b2", "a1");
        assertThat(asset.href()).contains("b2.tif");
        assertThat(asset.title()).contains("Blue");
        assertThat(asset.type()).contains("image/tiff");
        assertThat(asset.roles()).containsExactly("data");
        assertThat(asset.bands()).singleElement().isEqualTo(Map.of("name", "blue", "eo:common_name", "blue"));
        assertThat(ITEM.assets().get("a1").href()).isEmpty();
        assertThat(asset)
                .isEqualTo(ITEM.assets().get("b2"))
                .hasSameHashCodeAs(ITEM.assets().get("b2"))
                .isNotEqualTo(ITEM.assets().get("a1"));
    }

    @Test
    void everyMemberIsKeptInItsOrder() {
        assertThat(ITEM.toJson()).isEqualTo(JSON);
        assertThat(item(ITEM.toPrettyJson())).isEqualTo(ITEM).hasSameHashCodeAs(ITEM);
        assertThat(ITEM).isNotEqualTo(item("{}")).hasToString("StacItem[scene]");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        StacItem item = item("{}");

        assertThat(item.stacVersion()).isEmpty();
        assertThat(item.id()).isEmpty();
        assertThat(item.stacExtensions()).isEmpty();
        assertThat(item.geometry()).isEmpty();
        assertThat(item.bbox()).isEmpty();
        assertThat(item.properties()).isEmpty();
        assertThat(item.links()).isEmpty();
        assertThat(item.assets()).isEmpty();
        assertThat(item.collection()).isEmpty();
    }

    @Test
    void whatHasAnotherTypeThanStacSaysReadsAsAbsent() {
        StacItem item = item("""
                {"id":5,"stac_extensions":"eo","geometry":[1],"bbox":"all","properties":[],"links":[1,{}],
                "assets":{"a":"a.tif"},"collection":{}}""");

        assertThat(item.id()).isEmpty();
        assertThat(item.stacExtensions()).isEmpty();
        assertThat(item.geometry()).isEmpty();
        assertThat(item.bbox()).isEmpty();
        assertThat(item.properties()).isEmpty();
        assertThat(item.links()).hasSize(1);
        assertThat(item.assets()).isEmpty();
        assertThat(item.collection()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "[1,2]", "[1,2,3]", "[1,2,3,4,5]", "[1,2,3,4,5,6,7,8]", "[1,2,3,\"4\"]", "[1,2,3,null]"})
    void boxHasFourOrSixNumbers(String bbox) {
        assertThat(item("{\"bbox\":%s}".formatted(bbox)).bbox()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1,2,3,4] | 1 | 2 | 3 | 4", "[1,2,-9,3,4,9] | 1 | 2 | 3 | 4"})
    void boxIsReadWithoutItsHeights(String bbox, double west, double south, double east, double north) {
        assertThat(item("{\"bbox\":%s}".formatted(bbox)).bbox()).contains(new Bbox(west, south, east, north));
    }

    @Test
    void brokenGeometryAndBoxAreErrors() {
        StacItem item = item(
                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]},\"bbox\":[399960,4990200,509760,5100000]}");

        assertThatIllegalArgumentException().isThrownBy(item::geometry);
        assertThatIllegalArgumentException().isThrownBy(item::bbox);
    }

    @Test
    void itemIsCopiedAndUnmodifiableThroughout() {
        List<Object> roles = new ArrayList<>(List.of("data"));
        Map<String, Object> asset = new LinkedHashMap<>(Map.of("roles", roles));
        StacItem item = StacItem.of(Map.of("id", "a", "assets", Map.of("k", asset)));
        roles.clear();
        asset.clear();

        assertThat(item.assets().get("k").roles()).containsExactly("data");
        assertThat(item.toMap()).isUnmodifiable();
        assertThat(item.assets()).isUnmodifiable();
        assertThat(item.assets().get("k").toMap()).isUnmodifiable();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((List<?>) item.assets().get("k").toMap().get("roles")).clear());
    }

    private static StacItem item(String json) {
        return StacItem.of(JsonText.parse(json));
    }

    @Test
    void itemIsReadFromTextAndBytes() {
        StacItem item = StacItem.parse(ITEM.toPrettyJson());

        assertThat(item).isEqualTo(ITEM).isEqualTo(StacItem.parse(ITEM.toJson().getBytes(UTF_8)));
        assertThat(item.toJson()).isEqualTo(ITEM.toJson());
        assertThat(item.toMap()).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                            | Item is not JSON: the text is empty in line 1, column 1",
                "[]                            | Item is a list, expected a JSON object",
                "{} {}                         | Item is not JSON: text after the value in line 1, column 4",
                "{'id':'a'}                    | type is 'null' and id 'a', expected Feature and an id",
                "{'type':'Feature','id':5}     | type is 'Feature' and id '5', expected Feature and an id"
            })
    void whatIsNotAnItemIsNotRead(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StacItem.parse(json.replace('\'', '"')))
                .withMessageEndingWith(message);
    }

    @Test
    void propertiesAreGivenByType() {
        StacItem item = StacItem.of(Map.of(
                "properties",
                Map.of("number", 7, "real", 1.5, "text", "a", "flag", true, "list", List.of(1), "map", Map.of("a", 1)),
                "assets",
                Map.of("data", Map.of("proj:code", "EPSG:32632", "gsd", 10))));

        assertThat(item.property("number", Double.class)).contains(7.0);
        assertThat(item.property("number", Long.class)).contains(7L);
        assertThat(item.property("number", Integer.class)).contains(7);
        assertThat(item.property("real", Integer.class)).isEmpty();
        assertThat(item.property("real", Number.class)).contains(1.5);
        assertThat(item.property("text", String.class)).contains("a");
        assertThat(item.property("text", Double.class)).isEmpty();
        assertThat(item.property("flag", Boolean.class)).contains(true);
        assertThat(item.property("list", List.class)).contains(List.of(1));
        assertThat(item.property("map", Map.class)).contains(Map.of("a", 1));
        assertThat(item.property("absent", String.class)).isEmpty();
        assertThat(item.assets().get("data").member("proj:code", String.class)).contains("EPSG:32632");
        assertThat(item.assets().get("data").member("gsd", Double.class)).contains(10.0);
    }

    @Test
    void timesAreInstants() {
        StacItem range = StacItem.of(Map.of(
                "properties",
                Map.of("start_datetime", "2024-05-01T10:20:30+02:00", "end_datetime", "2024-05-02T00:00:00Z")));
        StacItem odd = StacItem.of(Map.of("properties", Map.of("datetime", "yesterday")));

        assertThat(range.datetime()).isEmpty();
        assertThat(range.startDatetime()).contains(Instant.parse("2024-05-01T08:20:30Z"));
        assertThat(range.endDatetime()).contains(Instant.parse("2024-05-02T00:00:00Z"));
        assertThat(odd.datetime()).isEmpty();
    }
}
