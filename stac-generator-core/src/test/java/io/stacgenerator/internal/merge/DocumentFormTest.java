package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "5"})
    void whatIsNotAnObjectIsLeftOutWithANote(String document) {
        MergeResult result = merge(document);

        assertThat(notes(result)).containsExactly("not-an-object ");
        assertThat(result.item()).isEqualTo(Example.item());
    }

    @Test
    void anEmptyObjectChangesNothing() {
        MergeResult result = merge("{}");

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(result.notes()).isEmpty();
        assertThat(result.origins()).isEmpty();
    }

    @Test
    void fieldsAtTheTopBecomePropertiesAndForeignMembersStay() {
        MergeResult result = merge("""
                {"platform": "p", "eo:cloud_cover": "5", "expires": "2030-01-01T00:00:00Z",
                 "crs": {"name": "x"}, "acme:code": 1}
                """);

        assertThat(at(result, "/properties/platform")).isEqualTo("p");
        assertThat(at(result, "/properties/eo:cloud_cover")).isEqualTo(5);
        assertThat(at(result, "/properties/expires")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(at(result, "/crs/name")).isEqualTo("x");
        assertThat(at(result, "/acme:code")).isEqualTo(1);
        assertThat(notes(result))
                .containsExactly(
                        "moved-to-properties /platform",
                        "moved-to-properties /eo:cloud_cover",
                        "moved-to-properties /expires",
                        "foreign-member /crs",
                        "foreign-member /acme:code",
                        "coerced /properties/eo:cloud_cover");
    }

    @Test
    void anEntryInPropertiesWinsOverOneAtTheTop() {
        MergeResult result = merge("{\"platform\": \"top\", \"properties\": {\"platform\": \"inner\"}}");

        assertThat(at(result, "/properties/platform")).isEqualTo("inner");
        assertThat(notes(result)).containsExactly("conflict /platform");
    }

    @Test
    void foreignMembersAreMergedAndRemovedByNull() {
        MergeResult result =
                merge("{\"crs\": {\"a\": 1, \"b\": 2}, \"x\": 1}", "{\"crs\": {\"a\": null}, \"x\": null}");

        assertThat(at(result, "/crs")).isEqualTo(Map.of("b", 2));
        assertThat(at(result, "/x")).isEqualTo(Json.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties": []}                         | invalid-type /properties
            {"properties": null}                       | null-ignored /properties
            {"assets": []}                             | invalid-type /assets
            {"assets": null}                           | null-ignored /assets
            {"assets": {"image": "x"}}                 | invalid-type /assets/image
            {"assets": {"image": {"bands": {}}}}       | invalid-type /assets/image/bands
            {"assets": {"image": {"bands": ["a", {}]}}} | invalid-type /assets/image/bands/0
            {"links": {}}                              | invalid-type /links
            {"links": null}                            | null-ignored /links
            {"links": [5]}                             | invalid-value /links/0
            {"links": [{"rel": "license"}]}            | invalid-value /links/0
            {"links": [{"href": "x"}]}                 | invalid-value /links/0
            """)
    void containersOfTheWrongTypeAreLeftOut(String document, String note) {
        MergeResult result = merge(document);

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).containsExactly(note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"proj:epsg": 4326}              | /properties/proj:code | "EPSG:4326" | moved-to-properties
            {"proj:epsg": "4326"}            | /properties/proj:code | "EPSG:4326" | moved-to-properties
            {"proj:epsg": 4326.0}            | /properties/proj:code | "EPSG:4326" | moved-to-properties
            {"proj:epsg": null}              | /properties/proj:code | null        | moved-to-properties
            {"proj:epsg": "WGS 84"}          | /properties/proj:code | "EPSG:25832" | moved-to-properties unknown-field
            {"properties": {"proj:epsg": 1, "proj:code": "EPSG:2"}} | /properties/proj:code | "EPSG:2" | ``
            {"assets": {"image": {"file:nodata": [5]}}}   | /assets/image/nodata | 5    | measured-replaced
            {"properties": {"license": "proprietary"}}    | /properties/license | "other" | ``
            {"properties": {"license": "various"}}        | /properties/license | "other" | ``
            {"properties": {"eo:constellation": "c"}}     | /properties/constellation | "c" | ``
            {"properties": {"eo:instrument": "oli"}}      | /properties/instruments | ["oli"] | wrapped
            {"properties": {"eo:sun_elevation": 30}}      | /properties/view:sun_elevation | 30 | ``
            {"properties": {"start_datetime": "2024-05-01T00:00:00Z", "end_datetime": "2024-05-31"}} | /properties/end_datetime | "2024-05-31T23:59:59Z" | assumed-utc normalised-time
            {"assets": {"image": {"file:unit": "m"}}}     | /assets/image/unit   | "m"  | ``
            {"assets": {"image": {"file:nodata": [5, 6]}}} | /assets/image/nodata | 0   | invalid-type
            {"assets": {"image": {"file:data_type": "uint8"}}} | /assets/image/data_type | "uint8" | ``
            {"properties": {"classification:classes": [{"value": 1, "name": "a", "color-hint": "#00ff00"}]}} | /properties/classification:classes/0/color_hint | "00ff00" | ``
            {"properties": {"classification:bitfields": [{"offset": 0, "length": 1, "classes": [{"value": 1, "name": "a", "color-hint": "00ff00"}]}]}} | /properties/classification:bitfields/0/classes/0/color_hint | "00ff00" | ``
            """)
    void theVocabularyOfStac10IsConverted(String document, String pointer, String expected, String codes) {
        assertMerged(merge(document), pointer, expected, codes);
    }

    @Test
    void bandArraysOfStac10AreUnitedByIndexAndWhatIsEqualMovesUpToTheAsset() {
        MergeResult result = merge("""
                {"assets": {"image": {
                  "eo:bands": [{"name": "one", "common_name": "red", "gsd": 10}, {"name": "two", "center_wavelength": 0.8}],
                  "raster:bands": [
                    {"nodata": "7", "scale": 2, "unit": "m", "statistics": {"mean": 1}},
                    {"nodata": 7, "scale": 3, "unit": "m"}]
                }}}
                """);

        assertThat(at(result, "/assets/image/bands"))
                .usingComparator(Json.BY_VALUE)
                .isEqualTo(Json.value("""
                [{"name": "one", "eo:common_name": "red", "gsd": 10, "raster:scale": 2, "statistics": {"mean": 1}},
                 {"name": "two", "eo:center_wavelength": 0.8, "raster:scale": 3}]
                """));
        assertThat(at(result, "/assets/image/nodata")).isEqualTo(7);
        assertThat(at(result, "/assets/image/unit")).isEqualTo("m");
        assertThat(at(result, "/assets/image/eo:bands")).isEqualTo(Json.ABSENT);
        assertThat(notes(result))
                .containsExactly(
                        "upgraded-bands ",
                        "coerced /assets/image/bands/0/nodata",
                        "measured-replaced /assets/image/nodata");
    }

    @Test
    void bandArraysOfStac10GiveWayToBandsOfStac11() {
        MergeResult result = merge("""
                {"assets": {"image": {
                  "bands": [{"name": "one", "description": "new"}, {"name": "two"}],
                  "eo:bands": [{"name": "x", "description": "old", "common_name": "red"}, {"name": "y"}]}}}
                """);

        assertThat(at(result, "/assets/image/bands/0"))
                .isEqualTo(Map.of("name", "one", "description", "new", "eo:common_name", "red"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"common_name": "red"}, {"common_name": "nir"}] | [{"scale": 2}]               | "red"  | absent
            [{"common_name": "red"}]                         | [{"scale": 2}, {"scale": 2}] | absent  | 2
            [{"common_name": "red"}]                         | [{}, {}, {}]                 | absent  | absent
            """)
    void ofBandArraysOfStac10WithDifferentLengthsThatOfTheAssetIsKept(
            String eo, String raster, String name, String scale) {
        String arrays = "{\"eo:bands\": %s, \"raster:bands\": %s}".formatted(eo, raster);
        MergeResult ofAsset = merge("{\"assets\": {\"image\": %s}}".formatted(arrays));
        MergeResult ofItem = merge("{\"properties\": %s}".formatted(arrays));

        for (MergeResult result : List.of(ofAsset, ofItem)) {
            assertThat(result.item().toString()).doesNotContain("eo:bands", "raster:bands");
            assertThat(at(result, "/assets/image/bands/0/eo:common_name")).isEqualTo(Json.value(name));
        }
        assertThat(at(ofAsset, "/assets/image/raster:scale"))
                .usingComparator(Json.BY_VALUE)
                .isEqualTo(Json.value(scale));
        assertThat(notes(ofAsset)).containsExactly("bands-mismatch /assets/image/bands", "upgraded-bands ");
    }

    @Test
    void credentialsAreTakenOutOfHrefsAndNeverRevealed() {
        MergeResult result = merge("""
                {"assets": {
                   "image": {"href": "https://x.org/other.tif?sig=abcdef&sv=1"},
                   "doc": {"href": "https://me:pass1@x.org/d.txt?v=2#top", "alternate": {"a": {"href": "s?token=tok1"}}}},
                 "links": [{"rel": "license", "href": "https://x.org/l?X-Amz-Signature=abcdef"},
                           {"rel": "via", "href": "https://x.org/v?page=2#top"}]}
                """);

        assertThat(at(result, "/assets/doc/href")).isEqualTo("https://x.org/d.txt?v=2");
        assertThat(at(result, "/assets/doc/alternate/a/href")).isEqualTo("s");
        assertThat(at(result, "/links/2/href")).isEqualTo("https://x.org/l");
        assertThat(at(result, "/links/3/href")).isEqualTo("https://x.org/v?page=2#top");
        assertThat(notes(result))
                .containsExactly(
                        "credentials-removed /assets/image/href",
                        "credentials-removed /assets/doc/href",
                        "credentials-removed /assets/doc/alternate/a/href",
                        "credentials-removed /links/0/href",
                        "protected /assets/image/href");
        assertThat(result.toString()).doesNotContain("abcdef", "pass1", "tok1");
    }

    @Test
    void inputsAreNotChanged() {
        Map<String, Object> item = Example.item();
        Map<String, Object> document = Json.object("""
                {"title": 5, "stac_extensions": ["eo"], "assets": {"image": {"roles": "data",
                 "bands": [{"eo:common_name": "RED"}, null]}}, "acme": {"list": [{"a": 1}]}}
                """);
        Map<String, Object> itemBefore = JsonValues.copyOf(item);
        Map<String, Object> documentBefore = JsonValues.copyOf(document);

        MergeResult result =
                Example.merged(item, java.util.List.of(new MetadataLayer("a", document)), Example.AUTOMATIC);
        JsonValues.array(Json.at(result.item(), "/acme/list")).orElseThrow().clear();

        assertThat(item).isEqualTo(itemBefore);
        assertThat(document).isEqualTo(documentBefore);
    }

    @Test
    void aDocumentCanBeNormalizedBeforeItIsMerged() {
        Map<String, Object> normalized = MetadataDocuments.normalize(
                new MetadataLayer("a", Json.object("{\"datetime\": \"2024-05-01\", \"proj:epsg\": 4326}")),
                InstalledFields.builtIn());

        assertThat(normalized)
                .isEqualTo(Map.of("properties", Map.of("datetime", "2024-05-01T00:00:00Z", "proj:code", "EPSG:4326")));
    }
}
