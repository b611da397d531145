package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.merge;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.merge.note.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eo:cloud_cover       | 12.5        | 12.5       | ``
            eo:cloud_cover       | "12.5"      | 12.5       | coerced
            gsd                  | " 3 "       | 3          | coerced
            gsd                  | "1e-3"      | 0.001      | coerced
            gsd                  | "+.5"       | 0.5        | coerced
            gsd                  | "12,5"      | absent     | invalid-type
            eo:cloud_cover       | "12.5%"     | absent     | invalid-type
            gsd                  | ""          | absent     | invalid-type
            gsd                  | "NaN"       | absent     | invalid-type
            gsd                  | "1e999"     | absent     | invalid-type
            gsd                  | "0x10"      | absent     | invalid-type
            gsd                  | true        | absent     | invalid-type
            gsd                  | [1]         | absent     | invalid-type
            sat:absolute_orbit   | 3           | 3          | ``
            sat:absolute_orbit   | 3.0         | 3          | ``
            sat:absolute_orbit   | "3"         | 3          | coerced
            sat:absolute_orbit   | 3.5         | absent     | invalid-type
            sat:absolute_orbit   | 12345678901 | 12345678901 | ``
            nodata               | "NaN"       | "nan"      | coerced
            nodata               | "nan"       | "nan"      | ``
            nodata               | "-Infinity" | "-inf"     | coerced
            nodata               | "+Inf"      | "inf"      | coerced
            nodata               | "-9999"     | -9999      | coerced
            nodata               | "none"      | absent     | invalid-type
            nodata               | {}          | absent     | invalid-type
            platform             | "p8"        | "p8"       | ``
            platform             | 8           | "8"        | coerced
            platform             | 0.25        | "0.25"     | coerced
            platform             | true        | absent     | invalid-type
            platform             | {"a": 1}    | absent     | invalid-type
            instruments          | ["a", "b"]  | ["a", "b"] | ``
            instruments          | "a"         | ["a"]      | wrapped
            instruments          | 8           | ["8"]      | wrapped coerced
            instruments          | ["a", 8]    | ["a", "8"] | coerced
            instruments          | ["a", {}]   | ["a"]      | invalid-type
            instruments          | [{}]        | absent     | invalid-type
            instruments          | {}          | absent     | invalid-type
            deprecated           | true        | true       | ``
            deprecated           | "True"      | true       | coerced
            deprecated           | " false"    | false      | coerced
            deprecated           | "yes"       | absent     | invalid-type
            deprecated           | 1           | absent     | invalid-type
            """)
    void areBroughtToTheTypeOfTheirField(String field, String value, String expected, String codes) {
        assertMerged(merge(properties(field, value)), "/properties/" + field, expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eo:cloud_cover         | 0        | 0        | ``
            eo:cloud_cover         | 100      | 100      | ``
            eo:cloud_cover         | 140      | absent   | out-of-range
            eo:cloud_cover         | "140"    | absent   | coerced out-of-range
            eo:cloud_cover         | -0.1     | absent   | out-of-range
            view:off_nadir         | 90.5     | absent   | out-of-range
            view:sun_elevation     | -90      | -90      | ``
            view:azimuth           | 360      | 360      | ``
            view:azimuth           | -170     | 190      | normalised-azimuth
            view:sun_azimuth       | 725.25   | 5.25     | normalised-azimuth
            view:sun_azimuth       | -0.5     | 359.5    | normalised-azimuth
            gsd                    | 0        | absent   | out-of-range
            eo:center_wavelength   | 0        | absent   | out-of-range
            eo:center_wavelength   | 0.665    | 0.665    | ``
            sar:looks_range        | -1       | absent   | out-of-range
            sat:relative_orbit     | 0        | absent   | out-of-range
            sat:orbit_state        | "DESCENDING" | "descending" | coerced
            sat:orbit_state        | "sideways"   | absent   | invalid-value
            eo:common_name         | "rededge71"  | absent   | invalid-value
            sar:polarizations      | ["VV", "XX"] | ["VV"]   | invalid-value
            license                | "CC-BY-4.0"  | "CC-BY-4.0" | ``
            license                | "MIT OR X"   | absent   | invalid-value
            grid:code              | "MGRS-32TNS" | "MGRS-32TNS" | ``
            grid:code              | "32TNS"      | absent   | invalid-value
            sci:doi                | "10.5555/12" | "10.5555/12" | ``
            sci:doi                | "https://doi.org/10.5555/12" | absent | invalid-value
            product:timeliness     | "PT3H"       | "PT3H"   | ``
            product:timeliness     | "P"          | absent   | invalid-value
            description            | ""           | absent   | invalid-value
            roles                  | []           | absent   | invalid-value
            providers              | []           | []       | ``
            classification:classes | []           | absent   | invalid-value
            """)
    void areDroppedWhenTheirFieldDoesNotAllowThem(String field, String value, String expected, String codes) {
        assertMerged(merge(properties(field, value)), "/properties/" + field, expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2024-05-01T10:20:30Z             | 2024-05-01T10:20:30Z        | ``
            2024-05-01T10:20:30.123456789Z   | 2024-05-01T10:20:30.123456789Z | ``
            2016-12-31T23:59:60Z             | 2016-12-31T23:59:60Z        | ``
            2024-05-01T10:20:30+00:00        | 2024-05-01T10:20:30Z        | normalised-time
            2024-05-01T10:20:30.5+02:00      | 2024-05-01T08:20:30.5Z      | normalised-time
            2024-01-01T00:30:00+0100         | 2023-12-31T23:30:00Z        | normalised-time
            2024-05-01t10:20:30z             | 2024-05-01T10:20:30Z        | normalised-time
            2024-05-01 10:20:30Z             | 2024-05-01T10:20:30Z        | normalised-time
            2024-05-01T10:20Z                | 2024-05-01T10:20:00Z        | normalised-time
            2024-05-01T10:20:30              | 2024-05-01T10:20:30Z        | assumed-utc normalised-time
            2024-02-29                       | 2024-02-29T00:00:00Z        | assumed-utc normalised-time
            """)
    void ofTimeAreWrittenInUtc(String value, String expected, String codes) {
        assertMerged(
                merge(properties("created", "\"" + value + "\"")),
                "/properties/created",
                "\"" + expected + "\"",
                codes);
    }

    @Test
    void thatAreDroppedAreReportedWithWhatWasExpectedInOneOrder() {
        assertThat(merge(properties("proj:bbox", "[1, 2]")).notes())
                .extracting(Note::message)
                .containsExactly("expected an array of 4 or 6 numbers, got [1, 2]; dropped");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "2023-02-29"
            "2024-05-01T25:00:00Z"
            "2024-05-01T10:20:30+99:00"
            "20240501"
            "yesterday"
            20240501
            """)
    void ofTimeThatCannotBeReadAreDropped(String value) {
        assertMerged(merge(properties("created", value)), "/properties/created", "absent", "invalid-value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            statistics       | {"minimum": "1", "count": 3, "x": "1"} | {"minimum": 1, "count": 3, "x": "1"} | coerced
            statistics       | {"minimum": "a", "mean": 2}            | {"mean": 2}        | invalid-type
            statistics       | {"minimum": null, "mean": 2}           | {"mean": 2}        | ``
            statistics       | {"valid_percent": 101}                 | absent             | out-of-range invalid-value
            statistics       | {}                                     | absent             | invalid-value
            raster:histogram | {"count": 3, "min": 0, "max": "9", "buckets": [1, 2, 3]} | {"count": 3, "min": 0, "max": 9, "buckets": [1, 2, 3]} | coerced
            raster:histogram | {"count": 3, "min": 0, "buckets": [1, 2, 3]} | absent       | invalid-value
            raster:histogram | {"count": 3, "min": 0, "max": 9, "buckets": [1, "b", 3]} | absent | invalid-type invalid-value
            proj:centroid    | {"lat": 91, "lon": 8}                  | absent             | out-of-range invalid-value
            proj:bbox        | [1, 2, 3, "4"]                         | [1, 2, 3, 4]       | coerced
            proj:bbox        | [1, 2, 3]                              | absent             | invalid-value
            providers        | {"name": "A"}                          | [{"name": "A"}]    | wrapped
            providers        | [{"name": "A", "roles": "host"}]       | [{"name": "A", "roles": ["host"]}] | wrapped
            providers        | [{"name": "A", "roles": ["boss"]}]     | [{"name": "A"}]    | invalid-value
            providers        | [{"url": "x:y"}, {"name": "A"}]        | [{"name": "A"}]    | invalid-value
            classification:classes | [{"value": "1", "name": "a"}]    | [{"value": 1, "name": "a"}] | coerced
            """)
    void withinObjectsAreCheckedToo(String field, String value, String expected, String codes) {
        assertMerged(merge(properties(field, value)), "/properties/" + field, expected, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acme:code      | "0012"           | "0012"           | unknown-prefix
            note           | "12.5"           | "12.5"           | ``
            landsat:new    | "1"              | "1"              | extension-incomplete
            eo:foo         | 1                | absent           | unknown-field
            proj:epsg_code | 4326             | absent           | unknown-field
            type           | 5                | 5                | ``
            """)
    void ofUnknownFieldsStayUnlessASchemaRefusesThem(String field, String value, String expected, String codes) {
        assertMerged(merge(properties(field, value)), "/properties/" + field, expected, codes);
    }

    @Test
    void areCheckedInAssetsBandsAndLinks() {
        MergeResult result = merge("""
                {"assets": {"image": {"gsd": "2", "bands": [{"name": "two", "eo:center_wavelength": "0.8"}]}},
                 "links": [{"rel": "license", "href": "https://example.org/l", "file:size": "12"}]}
                """);

        assertThat(Example.at(result, "/assets/image/gsd")).isEqualTo(2);
        assertThat(Example.at(result, "/assets/image/bands/1/eo:center_wavelength"))
                .isEqualTo(0.8);
        assertThat(Example.at(result, "/links/2/file:size")).isEqualTo(12);
        assertThat(Example.notes(result))
                .containsExactly(
                        "coerced /assets/image/gsd",
                        "coerced /assets/image/bands/0/eo:center_wavelength",
                        "coerced /links/0/file:size");
    }

    private static String properties(String field, String value) {
        return "{\"properties\": {\"%s\": %s}}".formatted(field, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"assets": {"image": {"file:checksum": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}} | invalid-value /assets/image/file:checksum
            {"assets": {"image": {"raster:histogram": {"count": 4, "min": 0, "max": 3, "buckets": [1, 2, 3]}}}} | invalid-value /assets/image/raster:histogram/count
            {"properties": {"proj:projjson": {"type": "Planet"}}} | invalid-value /properties/proj:projjson/type
            {"properties": {"processing:software": {"acme": {}}}} | invalid-type /properties/processing:software/acme
            """)
    void thatBreakTheRuleOfTheirFieldAreDropped(String document, String note) {
        assertThat(Example.notes(merge(document))).contains(note);
    }
}
