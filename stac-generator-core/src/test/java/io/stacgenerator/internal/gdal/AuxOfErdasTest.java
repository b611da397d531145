package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.material.RequiresGdal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code .aux} of ERDAS next to a TIFF, which is what {@code gdalinfo} takes it for. */
final class AuxOfErdasTest {

    @TempDir
    private Path folder;

    @RequiresGdal
    @ParameterizedTest
    @CsvSource({"scene.aux", "scene.tif.aux"})
    void anImageHasThePlaceAndTheFactsOfTheFileNextToIt(String name) throws IOException {
        aux(name, "scene.tif");

        GenerationResult result = generate(image(Fixtures.WIDTH));

        assertThat(result.item().properties()).containsEntry("proj:code", "EPSG:32632");
        assertThat(result.item().properties().get("proj:transform")).asString().startsWith("[10");
        Map<String, Object> asset =
                result.item().assets().values().iterator().next().toMap();
        assertThat(asset).extractingByKey("nodata").asString().startsWith("7");
        assertThat(asset).extractingByKey("statistics").asString().contains("maximum=19", "mean=9.5");
        assertThat(asset).extractingByKey("classification:classes").asString().contains("water", "wood");
        assertThat(result.warnings()).isEmpty();
    }

    @RequiresGdal
    @ParameterizedTest
    @CsvSource({"other.tif, 20, the file that it is for is 'other.tif'", "scene.tif, 21, it is for 20 x 10 pixels"})
    void aFileForAnotherImageIsNotReadAndTold(String dependent, int width, String reason) throws IOException {
        aux("scene.aux", dependent);

        GenerationResult result = generate(image(width));

        assertThat(result.item().properties()).containsEntry("proj:code", null);
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("side-file-ignored"))
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("scene.aux next to ", reason);
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        Files.write(folder.resolve("scene.aux"), "EHFA_HEADER_TAG\0 and no more".getBytes(ISO_8859_1));

        assertThat(generate(image(4)).warnings()).extracting(Warning::code).contains("side-file-ignored");
    }

    @Test
    void aFileOfTheSameNameOfAnotherKindIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("scene.aux"), "\\relax");

        assertThat(generate(image(4)).warnings()).extracting(Warning::code).containsExactly("crs-missing");
    }

    private Path image(int width) throws IOException {
        TiffImage image = TiffImage.of(width, Fixtures.HEIGHT).pixels((band, column, row) -> column);
        return Files.write(folder.resolve("scene.tif"), TiffBuilder.of(image).build());
    }

    private void aux(String name, String dependent) {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).SetNoDataValue(7);
        source.GetRasterBand(1).SetCategoryNames(StringVector.of(List.of("water", "wood")));
        Map.of("MINIMUM", "0", "MAXIMUM", "19", "MEAN", "9.5", "STDDEV", "5")
                .forEach((key, value) -> source.GetRasterBand(1).SetMetadataItem("STATISTICS_" + key, value));
        Fixtures.write(source, "HFA", folder.resolve(name), "AUX=YES", "DEPENDENT_FILE=" + dependent);
    }

    private static GenerationResult generate(Path file) {
        try (StacGenerator generator = StacGenerator.create()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(file.toString()).build(),
                    GenerationOptions.builder()
                            .datetime(Instant.parse("2021-06-01T00:00:00Z"))
                            .build());
        }
    }
}
