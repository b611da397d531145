package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestOptionsTest {

    private final Scene scene = new Scene();
    private final String cog = scene.putCog("scene.tif");
    private final StacGenerator generator = scene.generator();

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void oneGeneratorServesRequestsWithOptionsOfTheirOwn() {
        GenerationOptions options = GenerationOptions.builder()
                .datetime(Instant.parse("2020-01-01T00:00:00Z"))
                .stacVersion(StacVersion.V1_0_0)
                .property("constellation", "acme")
                .build();

        StacItem own = generator.generate(request().build(), options).item();
        StacItem other = generator.generate(request().build()).item();

        assertThat(own.datetime()).contains(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(own.stacVersion()).isEqualTo("1.0.0");
        assertThat(own.property("constellation", String.class)).contains("acme");
        assertThat(other.datetime()).contains(Instant.parse("2024-05-01T10:20:30Z"));
        assertThat(other.stacVersion()).isEqualTo("1.1.0");
    }

    @Test
    void requestCarriesOptionsInJson() {
        GenerationRequest request = GenerationRequest.fromJson("""
                {"assetPaths": ["%s"], "options": {
                  "datetime": "2020-01-01T00:00:00Z/2020-01-02T00:00:00Z",
                  "statistics": "exact", "footprint": "data", "footprintDeviation": 2.5, "footprintPositions": 64,
                  "stacVersion": "1.0.0", "checksum": true,
                  "datetimeFallback": "last-modified", "strict": false, "remoteSideFiles": false,
                  "properties": {"constellation": "acme", "acme:level": 2}, "parameters": {"acme": {"level": 2}}}}""".formatted(cog));

        GenerationResult result = generator.generate(request);

        assertThat(result.item().properties()).containsEntry("datetime", null).containsEntry("acme:level", 2);
        assertThat(result.item().startDatetime()).contains(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(result.item().endDatetime()).contains(Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(result.item().stacVersion()).isEqualTo("1.0.0");
        assertThat(result.item().toJson()).contains("\"stddev\"", "file:checksum");
        assertThat(result.origins())
                .containsEntry("/properties/constellation", "options")
                .containsEntry("/properties/start_datetime", "options");
        assertThat(GenerationRequest.fromJson(request.toJson())).isEqualTo(request);
    }

    @Test
    void optionsOfTheRequestComeBeforeThoseOfTheCall() {
        GenerationOptions options =
                GenerationOptions.builder().stacVersion(StacVersion.V1_0_0).build();

        assertThat(generator
                        .generate(request().option("stacVersion", "1.1.0").build(), options)
                        .item()
                        .stacVersion())
                .isEqualTo("1.1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"statistics": "all"}                | /options/statistics
                    {"statistics": 7}                    | /options/statistics
                    {"datetime": "yesterday"}            | /options/datetime
                    {"datetime": "2024-01-01"}           | /options/datetime
                    {"datetime": "2024-01-02T00:00:00Z/2024-01-01T00:00:00Z"} | /options/datetime
                    {"datetime": "2024-01-02T00:00:00Z/../x"} | /options/datetime
                    {"footprint": null}                  | /options/footprint
                    {"footprintDeviation": 0}            | /options/footprintDeviation
                    {"footprintDeviation": "1"}          | /options/footprintDeviation
                    {"footprintPositions": 3}            | /options/footprintPositions
                    {"footprintPositions": 20.5}         | /options/footprintPositions
                    {"footprintPositions": 1e99}         | /options/footprintPositions
                    {"stacVersion": "0.9"}               | /options/stacVersion
                    {"checksum": "true"}                 | /options/checksum
                    {"properties": []}                   | /options/properties
                    {"properties": {"a": null}}          | /options/properties/a
                    {"parameters": {"acme": 5}}          | /options/parameters/acme
                    {"speed": "fast"}                    | /options/speed
                    """)
    void faultyOptionIsReportedByItsPlace(String options, String pointer) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() ->
                        GenerationRequest.fromJson("{\"assetPaths\": [\"a.tif\"], \"options\": %s}".formatted(options)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .satisfies(
                        e -> assertThat(e.faults()).extracting(Fault::pointer).containsExactly(pointer));
    }

    @Test
    void serviceAllowsOnlySomeOptions() {
        try (StacGenerator careful = StacGenerator.builder()
                .install(scene.storage())
                .requestOptions("datetime", "properties")
                .build()) {
            assertThat(careful.generate(request()
                                    .option("datetime", "2020-01-01T00:00:00Z")
                                    .build())
                            .item()
                            .datetime())
                    .isPresent();
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> careful.generate(
                            request().option("statistics", "exact").build()))
                    .withMessageContaining("/options/statistics")
                    .withMessageContaining("allowed are: datetime, properties");
        }
    }

    @Test
    void extensionGetsItsParameters() {
        StacExtension acme = new StacExtension() {
            @Override
            public String id() {
                return "acme";
            }

            @Override
            public String schemaUri(StacVersion version) {
                return "https://example.com/acme/v1.0.0/schema.json";
            }

            @Override
            public void apply(ItemDraft item, GenerationContext context) {
                item.properties().putAll(context.options().parameters("acme"));
            }
        };
        try (StacGenerator extended =
                StacGenerator.builder().install(scene.storage()).install(acme).build()) {
            GenerationRequest request = request()
                    .option("parameters", Map.of("acme", Map.of("acme:level", 2)))
                    .build();

            assertThat(extended.generate(request).item().property("acme:level", Integer.class))
                    .contains(2);
        }
    }

    @Test
    void assetIsReadHereAndPublishedThere() {
        Asset asset = Asset.builder(cog)
                .publishedHref("https://data.example.com/scene.tif?sig=secret")
                .key("visual")
                .title("True color")
                .roles(List.of("visual", "overview"))
                .type("image/tiff; application=geotiff")
                .build();
        GenerationRequest request = GenerationRequest.builder()
                .assets(asset, Asset.of(scene.putCog("visual.tif")))
                .build();

        StacItem item = generator.generate(request).item();

        assertThat(item.assets()).containsKey("visual").hasSize(2);
        assertThat(item.assets().get("visual"))
                .satisfies(one -> assertThat(one.href()).contains("https://data.example.com/scene.tif"))
                .satisfies(one -> assertThat(one.title()).contains("True color"))
                .satisfies(one -> assertThat(one.roles()).containsExactly("visual", "overview"))
                .satisfies(one -> assertThat(one.type()).contains("image/tiff; application=geotiff"));
        assertThat(item.toJson()).doesNotContain("secret").contains("proj:code");
        assertThat(GenerationRequest.fromJson(request.toJson())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assets\": [{\"href\": \"a\", \"key\": \"k\"}, {\"href\": \"b\", \"key\": \"k\"}]}",
                "{\"assets\": [{\"href\": \"a\", \"name\": \"k\"}]}",
                "{\"assets\": [{\"key\": \"k\"}]}",
                "{\"assets\": [\"a\"]}",
                "{\"assets\": [{\"href\": \"a\", \"roles\": \"data\"}]}",
                "{\"assets\": [{\"href\": \"a\"}], \"assetPaths\": [\"a\"]}",
                "{\"assets\": {}}"
            })
    void faultyAssetsAreReported(String json) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> GenerationRequest.fromJson(json))
                .withMessageContaining("/assets");
    }

    @Test
    void filesMayComeWithTheRequest() {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths("https://data.example.com/a.tif")
                .metadataPaths("a.json")
                .supply("https://data.example.com/a.tif", Scene.cog())
                .supply("a.json", "{\"properties\": {\"title\": \"From a file\"}}".getBytes(UTF_8))
                .metadata(Map.of("properties", Map.of("platform", "acme-1", "title", "From a map")))
                .build();

        StacItem item = generator.generate(request).item();

        assertThat(item.assets().values())
                .singleElement()
                .satisfies(asset -> assertThat(asset.href()).contains("https://data.example.com/a.tif"));
        assertThat(item.property("platform", String.class)).contains("acme-1");
        assertThat(item.property("title", String.class)).contains("From a map");
        assertThat(item.toJson()).contains("proj:code");
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(request::toJson)
                .withMessageContaining("3 files");
    }

    @Test
    void suppliedFilesNeedNoPermission() {
        try (StacGenerator closed = StacGenerator.builder()
                .storagePolicy(StoragePolicy.builder().build())
                .build()) {
            GenerationRequest request = GenerationRequest.builder()
                    .assetPaths("a.tif")
                    .supply("a.tif", Scene.cog())
                    .build();

            assertThat(closed.generate(request).item().geometry()).isPresent();
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> closed.generate(
                            GenerationRequest.builder().assetPaths("b.tif").build()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_REFUSED));
        }
    }

    @Test
    void pathsOfAnyFileSystemAreRead(@TempDir Path folder) throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("scenes.zip").toUri());
        try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path inside = Files.write(archive.getPath("a.tif"), Scene.cog());
            GenerationRequest request = GenerationRequest.builder()
                    .assetPaths("a.tif")
                    .supply("a.tif", inside)
                    .build();

            assertThat(generator.generate(request).item().toJson()).contains("proj:code");
        }
    }

    @Test
    void timeOfARequestIsLimitedWithoutAPolicy() {
        GenerationOptions options =
                GenerationOptions.builder().timeout(Duration.ofNanos(1)).build();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> generator.generate(request().build(), options))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }

    private GenerationRequest.Builder request() {
        return GenerationRequest.builder().assetPaths(cog);
    }

    @Test
    void timeThatIsLongerThanInstantsGoIsNoLimit() {
        Scene files = new Scene();
        try (StacGenerator generator = StacGenerator.builder()
                .install(files.storage())
                .storagePolicy(StoragePolicy.builder()
                        .schemes("memory")
                        .requestTime(ChronoUnit.FOREVER.getDuration())
                        .build())
                .build()) {
            assertThat(generator
                            .generate(
                                    GenerationRequest.builder()
                                            .assetPaths(files.putCog("a.tif"))
                                            .build(),
                                    GenerationOptions.builder()
                                            .timeout(ChronoUnit.FOREVER.getDuration())
                                            .build())
                            .item()
                            .geometry())
                    .isPresent();
        }
    }
}
