package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.GEOREFERENCED;
import static io.stacgenerator.internal.merge.Example.MANUAL;
import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.merge;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasuredFieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data_type": "int8"}                | /assets/image/data_type      | "uint8"  | measured-kept
            {"data_type": "uint8"}               | /assets/image/data_type      | "uint8"  | ``
            {"data_type": null}                  | /assets/image/data_type      | "uint8"  | measured-kept
            {"file:size": "4711"}                | /assets/image/file:size      | 4711     | coerced
            {"file:size": 5}                     | /assets/image/file:size      | 4711     | measured-kept
            {"file:checksum": "1101ab"}          | /assets/image/file:checksum  | "1101ab" | ``
            {"proj:shape": [1, 2]}               | /assets/image/proj:shape     | [40, 30] | measured-kept
            {"proj:bbox": [1, 2, 3, 4]}          | /assets/image/proj:bbox      | [1, 2, 3, 4] | ``
            {"proj:transform": [2.5, 0, 600000, 0, -2.5, 5600000, 0, 0, 1]} | /assets/image/proj:transform | [2.5, 0, 600000, 0, -2.5, 5600000] | ``
            {"proj:transform": [5, 0, 600000, 0, -2.5, 5600000]} | /assets/image/proj:transform | [2.5, 0, 600000, 0, -2.5, 5600000] | measured-kept
            {"bands": null}                      | /assets/image/bands/0/name   | "one"    | measured-kept
            {"bands": [{"name": "one", "data_type": "int8"}]} | /assets/image/bands/0/data_type | absent | measured-kept
            {"bands": [{"name": "one", "data_type": "uint8"}]} | /assets/image/bands/0/data_type | absent | ``
            {"nodata": 5}                        | /assets/image/nodata         | 5        | measured-replaced
            {"raster:scale": 2}                  | /assets/image/raster:scale   | 2        | ``
            """)
    void ofTheDataWinInAutomaticMode(String asset, String pointer, String expected, String codes) {
        assertMerged(merge("{\"assets\": {\"image\": " + asset + "}}"), pointer, expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data_type": "int8"}       | /assets/image/data_type  | "int8"   | measured-replaced
            {"data_type": null}         | /assets/image/data_type  | absent   | measured-replaced
            {"data_type": "uint8"}      | /assets/image/data_type  | "uint8"  | ``
            {"proj:shape": [1, 2]}      | /assets/image/proj:shape | [1, 2]   | measured-replaced
            {"bands": null}             | /assets/image/bands      | absent   | measured-replaced
            {"bands": [{"name": "x"}]}  | /assets/image/bands      | [{"name": "x"}] | bands-mismatch
            {"bands": [{"name": "one", "data_type": "int8"}]} | /assets/image/bands/0/data_type | "int8" | measured-replaced
            """)
    void giveWayInManualMode(String asset, String pointer, String expected, String codes) {
        assertMerged(merge(MANUAL, "{\"assets\": {\"image\": " + asset + "}}"), pointer, expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data_type": "int8"}   | measured-kept
            {"data_type": "uint8"}  | ``
            {"proj:shape": [40, 30]} | ``
            {"file:size": 1}        | measured-kept
            """)
    void ofAnAssetStandAgainstDefaultsInTheProperties(String properties, String codes) {
        MergeResult result = merge("{\"properties\": " + properties + "}");

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(String.join(" ", Example.codes(result))).isEqualTo(codes);
    }

    @Test
    void inThePropertiesStandAgainstThoseOfAnAsset() {
        var item = Example.item();
        JsonValues.object(item.get("properties")).orElseThrow().put("proj:shape", Json.value("[40, 30]"));

        MergeResult result = merge(item, AUTOMATIC, "{\"assets\": {\"preview\": {\"proj:shape\": [1, 2]}}}");

        assertMerged(result, "/assets/preview/proj:shape", "absent", "measured-kept");
    }

    @Test
    void areThoseOfTheDataOnlyNotOfEarlierDocuments() {
        MergeResult result = merge(
                "{\"assets\": {\"preview\": {\"file:size\": 1}}}", "{\"assets\": {\"preview\": {\"file:size\": 2}}}");

        assertThat(Example.at(result, "/assets/preview/file:size")).isEqualTo(2);
        assertThat(Example.codes(result)).containsExactly("conflict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"proj:code": "EPSG:4326"}                   | /properties/proj:code | "EPSG:25832" | moved-to-properties measured-kept
            {"proj:code": null}                          | /properties/proj:code | "EPSG:25832" | moved-to-properties measured-kept
            {"proj:code": "EPSG:25832"}                  | /properties/proj:code | "EPSG:25832" | moved-to-properties
            {"geometry": {"type": "Point", "coordinates": [10, 50]}} | /geometry/type | "Polygon" | measured-kept
            {"assets": {"image": {"proj:code": "EPSG:1"}}} | /assets/image/proj:code | absent     | measured-kept
            """)
    void includeTheReferenceSystemWhereTheDataHaveOne(String document, String pointer, String expected, String codes) {
        assertMerged(merge(GEOREFERENCED, document), pointer, expected, codes);
    }

    @Test
    void thatAreNullStandAgainstNothing() {
        var item = Example.item();
        var asset = JsonValues.object(Json.at(item, "/assets/preview")).orElseThrow();
        asset.put("proj:code", Json.value("null"));

        MergeResult result = merge(item, GEOREFERENCED, "{\"assets\": {\"preview\": {\"proj:code\": \"EPSG:1\"}}}");

        assertMerged(result, "/assets/preview/proj:code", "\"EPSG:1\"", "");
    }

    @Test
    void andMetadataAreBothReportedInTheWarning() {
        MergeResult result = merge("{\"assets\": {\"image\": {\"data_type\": \"int8\"}}}");

        assertThat(result.warnings())
                .singleElement()
                .extracting(warning -> warning.message())
                .isEqualTo("'uint8', as measured in the data, was kept against 'int8' (/meta/0.json)");
    }
}
