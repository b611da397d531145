package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BandMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"name": "two", "title": "t"}]                     | [{"name": "one"}, {"name": "two", "title": "t"}] | ``
            [{"name": "two", "title": "t"}, {"name": "one"}]    | [{"name": "one"}, {"name": "two", "title": "t"}] | ``
            [{"title": "t"}, null]                              | [{"name": "one", "title": "t"}, {"name": "two"}] | ``
            [{"name": "red"}, {"name": "nir"}]                  | [{"name": "red"}, {"name": "nir"}] | ``
            [{"name": "two", "title": "t"}, {"name": "x"}]      | [{"name": "one"}, {"name": "two"}] | bands-mismatch
            [{"name": "two", "title": "t"}, null]               | [{"name": "one"}, {"name": "two", "title": "t"}] | ``
            [{"name": "two", "title": "t"}, {"title": "u"}]     | [{"name": "one"}, {"name": "two"}] | bands-mismatch
            [{"name": "x"}, {"name": "x"}]                      | [{"name": "one"}, {"name": "two"}] | invalid-value invalid-value
            [{}, {}]                                            | [{"name": "one"}, {"name": "two"}] | ``
            []                                                  | [{"name": "one"}, {"name": "two"}] | ``
            [{"title": "t"}]                                    | [{"name": "one"}, {"name": "two"}] | bands-mismatch
            [{"name": "one"}, {"name": "two"}, {"name": "six"}] | [{"name": "one"}, {"name": "two"}] | bands-mismatch
            [{"title": "a"}, {"title": "b"}, {"title": "c"}]    | [{"name": "one"}, {"name": "two"}] | bands-mismatch
            """)
    void bandsMatchByNameElseByPositionAndTheirNumberStays(String bands, String expected, String codes) {
        assertMerged(
                merge("{\"assets\": {\"image\": {\"bands\": " + bands + "}}}"), "/assets/image/bands", expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bands        | [{"nodata": 5}, {"nodata": 5}]                                 | 5
            raster:bands | [{"nodata": 5}, {"nodata": 5}]                                 | 5
            raster:bands | [{"nodata": 5}]                                                | 0
            raster:bands | [{"nodata": 5}, {"nodata": 5}, {"nodata": 5}]                  | 0
            eo:bands     | [{"name": "two", "nodata": 5}, {"name": "one", "nodata": 5}]   | 5
            eo:bands     | [{"name": "two", "nodata": 5}, {"name": "x", "nodata": 5}]     | 0
            eo:bands     | [{"name": "two", "nodata": 5}]                                 | 0
            """)
    void whatAllBandsOfADocumentSayIsOfTheAssetOnlyWhereTheyAreItsBands(String array, String bands, int nodata) {
        MergeResult result = merge("{\"assets\": {\"image\": {\"" + array + "\": " + bands + "}}}");

        assertThat(at(result, "/assets/image/nodata")).isEqualTo(nodata);
    }

    @Test
    void membersOfBandsAreRemovedByNullAndConflictsReported() {
        MergeResult result = merge(
                "{\"assets\": {\"image\": {\"bands\": [{\"title\": \"a\", \"unit\": \"m\"}, null]}}}",
                "{\"assets\": {\"image\": {\"bands\": [{\"title\": \"b\", \"unit\": null}, null]}}}");

        assertThat(at(result, "/assets/image/bands/0")).isEqualTo(Map.of("name", "one", "title", "b"));
        assertThat(notes(result)).containsExactly("conflict /assets/image/bands/0/title");
    }

    @Test
    void bandsInPropertiesGoToTheOnlyDataAsset() {
        MergeResult result = merge("{\"properties\": {\"bands\": [{\"title\": \"a\"}, {\"title\": \"b\"}]}}");

        assertThat(at(result, "/properties/bands")).isEqualTo(Json.ABSENT);
        assertThat(at(result, "/assets/image/bands/1/title")).isEqualTo("b");
        assertThat(notes(result)).containsExactly("bands-moved-to-asset /properties/bands");
    }

    @Test
    void bandsInPropertiesAreDroppedWhereSeveralAssetsHoldData() {
        Map<String, Object> item = Example.item();
        JsonValues.object(Json.at(item, "/assets/preview")).orElseThrow().put("roles", List.of("data"));

        MergeResult result = merge(item, AUTOMATIC, "{\"properties\": {\"bands\": [{\"title\": \"a\"}, {}]}}");

        assertThat(result.item()).isEqualTo(item);
        assertThat(notes(result)).containsExactly("bands-dropped /properties/bands");
    }

    @Test
    void bandsInPropertiesGoToTheOnlyRasterWhereRolesAreMissing() {
        Map<String, Object> item = Example.item();
        JsonValues.object(Json.at(item, "/assets/image")).orElseThrow().remove("roles");

        MergeResult result = merge(item, AUTOMATIC, "{\"properties\": {\"bands\": [{\"title\": \"a\"}, {}]}}");

        assertThat(at(result, "/assets/image/bands/0/title")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"name": "gray"}]                   | [{"name": "gray"}] | ``
            [{}]                                 | absent             | ``
            [{"name": "a"}, {"name": "b"}]       | absent             | bands-mismatch
            """)
    void anAssetWithADataTypeButWithoutBandsHasOne(String bands, String expected, String codes) {
        Map<String, Object> item = Example.item();
        JsonValues.object(Json.at(item, "/assets/image")).orElseThrow().remove("bands");

        MergeResult result = merge(item, AUTOMATIC, "{\"assets\": {\"image\": {\"bands\": " + bands + "}}}");

        assertMerged(result, "/assets/image/bands", expected, codes);
    }

    @Test
    void anAssetThatWasNotReadTakesTheBandsOfTheDocument() {
        MergeResult result = merge("{\"assets\": {\"preview\": {\"bands\": [{\"name\": \"r\"}, {\"name\": \"g\"}]}}}");

        assertThat(at(result, "/assets/preview/bands")).isEqualTo(List.of(Map.of("name", "r"), Map.of("name", "g")));
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void aNewAssetTakesItsBandsAndDataTypeFromTheDocument() {
        MergeResult result = merge("""
                {"assets": {"visual": {"href": "v.tif", "data_type": "uint8", "bands": [{"name": "r"}, {"name": "g"}]}}}
                """);

        assertThat(JsonValues.array(at(result, "/assets/visual/bands")))
                .map(List::size)
                .contains(2);
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void howPixelsAreReadIsSaidForAllBandsByTheAssetOfALaterLayer() {
        Map<String, Object> item = Example.item();
        JsonValues.object(Json.at(item, "/assets/image/bands/0")).orElseThrow().put("nodata", 9);

        MergeResult all = merge(item, AUTOMATIC, "{\"assets\": {\"image\": {\"nodata\": 5}}}");
        MergeResult butOne = merge(
                item,
                AUTOMATIC,
                "{\"assets\": {\"image\": {\"nodata\": 5, \"bands\": [{\"name\": \"one\", \"nodata\": 6}]}}}");

        assertThat(at(all, "/assets/image/nodata")).isEqualTo(5);
        assertThat(at(all, "/assets/image/bands/0/nodata")).isEqualTo(Json.ABSENT);
        assertThat(at(butOne, "/assets/image/bands/0/nodata")).isEqualTo(6);
    }
}
