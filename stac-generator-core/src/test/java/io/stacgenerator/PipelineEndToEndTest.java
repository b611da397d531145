package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.model.StacLink;
import io.stacgenerator.testkit.RangeServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PipelineEndToEndTest {

    private final Scene scene = new Scene();

    private static GenerationRequest.Builder request(String... assets) {
        return GenerationRequest.builder().assetPaths(assets);
    }

    private GenerationResult generate(GenerationRequest.Builder request) {
        return generate(request, GenerationOptions.ofDefaults());
    }

    private GenerationResult generate(GenerationRequest.Builder request, GenerationOptions options) {
        try (StacGenerator generator = scene.generator(options)) {
            return generator.generate(request.build());
        }
    }

    @Test
    void aCogBecomesAnItem() {
        StacItem item = generate(request(scene.putCog("scene.tif"))).item();

        assertThat(item.stacVersion()).isEqualTo("1.1.0");
        assertThat(item.id()).matches("scene-[0-9a-f]{12}");
        assertThat(item.geometry())
                .hasValueSatisfying(geometry -> assertThat(geometry.isValid()).isTrue());
        assertThat(item.properties())
                .containsEntry("datetime", "2024-05-01T10:20:30Z")
                .containsEntry("proj:code", "EPSG:32632")
                .containsEntry("proj:shape", List.of(400, 600))
                .containsEntry("proj:transform", List.of(10.0, 0.0, 380000.0, 0.0, -10.0, 5200000.0))
                .containsEntry("proj:bbox", List.of(380000.0, 5196000.0, 386000.0, 5200000.0));
        StacAsset asset = item.assets().get("data");
        assertThat(asset.type()).contains("image/tiff; application=geotiff; profile=cloud-optimized");
        assertThat(asset.roles()).containsExactly("data");
        assertThat(asset.toMap()).containsEntry("data_type", "uint16").containsKey("file:size");
        assertThat(asset.bands()).containsExactly(Map.of("name", "b1"), Map.of("name", "b2"));
        assertThat(item.stacExtensions())
                .containsExactly(
                        "https://stac-extensions.github.io/file/v2.1.0/schema.json",
                        "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
                        "https://stac-extensions.github.io/raster/v2.0.0/schema.json");
    }

    @Test
    void theHeaderOfACogCostsOneReadOfAtMost32KiB() {
        generate(request(scene.putCog("scene.tif")));

        assertThat(scene.storage().opens()).isEqualTo(1);
        long farthest = scene.storage().reads().stream()
                .mapToLong(range -> range.end())
                .max()
                .orElseThrow();
        assertThat(farthest).isLessThanOrEqualTo(32 * 1024);
    }

    @Test
    void theHeaderOfACogOverHttpCostsOneRequestOfAtMost32KiB() {
        try (RangeServer server = RangeServer.start();
                StacGenerator generator = StacGenerator.create()) {
            String href = server.put("scene.tif", Scene.cog());

            StacItem item = generator.generate(request(href).build()).item();

            assertThat(item.assets().get("data").href()).contains(href);
            assertThat(server.calls()).hasSize(1);
            assertThat(server.bytesSent()).isLessThanOrEqualTo(32 * 1024);
        }
    }

    @Test
    void aSignatureIsUsedToReadAndAppearsNowhere() {
        try (RangeServer server = RangeServer.start();
                StacGenerator generator = StacGenerator.create()) {
            String href = server.put("scene.tif", Scene.cog());

            GenerationResult result = generator.generate(
                    request(href + "?sig=s3cret&se=2030-01-01").itemId("a").build());

            assertThat(server.calls().get(0).toString()).contains("s3cret");
            assertThat(result.toJson()).doesNotContain("s3cret");
        }
    }

    @Test
    void theSameRequestGivesTheSameIdAndAnotherGivesAnother() {
        String asset = scene.putCog("scene.tif");
        String other = scene.putCog("other/scene.tif");

        String id = generate(request(asset)).item().id();

        assertThat(generate(request(asset)).item().id()).isEqualTo(id);
        assertThat(generate(request(other)).item().id()).isNotEqualTo(id);
    }

    @Test
    void theIdOfTheRequestIsUsed() {
        GenerationResult result = generate(request(scene.putCog("scene.tif")).itemId("my-id"));

        assertThat(result.item().id()).isEqualTo("my-id");
        assertThat(result.origins()).containsEntry("/id", "request");
    }

    @Test
    void metadataFillWhatTheFileCannotNameAndDeclareTheirExtensions() {
        String metadata = scene.put("m.json", """
                {"stac_extensions": ["view"],
                 "properties": {"eo:cloud_cover": "12.5", "platform": "test-1", "view:azimuth": -170},
                 "assets": {"data": {"bands": [{"name": "b2", "eo:common_name": "nir"}]}}}
                """);

        GenerationResult result = generate(request(scene.putCog("scene.tif")).metadataPaths(metadata));

        StacItem item = result.item();
        assertThat(item.properties())
                .containsEntry("eo:cloud_cover", 12.5)
                .containsEntry("platform", "test-1")
                .containsEntry("view:azimuth", 190);
        assertThat(item.assets().get("data").bands().get(1)).containsEntry("eo:common_name", "nir");
        assertThat(item.stacExtensions())
                .anyMatch(uri -> uri.contains("/eo/v2.0.0/"))
                .anyMatch(uri -> uri.contains("/view/v1.1.0/"));
        assertThat(result.origins())
                .containsEntry("/properties/platform", "metadata:memory:m.json")
                .containsEntry("/properties/proj:code", "extension:proj")
                .containsEntry("/assets/data/data_type", "asset:data")
                .containsEntry("/properties/datetime", "asset:data TIFFTAG_DATETIME");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theSourceSaysWhatWinsWhereMetadataContradictTheData(Source source, List<Integer> shape) {
        String metadata = scene.put("m.json", "{\"properties\": {\"proj:shape\": [1, 2]}}");

        GenerationResult result =
                generate(request(scene.putCog("scene.tif")).source(source).metadataPaths(metadata));

        assertThat(result.item().properties()).containsEntry("proj:shape", shape);
        assertThat(result.warnings()).anyMatch(warning -> "/properties/proj:shape".equals(warning.pointer()));
    }

    static Stream<Arguments> sources() {
        return Stream.of(Arguments.of(Source.AUTOMATIC, List.of(400, 600)), Arguments.of(Source.MANUAL, List.of(1, 2)));
    }

    @Test
    void aCollectionGivesItsIdAndLinks() {
        String collection = scene.put(
                "collection.json", "{\"type\": \"Collection\", \"id\": \"acme\", \"title\": \"Acme scenes\"}");

        StacItem item = generate(request(scene.putCog("scene.tif")).collection(collection))
                .item();

        assertThat(item.collection()).contains("acme");
        assertThat(item.links()).map(StacLink::rel).containsExactly(Optional.of("collection"), Optional.of("parent"));
        assertThat(item.links()).map(StacLink::title).containsOnly(Optional.of("Acme scenes"));
        assertThat(item.links()).map(StacLink::href).containsOnly(Optional.of("memory:collection.json"));
    }

    @Test
    void filesThatAreNotRastersBecomeAssetsToo() {
        StacItem item = generate(request(
                        scene.putCog("scene.tif"),
                        scene.put("scene_MTL.xml", "<a/>"),
                        scene.put("scene_thumb.png", png()),
                        scene.put("scene.txt", "read me")))
                .item();

        assertThat(item.assets()).containsOnlyKeys("data", "MTL", "thumb", "txt");
        assertThat(item.assets().get("MTL").roles()).containsExactly("metadata");
        assertThat(item.assets().get("thumb").roles()).containsExactly("thumbnail");
        assertThat(item.assets().get("txt").type()).contains("text/plain");
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void assetsOfDifferentGridsKeepTheirOwnAndTheItemCoversAll() {
        String fine = scene.put(
                "scene_fine.tif",
                io.stacgenerator.internal.geotiff.TiffBuilder.of(Scene.located(100, 100, 5))
                        .build());

        StacItem item = generate(request(scene.putCog("scene_coarse.tif"), fine), dated())
                .item();

        assertThat(item.properties()).containsEntry("proj:code", "EPSG:32632").doesNotContainKey("proj:shape");
        assertThat(item.assets().get("coarse").toMap()).containsEntry("proj:shape", List.of(400, 600));
        assertThat(item.assets().get("fine").toMap()).containsEntry("proj:shape", List.of(100, 100));
        StacItem coarse = generate(request(scene.putCog("scene_coarse.tif"))).item();
        assertThat(item.bbox()).isEqualTo(coarse.bbox());
    }

    @Test
    void anUnlocatedRasterIsNeitherLocatedNorCoveredByTheFieldsOfAnother() {
        String picture = scene.put("scene_browse.tif", Scene.picture());

        GenerationResult result = generate(request(scene.putCog("scene_data.tif"), picture));

        assertThat(result.item().properties())
                .containsEntry("proj:code", "EPSG:32632")
                .containsEntry("proj:shape", List.of(400, 600))
                .doesNotContainKeys("proj:transform", "proj:bbox");
        assertThat(result.item().assets().get("browse").toMap())
                .containsEntry("proj:code", null)
                .containsEntry("proj:shape", List.of(10, 20));
        assertThat(result.warnings()).extracting(Warning::code).contains("crs-missing");
    }

    @Test
    void aRasterWithoutCoordinatesGivesAnItemWithoutGeometry() {
        GenerationResult result = generate(request(scene.put("picture.tif", Scene.picture())), dated());

        assertThat(result.item().geometry()).isEmpty();
        assertThat(result.item().toMap()).containsEntry("geometry", null).doesNotContainKey("bbox");
        assertThat(result.warnings()).extracting(Warning::code).contains("crs-missing");
    }

    private static GenerationOptions dated() {
        return GenerationOptions.builder()
                .datetime(Instant.parse("2020-01-02T03:04:05Z"))
                .build();
    }

    @Test
    void theDateOfTheOptionsComesFirst() {
        GenerationResult result = generate(request(scene.putCog("scene.tif")), dated());

        assertThat(result.item().properties()).containsEntry("datetime", "2020-01-02T03:04:05Z");
        assertThat(result.origins()).containsEntry("/properties/datetime", "options");
    }

    @Test
    void theDateOfTheMetadataComesBeforeThatOfTheData() {
        String metadata = scene.put("m.json", "{\"datetime\": \"2021-01-01T00:00:00Z\"}");

        GenerationResult result = generate(request(scene.putCog("scene.tif")).metadataPaths(metadata));

        assertThat(result.item().properties()).containsEntry("datetime", "2021-01-01T00:00:00Z");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aRangeOfTheMetadataStandsWithoutANominalDate() {
        String metadata = scene.put(
                "m.json", "{\"start_datetime\": \"2021-01-01T00:00:00Z\", \"end_datetime\": \"2021-02-01T00:00:00Z\"}");

        StacItem item = generate(request(scene.putCog("scene.tif")).metadataPaths(metadata))
                .item();

        assertThat(item.properties()).containsEntry("datetime", null).containsKey("start_datetime");
    }

    @Test
    void theDateOfTheNameComesLastAndIsSaid() {
        GenerationResult result = generate(request(scene.put("S2A_20220722T105631_B04.tif", Scene.picture())));

        assertThat(result.item().properties()).containsEntry("datetime", "2022-07-22T10:56:31Z");
        assertThat(result.warnings()).extracting(Warning::code).contains("datetime-from-name");
    }

    @Test
    void noDateIsInvented() {
        String picture = scene.put("picture.tif", Scene.picture());

        assertThatThrownBy(() -> generate(request(picture)))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.DATETIME_MISSING, StacGeneratorException::code);
    }

    @Test
    void theLastModificationServesWhenItIsAskedFor() {
        GenerationOptions options = GenerationOptions.builder()
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .build();

        GenerationResult result = generate(request(scene.put("picture.tif", Scene.picture())), options);

        assertThat(result.item().properties()).containsEntry("datetime", "1970-01-01T00:00:01Z");
        assertThat(result.warnings()).extracting(Warning::code).contains("datetime-from-last-modified");
    }

    @Test
    void aFileSystemThatKeepsNoTimeGivesNoDate(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("picture.tif"), Scene.picture());
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        GenerationOptions options = GenerationOptions.builder()
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .build();

        assertThatThrownBy(() -> generate(request(file.toString()), options))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.DATETIME_MISSING, StacGeneratorException::code);
    }

    @Test
    void onlyTheExtensionsThatAreNamedAreApplied() {
        StacItem item = generate(request(scene.putCog("scene.tif"))
                        .extensions("Projection", "https://stac-extensions.github.io/file/v2.1.0/schema.json"))
                .item();

        assertThat(item.stacExtensions())
                .containsExactly(
                        "https://stac-extensions.github.io/file/v2.1.0/schema.json",
                        "https://stac-extensions.github.io/projection/v2.0.0/schema.json");
    }

    @Test
    void anItemIsWrittenInStac100WhenAskedFor() {
        GenerationOptions options =
                GenerationOptions.builder().stacVersion(StacVersion.V1_0_0).build();

        StacItem item = generate(request(scene.putCog("scene.tif")), options).item();

        assertThat(item.stacVersion()).isEqualTo("1.0.0");
        assertThat(item.properties()).containsEntry("proj:epsg", 32632).doesNotContainKey("proj:code");
        assertThat(item.assets().get("data").toMap()).containsKey("raster:bands");
    }

    @Test
    void metadataThatNobodyReadsAreAWarning() {
        GenerationRequest.Builder request =
                request(scene.putCog("scene.tif")).metadataPaths(scene.put("m.xml", "<x/>"));

        assertThat(generate(request, dated()).warnings())
                .filteredOn(warning -> warning.code().equals("metadata-unread"))
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("landsat").doesNotContain("other-products"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultsHaveACode(String name, ErrorCode code, byte[] asset, String metadata, String collection) {
        GenerationRequest.Builder request = request(scene.put("asset.tif", asset))
                .metadataPaths(scene.put("m.json", metadata))
                .collection(scene.put("collection.json", collection));

        assertThatThrownBy(() -> generate(request, dated()))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code);
    }

    static Stream<Arguments> faults() {
        byte[] cog = Scene.cog();
        String collection = "{\"id\": \"c\"}";
        return Stream.of(
                Arguments.of(
                        "a raster cut off in its signature",
                        ErrorCode.INVALID_RASTER,
                        Arrays.copyOf(cog, 3),
                        "{}",
                        collection),
                Arguments.of("a truncated raster", ErrorCode.INVALID_RASTER, Arrays.copyOf(cog, 60), "{}", collection),
                Arguments.of("metadata that are malformed JSON", ErrorCode.INVALID_METADATA, cog, "{hello", collection),
                Arguments.of("duplicate members", ErrorCode.INVALID_METADATA, cog, "{\"a\":1,\"a\":2}", collection),
                Arguments.of(
                        "deep metadata",
                        ErrorCode.INVALID_METADATA,
                        cog,
                        "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                        collection),
                Arguments.of(
                        "a collection that is none", ErrorCode.INVALID_COLLECTION, cog, "{}", "{\"type\":\"Feature\"}"),
                Arguments.of("a collection without an id", ErrorCode.INVALID_COLLECTION, cog, "{}", "{}"),
                Arguments.of("a collection that is not JSON", ErrorCode.INVALID_COLLECTION, cog, "{}", "<html>"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadHasACode(String href, ErrorCode code) {
        assertThatThrownBy(() -> generate(request(href), dated()))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code)
                .satisfies(e -> assertThat(e).hasMessageContaining(href));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("memory:nothing.tif", ErrorCode.NOT_FOUND),
                Arguments.of("gopher://example.com/a.tif", ErrorCode.UNSUPPORTED_HREF));
    }

    @Test
    void manyRequestsGiveTheirOutcomesInOrderWithFailuresAsValues() {
        String good = scene.putCog("scene.tif");
        List<GenerationRequest> requests = IntStream.range(0, 50)
                .mapToObj(i -> request(i % 7 == 3 ? "memory:nothing.tif" : good)
                        .itemId("item-" + i)
                        .build())
                .toList();

        try (StacGenerator generator = scene.generator();
                Stream<GenerationOutcome> outcomes = generator.generateAll(requests.stream())) {
            List<GenerationOutcome> all = outcomes.toList();

            assertThat(all).extracting(GenerationOutcome::request).isEqualTo(requests);
            assertThat(all)
                    .filteredOn(outcome -> outcome.error() != null)
                    .hasSize(7)
                    .allSatisfy(outcome -> assertThat(outcome.error().code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void aClosedGeneratorRefusesRequests() {
        StacGenerator generator = scene.generator();
        generator.close();

        assertThatThrownBy(() -> generator
                        .generateAll(Stream.of(request(scene.putCog("a.tif")).build()))
                        .toList())
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.CANCELED, StacGeneratorException::code);
    }
}
