package io.stacgenerator.internal.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DowngradeTest {

    private static final Downgrade DOWNGRADE = new Downgrade(InstalledFields.builtIn());
    private static final String FRAME = """
            {"type": "Feature", "stac_version": "1.1.0", "stac_extensions": [], "id": "a", "geometry": null,
             "properties": {"datetime": "2024-05-01T10:00:00Z"}, "links": [], "assets": {}}""";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("fields that both versions have stay", """
                        {"stac_extensions": ["file/v2.1.0"], "properties": {"gsd": 10},
                         "assets": {"a": {"href": "a.tif", "file:size": 8}},
                         "links": [{"rel": "search", "href": "b", "method": "POST"}]}""", """
                        {"stac_extensions": ["file/v2.1.0"], "properties": {"gsd": 10},
                         "assets": {"a": {"href": "a.tif", "file:size": 8}},
                         "links": [{"rel": "search", "href": "b", "method": "POST"}]}"""),
                rule("members that are not of STAC stay", """
                        {"properties": {"acme:x": null}, "assets": {"a": {"href": "a", "bands": [{"acme:y": 1}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0"], "properties": {"acme:x": null},
                         "assets": {"a": {"href": "a", "eo:bands": [{"acme:y": 1}]}}}"""),
                rule("license other is proprietary", """
                        {"properties": {"license": "other"}, "assets": {"a": {"href": "a", "license": "other"}}}""", """
                        {"properties": {"license": "proprietary"},
                         "assets": {"a": {"href": "a", "license": "proprietary"}}}"""),
                rule("another license stays", """
                        {"properties": {"license": "CC-BY-4.0"}}""", """
                        {"properties": {"license": "CC-BY-4.0"}}"""),
                rule("an EPSG code is a number, at each level", """
                        {"stac_extensions": ["projection/v2.0.0"], "properties": {"proj:code": "EPSG:32632"},
                         "assets": {"a": {"href": "a", "proj:code": "EPSG:4326", "proj:shape": [1, 2]},
                                    "thumbnail": {"href": "t", "proj:code": null}}}""", """
                        {"stac_extensions": ["projection/v1.1.0"], "properties": {"proj:epsg": 32632},
                         "assets": {"a": {"href": "a", "proj:epsg": 4326, "proj:shape": [1, 2]},
                                    "thumbnail": {"href": "t", "proj:epsg": null}}}"""),
                rule("a code of another authority stays beside proj:epsg null", """
                        {"stac_extensions": ["projection/v2.0.0"],
                         "properties": {"proj:code": "IAU_2015:30100", "proj:wkt2": "GEODCRS[]"}}""", """
                        {"stac_extensions": ["projection/v1.2.0"],
                         "properties": {"proj:epsg": null, "proj:wkt2": "GEODCRS[]", "proj:code": "IAU_2015:30100"}}"""),
                rule("a compound code is no EPSG number", """
                        {"stac_extensions": ["projection/v2.0.0"], "properties": {"proj:code": "EPSG:25832+7837"}}""", """
                        {"stac_extensions": ["projection/v1.2.0"],
                         "properties": {"proj:epsg": null, "proj:code": "EPSG:25832+7837"}}"""),
                rule("a PROJJSON needs the version that refers to its schema", """
                        {"stac_extensions": ["projection/v2.0.0"], "properties": {"proj:code": null},
                         "assets": {"a": {"href": "a", "proj:projjson": {"type": "EngineeringCRS", "name": "x", "datum": {"name": "y"}}}}}""", """
                        {"stac_extensions": ["projection/v1.2.0"], "properties": {"proj:epsg": null},
                         "assets": {"a": {"href": "a", "proj:projjson": {"type": "EngineeringCRS", "name": "x", "datum": {"name": "y"}}}}}"""),
                rule("view fields in the properties are of view 1.0.0", """
                        {"stac_extensions": ["view/v1.1.0"], "properties": {"view:off_nadir": 3}}""", """
                        {"stac_extensions": ["view/v1.0.0"], "properties": {"view:off_nadir": 3}}"""),
                rule("view fields of assets alone keep view 1.1.0", """
                        {"stac_extensions": ["view/v1.1.0"], "assets": {"a": {"href": "a", "view:off_nadir": 3}}}""", """
                        {"stac_extensions": ["view/v1.1.0"], "assets": {"a": {"href": "a", "view:off_nadir": 3}}}"""),
                rule("the moon keeps view 1.1.0", """
                        {"stac_extensions": ["view/v1.1.0"],
                         "properties": {"view:off_nadir": 3, "view:moon_azimuth": 9}}""", """
                        {"stac_extensions": ["view/v1.1.0"],
                         "properties": {"view:off_nadir": 3, "view:moon_azimuth": 9}}"""),
                rule("cloud and snow cover stay", """
                        {"stac_extensions": ["eo/v2.0.0"], "properties": {"eo:cloud_cover": 3},
                         "assets": {"a": {"href": "a", "eo:snow_cover": 4}}}""", """
                        {"stac_extensions": ["eo/v1.1.0"], "properties": {"eo:cloud_cover": 3},
                         "assets": {"a": {"href": "a", "eo:snow_cover": 4}}}"""),
                rule("bands are split into what they are and what values they have", """
                        {"stac_extensions": ["eo/v2.0.0", "raster/v2.0.0"], "assets": {"a": {"href": "a", "bands": [
                            {"name": "B4", "description": "red", "eo:common_name": "red", "eo:center_wavelength": 0.6,
                             "eo:full_width_half_max": 0.1, "eo:solar_illumination": 1500, "gsd": 10,
                             "data_type": "uint16", "nodata": "nan", "unit": "1", "raster:sampling": "area",
                             "raster:bits_per_sample": 15, "raster:spatial_resolution": 10, "raster:scale": 0.1,
                             "raster:offset": -1,
                             "raster:histogram": {"count": 3, "min": 0, "max": 3, "buckets": [1, 2, 3]}}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0", "raster/v1.1.0"], "assets": {"a": {"href": "a",
                            "eo:bands": [
                            {"name": "B4", "description": "red", "common_name": "red", "center_wavelength": 0.6,
                             "full_width_half_max": 0.1, "solar_illumination": 1500, "gsd": 10}],
                            "raster:bands": [
                            {"data_type": "uint16", "nodata": "nan", "unit": "1", "sampling": "area",
                             "bits_per_sample": 15, "spatial_resolution": 10, "scale": 0.1, "offset": -1,
                             "histogram": {"count": 3, "min": 0, "max": 3, "buckets": [1, 2, 3]}}]}}}"""),
                rule("bands inherit from their asset, and the asset from the properties", """
                        {"stac_extensions": ["raster/v2.0.0"],
                         "properties": {"data_type": "uint8", "nodata": 0, "unit": "m"},
                         "assets": {"a": {"href": "a", "nodata": 1, "raster:scale": 2, "bands": [
                            {"name": "x", "raster:scale": 3}, {"name": "y"}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0", "raster/v1.1.0"],
                         "assets": {"a": {"href": "a", "eo:bands": [{"name": "x"}, {"name": "y"}], "raster:bands": [
                            {"scale": 3, "data_type": "uint8", "nodata": 1, "unit": "m"},
                            {"data_type": "uint8", "nodata": 1, "unit": "m", "scale": 2}]}}}"""),
                rule("an asset without bands has arrays of one entry", """
                        {"stac_extensions": ["eo/v2.0.0"], "assets": {
                            "a": {"href": "a", "eo:common_name": "nir", "data_type": "uint8", "roles": ["data"]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0", "raster/v1.1.0"], "assets": {
                            "a": {"href": "a", "roles": ["data"], "eo:bands": [{"common_name": "nir"}],
                                  "raster:bands": [{"data_type": "uint8"}]}}}"""),
                rule("a name that only the asset's bands have comes before what they inherit", """
                        {"stac_extensions": ["eo/v2.0.0"], "assets": {
                            "a": {"href": "a", "eo:common_name": "red", "bands": [{"name": "B4"}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0"], "assets": {
                            "a": {"href": "a", "eo:bands": [{"name": "B4", "common_name": "red"}]}}}"""),
                rule("values in the properties reach data and no other asset", """
                        {"properties": {"data_type": "int16"}, "assets": {
                            "a": {"href": "a", "roles": ["data"]}, "report": {"href": "b", "roles": ["metadata"]}}}""", """
                        {"stac_extensions": ["raster/v1.1.0"], "assets": {
                            "a": {"href": "a", "roles": ["data"], "raster:bands": [{"data_type": "int16"}]},
                            "report": {"href": "b", "roles": ["metadata"]}}}"""),
                rule("bands in the properties reach data without bands, and stay as a summary", """
                        {"stac_extensions": ["eo/v2.0.0"],
                         "properties": {"bands": [{"name": "B4", "eo:common_name": "red", "nodata": 0}]},
                         "assets": {"a": {"href": "a", "roles": ["data"]},
                                    "b": {"href": "b", "bands": [{"name": "B5"}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0", "raster/v1.1.0"],
                         "properties": {"eo:bands": [{"name": "B4", "common_name": "red"}]},
                         "assets": {"a": {"href": "a", "roles": ["data"],
                                          "eo:bands": [{"name": "B4", "common_name": "red"}],
                                          "raster:bands": [{"nodata": 0}]},
                                    "b": {"href": "b", "eo:bands": [{"name": "B5"}]}}}"""),
                rule("an extension whose fields have no place left is not declared", """
                        {"stac_extensions": ["raster/v2.0.0"], "properties": {"raster:scale": 2},
                         "assets": {"report": {"href": "b", "roles": ["metadata"]}}}""", """
                        {"assets": {"report": {"href": "b", "roles": ["metadata"]}}}"""),
                rule("without a spectral or named band there are no eo:bands", """
                        {"assets": {"a": {"href": "a", "bands": [{"nodata": 0}, {"nodata": 1}]}}}""", """
                        {"stac_extensions": ["raster/v1.1.0"],
                         "assets": {"a": {"href": "a", "raster:bands": [{"nodata": 0}, {"nodata": 1}]}}}"""),
                rule("entries that would be empty have a name", """
                        {"assets": {"a": {"href": "a", "bands": [
                            {"name": "x", "data_type": "uint8"}, {"unit": "m"}, {"name": "z"}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0", "raster/v1.1.0"], "assets": {"a": {"href": "a",
                            "eo:bands": [{"name": "x"}, {"name": "b2"}, {"name": "z"}],
                            "raster:bands": [{"data_type": "uint8"}, {"unit": "m"}, {"name": "z"}]}}}"""),
                rule("common names of eo 2.0.0 are the wider ones of eo 1.1.0", """
                        {"stac_extensions": ["eo/v2.0.0"], "assets": {"a": {"href": "a", "bands": [
                            {"eo:common_name": "green05"}, {"eo:common_name": "rededge071"},
                            {"eo:common_name": "rededge075"}, {"eo:common_name": "rededge078"},
                            {"eo:common_name": "nir08"}]}}}""", """
                        {"stac_extensions": ["eo/v1.1.0"], "assets": {"a": {"href": "a", "eo:bands": [
                            {"common_name": "green"}, {"common_name": "rededge"}, {"common_name": "rededge"},
                            {"common_name": "rededge"}, {"common_name": "nir08"}]}}}"""),
                rule("statistics have only the members of raster 1.1.0", """
                        {"assets": {"a": {"href": "a", "statistics": {"minimum": 0, "maximum": 1, "mean": 0.5,
                            "stddev": 0.1, "valid_percent": 99, "count": 100, "median": 0.4}}}}""", """
                        {"stac_extensions": ["raster/v1.1.0"], "assets": {"a": {"href": "a", "raster:bands": [
                            {"statistics": {"minimum": 0, "maximum": 1, "mean": 0.5, "stddev": 0.1,
                                            "valid_percent": 99}}]}}}"""),
                rule("statistics without such members are left out", """
                        {"assets": {"a": {"href": "a", "nodata": 0, "statistics": {"count": 100}}}}""", """
                        {"stac_extensions": ["raster/v1.1.0"],
                         "assets": {"a": {"href": "a", "raster:bands": [{"nodata": 0}]}}}"""),
                rule("classes have a description, and those of bands stand in raster:bands", """
                        {"stac_extensions": ["classification/v2.0.0"], "assets": {
                            "a": {"href": "a", "classification:classes": [
                                {"value": 1, "name": "water", "title": "Open water"}, {"value": 2, "name": "land"},
                                {"value": 3, "name": "ice", "description": "Ice"}]},
                            "b": {"href": "b", "bands": [{"name": "x", "classification:bitfields": [
                                {"offset": 0, "length": 1, "classes": [{"value": 0, "name": "no"}]}]}]}}}""", """
                        {"stac_extensions": ["classification/v1.1.0", "eo/v1.1.0", "raster/v1.1.0"], "assets": {
                            "a": {"href": "a", "classification:classes": [
                                {"value": 1, "name": "water", "title": "Open water", "description": "Open water"},
                                {"value": 2, "name": "land", "description": "land"},
                                {"value": 3, "name": "ice", "description": "Ice"}]},
                            "b": {"href": "b", "eo:bands": [{"name": "x"}],
                                "raster:bands": [{"classification:bitfields": [{"offset": 0, "length": 1,
                                    "classes": [{"value": 0, "name": "no", "description": "no"}]}]}]}}}"""),
                rule("a storage scheme moves into the assets that refer to it", """
                        {"stac_extensions": ["storage/v2.0.0"],
                         "properties": {"storage:schemes": {
                            "az": {"type": "ms-azure", "platform": "https://{account}.blob.core.windows.net",
                                   "account": "acme", "region": "westeurope", "requester_pays": false},
                            "own": {"type": "custom-s3", "platform": "https://s3.example.com"}}},
                         "assets": {"a": {"href": "a", "storage:refs": ["az", "own"],
                                          "alternate": {"s3": {"href": "s3://b/a", "storage:refs": ["own"]}}},
                                    "b": {"href": "b"}, "c": {"href": "c", "storage:refs": ["none"]}},
                         "links": [{"rel": "item", "href": "x", "storage:refs": ["az"]}]}""", """
                        {"stac_extensions": ["storage/v1.0.0"],
                         "assets": {"a": {"href": "a",
                                          "alternate": {"s3": {"href": "s3://b/a", "storage:platform": "OTHER"}},
                                          "storage:platform": "AZURE", "storage:region": "westeurope",
                                          "storage:requester_pays": false},
                                    "b": {"href": "b"}, "c": {"href": "c"}},
                         "links": [{"rel": "item", "href": "x"}]}"""),
                rule("other extensions and versions stay declared", """
                        {"stac_extensions": ["sat/v1.2.0", "eo/v1.0.0"], "properties": {"sat:orbit_state": "ascending"}}""", """
                        {"stac_extensions": ["eo/v1.0.0", "sat/v1.2.0"], "properties": {"sat:orbit_state": "ascending"}}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void keepsTheRule(String rule, String given, String expected) {
        Map<String, Object> downgraded = DOWNGRADE.toV100(framed(given));
        Map<String, Object> old = framed(expected);
        old.put("stac_version", "1.0.0");
        assertThat(JsonText.compact(downgraded)).as(rule).isEqualTo(JsonText.compact(old));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void leavesItsInputAlone(String rule, String given, String expected) {
        Map<String, Object> item = framed(given);
        DOWNGRADE.toV100(item);
        assertThat(item).as(rule).isEqualTo(framed(given));
    }

    @Test
    void writesAFullItem() {
        assertThat(JsonText.compact(DOWNGRADE.toV100(golden("full-1.1.0.json"))))
                .isEqualTo(JsonText.compact(golden("full-1.0.0.json")));
    }

    @Test
    void declaresExtensionsBehindTheVersionWhereNoneWere() {
        Map<String, Object> item = framed("{\"assets\": {\"a\": {\"href\": \"a\", \"nodata\": 0}}}");
        item.remove("stac_extensions");
        assertThat(DOWNGRADE.toV100(item).keySet())
                .containsExactly(
                        "type", "stac_version", "stac_extensions", "id", "geometry", "properties", "links", "assets");
    }

    private static Arguments rule(String name, String given, String expected) {
        return Arguments.of(name, given, expected);
    }

    private static Map<String, Object> framed(String fragment) {
        Map<String, Object> item = read(FRAME);
        read(fragment.replaceAll("\"([a-z]+/v[\\d.]+)\"", "\"https://stac-extensions.github.io/$1/schema.json\""))
                .forEach((name, value) -> item.merge(name, value, DowngradeTest::joined));
        return item;
    }

    private static Object joined(Object frame, Object fragment) {
        if (frame instanceof List<?>) {
            return fragment;
        }
        Map<Object, Object> joined = new LinkedHashMap<>((Map<?, ?>) frame);
        joined.putAll((Map<?, ?>) fragment);
        return joined;
    }

    private static Map<String, Object> golden(String name) {
        try (InputStream in = DowngradeTest.class.getResourceAsStream(name)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Map<String, Object> read(String json) {
        return JsonReader.object(json, ErrorCode.INTERNAL, "test document");
    }
}
