package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes whose metadata went wrong: what each case expects of the Item and its warnings. */
@Requires("cases")
final class SceneCasesTest {

    private static GenerationResult generate(
            String folder, String image, String metadata, Source source, boolean strict) {
        Path root = Material.path("cases").resolve("scenes").resolve(folder);
        try (StacGenerator generator = StacGenerator.builder()
                .options(GenerationOptions.builder().strict(strict).build())
                .build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(root.resolve(image).toString())
                    .metadataPaths(root.resolve(metadata).toString())
                    .source(source)
                    .build());
        }
    }

    private static GenerationResult generate(String folder, String image, String metadata) {
        return generate(folder, image, metadata, Source.AUTOMATIC, false);
    }

    private static List<String> codes(GenerationResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    private static double west(GenerationResult result) {
        return result.item().bbox().orElseThrow().west();
    }

    @ParameterizedTest
    @CsvSource({"landsat.json", "order.json", "label.json", "mlm.json", "usgs.json"})
    void fieldsOfAnIncompleteExtensionStayUndeclared(String metadata) {
        assertThat(codes(generate("04-partial-extension", "o_20240501.tif", metadata)))
                .contains("extension-incomplete");
        assertThatThrownBy(() -> generate("04-partial-extension", "o_20240501.tif", metadata, Source.AUTOMATIC, true))
                .isInstanceOf(StacGeneratorException.class);
    }

    @ParameterizedTest
    @CsvSource("m.json")
    void aSystemThatReplacesTheFilesMovesTheFootprint(String metadata) {
        GenerationResult result =
                generate("08-manual-crs-keeps-geometry", "o_20240501.tif", metadata, Source.MANUAL, false);
        assertThat(west(result)).isCloseTo(10.23, within(0.01));
        assertThat(codes(result)).contains("measured-replaced");
    }

    @ParameterizedTest
    @CsvSource({"b.json", "t.json"})
    void aSystemAndATransformPlaceARaster(String metadata) {
        assertThat(west(generate("09-crs-from-metadata", "n_20240501.tif", metadata)))
                .isCloseTo(4.2337, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"m.json", "m2.json"})
    void nodataThatReplacesTheFilesIsTold(String metadata) {
        assertThat(codes(generate("14-nodata-silently-replaced", "o_20240501.tif", metadata)))
                .containsAnyOf("measured-replaced", "out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"a.json", "b.json", "c.json", "d.json", "e.json"})
    void metadataOfOtherFormsMakeAnItem(String metadata) {
        assertThat(generate("18-small-merge", "o_20240501.tif", metadata).item().bbox())
                .isPresent();
    }
}
