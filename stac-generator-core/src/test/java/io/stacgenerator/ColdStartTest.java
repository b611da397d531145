package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.conformance.ChildJvm;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ColdStartTest {

    @Test
    void anItemOfAGeoTiffNeedsNeitherGdalNorHttp(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("scene_20260615.tif"),
                TiffBuilder.of(TiffImage.of(20, 10).located(399_960, 5_000_040, 10, 32632))
                        .build());

        List<String> lines = ChildJvm.run(Main.class, List.of("-Xlog:class+load:stdout"), file.toString());

        assertThat(lines).anyMatch(line -> line.contains("\"type\":\"Feature\""));
        assertThat(lines)
                .noneMatch(line -> line.contains(" org.gdal.gdal.gdalJNI "))
                .noneMatch(line -> line.contains(" java.net.http.HttpClient "));
    }

    /** Prints the Item of a file. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            try (StacGenerator generator = StacGenerator.builder().build()) {
                System.out.println(generator
                        .generate(
                                GenerationRequest.builder().assetPaths(args[0]).build())
                        .item()
                        .toJson());
            }
        }
    }
}
