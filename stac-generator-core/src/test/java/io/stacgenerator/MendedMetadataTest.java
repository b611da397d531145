package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What metadata give that is incomplete, invalid, relative, or the only source of the place. */
final class MendedMetadataTest {

    private static final int NODATA_TAG = 42113;

    private final Scene scene = new Scene();

    private static TiffImage image() {
        return TiffImage.of(64, 64).samples(16, 1).text(NODATA_TAG, "0");
    }

    private GenerationResult generate(TiffImage image, String metadata, Source source, boolean strict) {
        String raster = scene.put("s_20240501.tif", TiffBuilder.of(image).build());
        try (StacGenerator generator =
                scene.generator(GenerationOptions.builder().strict(strict).build())) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(raster)
                    .metadataPaths(scene.put("m.json", metadata.replace('\'', '"')))
                    .source(source)
                    .build());
        }
    }

    private GenerationResult generate(String metadata) {
        return generate(image().located(600000, 4800000, 10, 32631), metadata, Source.AUTOMATIC, false);
    }

    private static List<String> codes(GenerationResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    private static double west(GenerationResult result) {
        return result.item().bbox().orElseThrow().west();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'proj:code': 'EPSG:32631', 'proj:transform': [10, 0, 600000, 0, -10, 4800000]}",
                "{'proj:epsg': 32631, 'proj:transform': [10, 0, 600000, 0, -10, 4800000, 0, 0, 1]}",
                "{'proj:code': 'EPSG:32631', 'proj:bbox': [600000, 4799360, 600640, 4800000]}",
                "{'assets': {'data': {'proj:code': 'EPSG:32631', 'proj:bbox': [600000, 4799360, 600640, 4800000]}}}"
            })
    void metadataPlaceARasterThatDoesNotSayWhereItLies(String metadata) {
        GenerationResult result = generate(image(), metadata, Source.AUTOMATIC, false);

        assertThat(west(result)).isCloseTo(4.2337, within(0.0001));
        assertThat(codes(result)).doesNotContain("crs-missing");
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, 4.23, measured-kept", "MANUAL, 10.23, measured-replaced"})
    void metadataMoveARasterOnlyWhereTheyAreTrusted(Source source, double west, String code) {
        TiffImage located = image().located(600000, 4800000, 10, 32631);
        String metadata = "{'proj:code': 'EPSG:32632'}";

        GenerationResult result = generate(located, metadata, source, false);

        assertThat(west(result)).isCloseTo(west, within(0.01));
        assertThat(codes(result)).contains(code);
        assertThatThrownBy(() -> generate(located, metadata, source, true))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.METADATA_CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({"255, measured-replaced", "65535, measured-replaced", "65536, out-of-range", "-32767, out-of-range"})
    void nodataThatReplacesTheFilesIsReported(int nodata, String code) {
        assertThat(codes(generate("{'assets': {'data': {'nodata': %d}}}".formatted(nodata))))
                .contains(code);
    }

    @Test
    void relativeHrefsAreThoseOfTheDocument() {
        GenerationResult result = generate("{'links': [{'rel': 'via', 'href': './v.html'}],"
                + "'assets': {'thumb': {'href': './sub/t.png'}, 'far': {'href': 'https://example.com/f.tif'}}}");

        String folder = href(result, "data").replace("s_20240501.tif", "");
        assertThat(result.item().links())
                .extracting(link -> link.href().orElseThrow())
                .containsExactly(folder + "v.html");
        assertThat(href(result, "thumb")).isEqualTo(folder + "sub/t.png");
        assertThat(href(result, "far")).isEqualTo("https://example.com/f.tif");
    }

    private static String href(GenerationResult result, String key) {
        return result.item().assets().get(key).href().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'landsat:cloud_cover_land': 3}",
                "{'order:id': 'x'}",
                "{'label:tasks': ['a']}",
                "{'cube:variables': {}}",
                "{'mlm:name': 'x'}"
            })
    void fieldsOfAnIncompleteExtensionStayUndeclared(String metadata) {
        GenerationResult result = generate(metadata);

        assertThat(codes(result)).contains("extension-incomplete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'links': [{'rel': 'via', 'href': 'a b.html'}]}",
                "{'links': [{'rel': 'via', 'href': 'https://a.example/a b.html'}]}",
                "{'links': [{'rel': 'via', 'href': ''}]}",
                "{'links': [{'rel': 'via'}, 'x', null]}",
                "{'links': [{'rel': 7, 'href': 'https://a.example'}]}",
                "{'links': [{'rel': 'via', 'href': 'https://a.example', 'headers': {'a': 1}}]}",
                "{'links': [{'rel': 'via', 'href': 'https://a.example', 'method': 'FETCH'}]}",
                "{'links': [{'rel': 'self', 'href': 'm.json'}]}",
                "{'links': [{'rel': 'via', 'href': 'a\\u0000b'}]}",
                "{'assets': {'x': {'href': 'C:\\\\d\\\\x.tif'}}}",
                "{'assets': {'x': {'href': '<x>'}}}",
                "{'assets': {'x': {'href': 7}}}",
                "{'properties': {'providers': [{'url': 'https://a.example'}, 'ESA', null, {'name': ''}]}}",
                "{'properties': {'providers': [{'name': 'A', 'url': 'not a url', 'roles': ['boss']}]}}",
                "{'properties': {'providers': [{'name': 'A', 'roles': 'host'}]}}"
            })
    void anInvalidLinkProviderOrHrefIsMendedOrDropped(String metadata) {
        assertThat(generate(metadata).item().bbox()).isPresent();
    }

    @Test
    void whatNoHrefMayHaveIsEncoded() {
        GenerationResult result =
                generate("{'links': [{'rel': 'via', 'href': 'https://a.example/a b/{z}.html?x=%20'}]}");

        assertThat(result.item().links())
                .extracting(link -> link.href().orElseThrow())
                .containsExactly("https://a.example/a%20b/{z}.html?x=%20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Collection", "Catalog"})
    void whatIsNotAnItemDescribesNone(String type) {
        GenerationResult result =
                generate("{'type': '%s', 'id': 'c', 'description': 'd', 'license': 'x'}".formatted(type));

        assertThat(codes(result)).contains("metadata-unread");
        assertThat(result.item().properties()).doesNotContainKeys("description", "license");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "'tif'", "''", "'image'", "['image/png']", "{'a': 1}", "'image /png'"})
    void whatIsNotAMediaTypeDoesNotReplaceTheOne(String type) {
        GenerationResult result = generate("{'assets': {'data': {'type': %s}}}".formatted(type));

        assertThat(result.item().assets().get("data").toMap()).containsEntry("type", "image/tiff; application=geotiff");
    }

    @Test
    void aMediaTypeWithParametersIsTaken() {
        assertThat(generate("{'assets': {'data': {'type': 'image/vnd.stac.geotiff; cloud-optimized=true'}}}")
                        .item()
                        .assets()
                        .get("data")
                        .toMap())
                .containsEntry("type", "image/vnd.stac.geotiff; cloud-optimized=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'datetime': null}",
                "{'datetime': null, 'start_datetime': '2024-06-01T00:00:00Z', 'end_datetime': '2024-05-01T00:00:00Z'}",
                "{'datetime': null, 'end_datetime': '2024-05-01T00:00:00Z'}",
                "{'datetime': null, 'start_datetime': 'x', 'end_datetime': 'y'}",
                "{'datetime': {}}",
                "{'datetime': 20240501}"
            })
    void aDateThatIsNoneIsLeftToOtherSources(String metadata) {
        GenerationResult result = generate(metadata);

        assertThat(result.item().properties()).containsEntry("datetime", "2024-05-01T00:00:00Z");
        assertThat(codes(result)).containsAnyOf("datetime-missing", "invalid-value", "invalid-type");
        assertThatThrownBy(
                        () -> generate(image().located(600000, 4800000, 10, 32631), metadata, Source.AUTOMATIC, true))
                .isInstanceOf(StacGeneratorException.class);
    }

    /** Values of a wrong kind, wherever they stand: each is mended or dropped with a warning, and the Item is made. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties': []}",
                "{'properties': 'x', 'assets': 7, 'links': {}}",
                "{'type': 'Feature', 'properties': null, 'assets': null, 'links': null}",
                "{'assets': []}",
                "{'assets': {'data': []}}",
                "{'assets': {'data': 'x.tif'}}",
                "{'assets': {'data': {'roles': 7}}}",
                "{'assets': {'data': {'roles': {'a': 'data'}}}}",
                "{'assets': {'data': {'roles': [null, 7, 'data']}}}",
                "{'assets': {'data': {'bands': {'name': 'b1'}}}}",
                "{'assets': {'data': {'bands': [7, 'x', []]}}}",
                "{'assets': {'data': {'eo:bands': 'red', 'raster:bands': {'nodata': 0}}}}",
                "{'assets': {'data': {'statistics': {'minimum': 'a'}}}}",
                "{'assets': {'data': {'nodata': {}, 'data_type': 7, 'unit': []}}}",
                "{'assets': {'data': {'title': {}, 'description': []}}}",
                "{'assets': {'': {'href': 'x.tif'}}}",
                "{'assets': {'x': {'href': []}}}",
                "{'bbox': 'x'}",
                "{'bbox': ['4', '43', '5', '44']}",
                "{'bbox': [4, null, 5, 44]}",
                "{'bbox': [5, 44, 4, 43]}",
                "{'bbox': [4, 43, 5]}",
                "{'bbox': [400, 4300, 500, 4400]}",
                "{'bbox': {'west': 4}}",
                "{'geometry': 7}",
                "{'geometry': {}}",
                "{'geometry': []}",
                "{'geometry': {'type': 'Polygon'}}",
                "{'geometry': {'type': 'Polygon', 'coordinates': 7}}",
                "{'geometry': {'type': 'Polygon', 'coordinates': [[[4, 43]]]}}",
                "{'geometry': {'type': 'Polygon', 'coordinates': [[['4', '43'], ['5', '43'], ['5', '44'], ['4', '43']]]}}",
                "{'geometry': {'type': 'Polygon', 'coordinates': [[[null, 43], [5, 43], [5, 44], [4, 43]]]}}",
                "{'geometry': {'type': 'Circle', 'coordinates': [4, 43]}}",
                "{'geometry': {'type': 'GeometryCollection', 'geometries': 7}}",
                "{'stac_extensions': 'eo'}",
                "{'stac_extensions': {}}",
                "{'stac_extensions': [7, null, '', 'x y', 'not a uri', 'http://', 'https://a b/schema.json', {}]}",
                "{'stac_extensions': [['https://stac-extensions.github.io/eo/v2.0.0/schema.json']]}",
                "{'id': 7, 'collection': 7, 'type': 7, 'stac_version': 7}",
                "{'id': [], 'collection': {}, 'type': [], 'stac_version': {}}",
                "{'id': null, 'collection': null, 'type': null, 'stac_version': null}",
                "{'providers': {'name': 'ESA'}}",
                "{'providers': 'ESA'}",
                "{'providers': [[], 7, {'name': 7}, {'name': 'A', 'roles': {}}]}",
                "{'instruments': 'msi', 'platform': ['s2a'], 'constellation': {}, 'gsd': 'ten'}",
                "{'instruments': [7, null, {}], 'keywords': {}, 'license': []}",
                "{'license': 'not a licence!'}",
                "{'eo:cloud_cover': 'cloudy'}",
                "{'eo:cloud_cover': null, 'view:off_nadir': {}}",
                "{'proj:code': 7, 'proj:shape': 'x', 'proj:transform': [1, 'a'], 'proj:bbox': {}}",
                "{'proj:projjson': 'x', 'proj:geometry': 7, 'proj:wkt2': 7}",
                "{'created': 7, 'updated': 'yesterday'}",
                "{'links': 'x'}",
                "{'links': [[], 7, {'rel': 'x', 'href': {}}, {'rel': 'x', 'href': 'y', 'type': 7, 'title': []}]}",
                "{'links': [{'rel': 'collection', 'href': 'c.json'}, {'rel': 'root', 'href': 7}]}",
                "{'sci:publications': 'x', 'sci:doi': 7}",
                "{'mgrs:utm_zone': 'x', 'grid:code': 7, 'sat:orbit_state': 'up'}",
                "{'file:checksum': 7, 'assets': {'data': {'file:checksum': 'x', 'file:size': 'big'}}}",
                "{'datetime': '2024-13-45T99:00:00Z'}"
            })
    void aValueOfAWrongKindCostsNoItem(String metadata) {
        GenerationResult result = generate(metadata);

        assertThat(result.item().bbox().orElseThrow().west()).isCloseTo(4.2337, within(0.001));
        assertThat(result.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1"})
    void jsonIsReadInTheEncodingThatItHas(String charset) {
        String raster = scene.put(
                "s_20240501.tif",
                TiffBuilder.of(image().located(600000, 4800000, 10, 32631)).build());
        String metadata = scene.put("m.json", "{\"title\": \"Köln\"}".getBytes(Charset.forName(charset)));

        try (StacGenerator generator = scene.generator()) {
            GenerationResult result = generator.generate(GenerationRequest.builder()
                    .assetPaths(raster)
                    .metadataPaths(metadata)
                    .build());
            assertThat(result.item().properties()).containsEntry("title", "Köln");
            assertThat(codes(result).contains("not-utf-8")).isEqualTo(!charset.equals("UTF-8"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m.json | {"a": 1
            m.json | {"title": "a", "title": "b"}
            m.json | [1, 2]
            m.json | {"a": NaN}
            m.json | {'title': 'single quotes'}
            m.json | {"title": "a"} {"title": "b"}
            m.xml  | <a><b></a>
            m.xml  | <PRODUCT><SOURCE>x
            m.xml  | <LANDSAT_METADATA_FILE><PRODUCT_CONTENTS></LANDSAT_METADATA_FILE>
            m.xml  | <Dimap_Document>&nothing;</Dimap_Document>
            m.txt  | GROUP = LANDSAT_METADATA_FILE
            m.txt  | just words
            """)
    void metadataThatWereFoundAndAreMalformedAreAWarning(String name, String text) {
        String raster = scene.put(
                "s_20240501.tif",
                TiffBuilder.of(image().located(600000, 4800000, 10, 32631)).build());
        GenerationRequest found = GenerationRequest.builder()
                .assetPaths(raster)
                .metadataPaths(scene.put(name, text))
                .metadataOptional(true)
                .build();

        try (StacGenerator generator = scene.generator()) {
            assertThat(generator.generate(found).warnings())
                    .filteredOn(warning -> warning.code().equals("metadata-unread"))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.message()).contains(name));
        }
        try (StacGenerator strict =
                scene.generator(GenerationOptions.builder().strict(true).build())) {
            assertThatThrownBy(() -> strict.generate(found))
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_METADATA));
        }
    }

    @Test
    void metadataThatWereFoundAndAreNestedTooDeepAreAWarning() {
        String deep = "{\"a\": ".repeat(5000) + "1" + "}".repeat(5000);
        GenerationRequest found = GenerationRequest.builder()
                .assetPaths(scene.put(
                        "s_20240501.tif",
                        TiffBuilder.of(image().located(600000, 4800000, 10, 32631))
                                .build()))
                .metadataPaths(scene.put("m.json", deep))
                .metadataOptional(true)
                .build();

        try (StacGenerator generator = scene.generator()) {
            assertThat(codes(generator.generate(found))).contains("metadata-unread");
        }
    }
}
