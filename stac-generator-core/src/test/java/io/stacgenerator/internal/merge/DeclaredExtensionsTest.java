package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Source;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.field.OwnExtension;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredExtensionsTest {

    private static final String HOME = "https://stac-extensions.github.io/";
    private static final String OWN = "https://acme.example/stac/v1.0.0/schema.json";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties": {"eo:cloud_cover": 5}}                       | eo/v2.0.0
            {"assets": {"image": {"view:azimuth": 5}}}                  | view/v1.1.0
            {"assets": {"image": {"bands": [{"eo:common_name": "red"}, null]}}} | eo/v2.0.0
            {"properties": {"sci:doi": "10.5555/1"}}                    | scientific/v1.0.0
            {"properties": {"mgrs:latitude_band": "T", "mgrs:grid_square": "NS"}} | mgrs/v1.0.0
            {"properties": {"expires": "2030-01-01T00:00:00Z"}}         | timestamps/v1.1.0
            {"properties": {"version": "1"}}                            | version/v1.2.0
            {"properties": {"renders": {"a": {"assets": ["image"]}}}}   | render/v2.0.0
            {"assets": {"image": {"alternate": {"s3": {"href": "s3://b/k"}}}}} | alternate-assets/v1.2.0
            {"links": [{"rel": "wms", "href": "https://e.org/wms", "wms:layers": ["a"]}]} | web-map-links/v1.3.0
            {"properties": {"cube:dimensions": {"x": {"type": "spatial"}}}} | datacube/v2.3.0
            """)
    void areThoseWhoseFieldsAreUsed(String document, String added) {
        assertThat(declared(merge(document)))
                .contains(HOME + added + "/schema.json")
                .isSorted()
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"assets": {"image": {"sat:orbit_state": "ascending"}}}
            {"properties": {"mgrs:utm_zone": 32}}
            {"assets": {"image": {"sci:doi": "10.5555/1"}}}
            {"assets": {"image": {"storage:refs": ["a"]}}}
            {"properties": {"label:type": "raster"}}
            """)
    void areNotThoseWhoseSchemaWouldRefuseTheItem(String document) {
        MergeResult result = merge(document);

        assertThat(declared(result)).hasSize(2);
        assertThat(notes(result)).containsExactly("extension-incomplete /stac_extensions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            view                  | short-name unused-extension-removed
            Projection            | short-name
            PROJ@1.1.0            | short-name
            proj/v2.0.0           | short-name
            proj/1.0              | short-name
            datacube              | short-name unused-extension-removed
            foo                   | unknown-extension
            https://stac-extensions.github.io/projection/v2.0.0/schema.json  | ``
            https://stac-extensions.github.io/projection/v1.1.0/schema.json  | extension-version
            https://stac-extensions.github.io/projection/v2.0.0/schema.json# | ``
            http://stac-extensions.github.io/eo/v1.0.0/schema.json           | extension-version unused-extension-removed
            """)
    void mayBeNamedInManyWaysAndAreRemovedWhereUnused(String name, String codes) {
        MergeResult result = merge("{\"stac_extensions\": [\"" + name + "\"]}");

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(String.join(" ", Example.codes(result))).isEqualTo(codes);
        assertThat(result.notes()).allMatch(note -> note.pointer().equals("/stac_extensions"));
    }

    @Test
    void ofUnknownUriAreKeptOnceFromAllDocuments() {
        MergeResult result = merge(
                "{\"stac_extensions\": [\"" + OWN + "\", \"" + OWN + "\"]}",
                "{\"stac_extensions\": \"https://b.example/schema.json\"}");

        assertThat(declared(result))
                .containsExactly(
                        OWN,
                        "https://b.example/schema.json",
                        HOME + "file/v2.1.0/schema.json",
                        HOME + "projection/v2.0.0/schema.json");
    }

    @Test
    void ofUnknownUriAreRemovedByNull() {
        MergeResult result = merge("{\"stac_extensions\": [\"" + OWN + "\"]}", "{\"stac_extensions\": null}");

        assertThat(result.item()).isEqualTo(Example.item());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"stac_extensions": [5]}    | invalid-type
            {"stac_extensions": {}}     | invalid-type
            """)
    void withoutANameAreDropped(String document, String code) {
        assertThat(Example.codes(merge(document))).containsExactly(code);
    }

    @Test
    void thatHaveOrdinaryWordsForFieldsAreDeclaredOnRequestOnly() {
        String language = "\"properties\": {\"language\": {\"code\": \"de\"}}";

        assertThat(declared(merge("{" + language + "}"))).hasSize(2);
        assertThat(declared(merge("{\"stac_extensions\": [\"language\"], " + language + "}")))
                .contains(HOME + "language/v1.0.0/schema.json");
    }

    @Test
    void mayBeAddedByThirdParties() {
        KnownFields fields = InstalledFields.with(OwnExtension.of(
                "acme", OWN, Field.of("acme:score", FieldType.NUMBER).between(0, 1)));
        MergeRules rules = new MergeRules(Source.AUTOMATIC, false, false, false, fields);

        MergeResult result = merge(rules, """
                {"stac_extensions": ["ACME", "https://acme.example/stac/v0.9.0/schema.json"],
                 "acme:score": "0.5", "acme:other": "7"}
                """);
        MergeResult tooMuch = merge(rules, "{\"properties\": {\"acme:score\": 2}}");

        assertThat(at(result, "/properties/acme:score")).isEqualTo(0.5);
        assertThat(at(result, "/properties/acme:other")).isEqualTo("7");
        assertThat(declared(result)).contains(OWN).hasSize(3);
        assertThat(notes(tooMuch)).containsExactly("out-of-range /properties/acme:score");
    }

    @Test
    void areNoMemberOfAnItemThatUsesNone() {
        Map<String, Object> bare = Example.item();
        bare.remove("stac_extensions");
        bare.put("properties", Map.of());
        bare.put("assets", Map.of());

        MergeResult result = merge(bare, Example.AUTOMATIC, "{}");

        assertThat(at(result, "/stac_extensions")).isEqualTo(Json.ABSENT);
    }

    private static List<String> declared(MergeResult result) {
        return JsonValues.array(at(result, "/stac_extensions")).orElseThrow().stream()
                .map(String::valueOf)
                .toList();
    }
}
