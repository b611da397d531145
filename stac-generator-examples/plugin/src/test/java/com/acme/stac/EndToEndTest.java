package com.acme.stac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.InstalledServices.InstalledService;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StacVersion;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the plugin adds, found by the generator and used together. */
class EndToEndTest {

    @TempDir
    Path archive;

    @BeforeEach
    void fillArchive() throws IOException {
        Files.write(archive.resolve("bern.agrid"), Grids.grid());
        Files.writeString(archive.resolve("bern.txt"), Grids.REPORT);
        System.setProperty("acme.archive", archive.toString());
    }

    @AfterEach
    void closeArchive() {
        System.clearProperty("acme.archive");
    }

    private static GenerationRequest.Builder request() {
        return GenerationRequest.builder()
                .assetPaths(AcmeStorageResolverTest.href("bern.agrid"))
                .metadataPaths(AcmeStorageResolverTest.href("bern.txt"));
    }

    private static StacItem item(StacVersion version) {
        GenerationOptions options = GenerationOptions.builder()
                .stacVersion(version)
                .statistics(StatisticsMode.EXACT)
                .build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return generator.generate(request().build()).item();
        }
    }

    @Test
    void thePluginIsTheModuleThatTheTestIsRunFor() {
        assertThat(AcmeExtension.class.getModule().getName()).isEqualTo(System.getProperty("acme.module"));
    }

    @Test
    void theServicesAreFound() {
        try (StacGenerator generator = StacGenerator.create()) {
            assertThat(generator.describe().services())
                    .extracting(InstalledService::id)
                    .contains("acme", "agrid", "acme-report");
        }
    }

    @Test
    void aGridBecomesAnItem() {
        StacItem item = item(StacVersion.V1_1_0);
        StacAsset asset = item.assets().values().iterator().next();

        assertThat(item.stacExtensions()).contains("https://acme.example/stac/v2.0.0/schema.json");
        assertThat(item.properties())
                .contains(
                        entry("datetime", "2024-05-01T10:20:30Z"),
                        entry("acme:station", "BRN-7"),
                        entry("acme:score", 0.8),
                        entry("proj:code", "EPSG:32632"));
        assertThat(asset.href()).contains("acme://archive/bern.agrid");
        assertThat(asset.toMap()).contains(entry("type", "application/x-acme-grid"), entry("acme:sensor", "T-1000"));
        assertThat(asset.toMap().get("statistics"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .contains(entry("minimum", 10.0), entry("maximum", 20.0), entry("mean", 15.0));
        assertThat(item.bbox()).isPresent();
    }

    @Test
    void aZippedGridBecomesAnItemToo() throws IOException {
        Files.write(archive.resolve("bern.zip"), Grids.zipped());
        try (StacGenerator generator = StacGenerator.create()) {
            StacItem item = generator
                    .generate(GenerationRequest.builder()
                            .assetPaths(AcmeStorageResolverTest.href("bern.zip"))
                            .metadataPaths(AcmeStorageResolverTest.href("bern.txt"))
                            .build())
                    .item();

            assertThat(item.properties()).contains(entry("proj:code", "EPSG:32632"));
            assertThat(item.assets().values().iterator().next().toMap())
                    .contains(entry("type", "application/zip"), entry("acme:sensor", "T-1000"));
        }
    }

    @Test
    void theSameInStac100HasTheFieldsOfThatTime() {
        StacItem item = item(StacVersion.V1_0_0);
        assertThat(item.stacExtensions()).contains("https://acme.example/stac/v1.0.0/schema.json");
        assertThat(item.properties()).contains(entry("acme:rating", 80.0)).doesNotContainKey("acme:score");
    }

    @Test
    void whatBreaksItsRulesIsNotAnItem() throws IOException {
        Files.writeString(archive.resolve("bern.txt"), Grids.REPORT.replace("BRN-7", "AAA-0"));
        assertThatThrownBy(() -> item(StacVersion.V1_1_0)).isInstanceOfSatisfying(StacGeneratorException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ITEM);
            assertThat(e.faults()).hasSize(1);
        });
    }

    @Test
    void aValueOutOfRangeIsDroppedWithAWarning() throws IOException {
        Files.writeString(archive.resolve("bern.txt"), Grids.REPORT.replace("0.8", "8"));
        try (StacGenerator generator = StacGenerator.create()) {
            assertThat(generator.generate(request().build()).warnings())
                    .anyMatch(warning -> "/properties/acme:score".equals(warning.pointer()));
        }
    }

    @Test
    void aCollectionIsSummarizedByItsFields() {
        try (StacGenerator generator = StacGenerator.create()) {
            Map<String, Object> collection = generator.updateCollection(
                    Map.of("type", "Collection", "stac_version", "1.1.0", "id", "grids"),
                    Stream.of(item(StacVersion.V1_1_0)));
            assertThat(collection.get("summaries").toString())
                    .contains("acme:station=[BRN-7]", "acme:score={minimum=0.8, maximum=0.8}");
        }
    }

    @Test
    void theExtensionIsChosenByNameAndVersion() {
        try (StacGenerator generator = StacGenerator.create()) {
            assertThat(generator
                            .generate(request().extensions("acme@2.0.0").build())
                            .item()
                            .stacExtensions())
                    .contains("https://acme.example/stac/v2.0.0/schema.json");
            assertThatThrownBy(() ->
                            generator.generate(request().extensions("acme@7").build()))
                    .hasMessageContaining("acme@2.0.0");
        }
    }
}
