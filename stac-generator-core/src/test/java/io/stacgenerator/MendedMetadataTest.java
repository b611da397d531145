package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
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
}
