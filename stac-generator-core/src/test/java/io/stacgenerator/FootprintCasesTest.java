package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stacgenerator.model.Bbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Places of files that went wrong once, with the places that GDAL and PROJ give. Takes the folder of the files by the
 * system property {@code stacgenerator.cases}.
 */
final class FootprintCasesTest {

    private static final Path CASES = Path.of(System.getProperty("stacgenerator.cases", "missing"));

    private static GenerationResult generate(FootprintMode mode, List<String> metadata, String... files) {
        List<String> assets = List.of(files).stream()
                .map(file -> CASES.resolve(file).toString())
                .toList();
        assumeThat(Path.of(assets.get(0))).exists();
        GenerationOptions options = GenerationOptions.builder()
                .footprint(mode)
                .datetime(Instant.parse("2024-01-01T00:00:00Z"))
                .build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(assets)
                    .metadataPaths(metadata.stream()
                            .map(file -> CASES.resolve(file).toString())
                            .toList())
                    .build());
        }
    }

    private static void assertBbox(GenerationResult result, double west, double south, double east, double north) {
        Bbox bbox = result.item().bbox().orElseThrow();
        assertThat(List.of(bbox.west(), bbox.south(), bbox.east(), bbox.north()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b))
                .containsExactly(west, south, east, north);
        assertThat(result.item().geometry().orElseThrow().isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "raster/05-gcp-antimeridian/wrapped.tif, 175.317, 60.951, -179.333, 62.901",
        "raster/05-gcp-antimeridian/unwrapped.tif, 175.317, 60.951, -179.333, 62.901",
        "raster/06-gcp-transform-fabricated/grd.tif, 99.68, -2.44, 102.5, -0.59",
        "raster/18-rpc-only/rpc.tif, 99.94771, 19.94533, 100.05219, 20.05478",
        "geo/10-conic-with-pole/lcc_can_3979.tif, -180, 30.33, 180, 90",
        "geo/10-conic-with-pole/aea_na_pole_3338.tif, 141.0975, 75.92193, -89.0975, 90",
        "geo/11-long-edges/bedmap_3031.tif, -180, -90, 180, -48.46438",
        "geo/11-long-edges/pole_3413_beside1km.tif, -44.9618, 70.59757, 134.9618, 89.99077",
        "geo/12-modis-h17v17/h17v17.tif, -180, -90, 0, -80"
    })
    void boundsAreWhereTheyAre(String file, double west, double south, double east, double north) {
        GenerationResult result = generate(FootprintMode.BOUNDS, List.of(), file);
        assertBbox(result, west, south, east, north);
    }

    @ParameterizedTest
    @CsvSource({"geo/14-metres-in-degrees/ll_metres_across_0.tif", "hostile/lon_1e9.tif"})
    void whatIsNoDegreesHasNoPlace(String file) {
        GenerationResult result = generate(FootprintMode.BOUNDS, List.of(), file);
        assertThat(result.item().geometry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "north-pole, -180, 40, 180, 90",
        "great-circle, 178.3, -66.5, -179.1, -65.5",
        "almost-180, -180, -18.58573, -173.71027, -12.82925",
        "both-poles, -90, -85, -120, 85"
    })
    void geometriesOfMetadataAreCut(String name, double west, double south, double east, double north) {
        GenerationResult result = generate(
                FootprintMode.BOUNDS,
                List.of("geo/15-metadata-geometry/" + name + ".json"),
                "geo/15-metadata-geometry/plain.tif");

        assertBbox(result, west, south, east, north);
    }

    @Test
    void unionsOfNothingAreNoFault() {
        try {
            assertThat(generate(FootprintMode.DATA, List.of(), "hostile-union/a.tif", "hostile-union/b.tif")
                            .item())
                    .isNotNull();
        } catch (StacGeneratorException e) {
            assertThat(e.code()).isNotEqualTo(ErrorCode.INTERNAL);
        }
    }
}
