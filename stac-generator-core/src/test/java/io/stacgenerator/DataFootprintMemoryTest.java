package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFootprintMemoryTest {

    @TempDir
    private Path folder;

    /** The full resolution is not read, so that its blocks need not be there. */
    private static TiffBuilder sentinel2() {
        TiffImage main =
                tiles(10_980).sparse().located(399_960, 5_000_040, 10, 32632).text(TagId.GDAL_NODATA, "0");
        return TiffBuilder.of(main)
                .add(tiles(5490).sparse().overview())
                .add(tiles(2745).sparse().overview())
                .add(tiles(1373)
                        .pixels((band, column, row) -> column + row / 4 < 700 ? 0 : 1 + (column * 7919 + row) % 4000)
                        .overview())
                .cog();
    }

    private static TiffImage tiles(int side) {
        return TiffImage.of(side, side).samples(16, 1).tiles(512, 512).codec(TiffCodecs.DEFLATE, 2);
    }

    @Test
    void footprintOfALargeCogFitsInto128MiB() throws Exception {
        Path file = Files.write(folder.resolve("scene.tif"), sentinel2().build());
        Path out = folder.resolve("out");

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(child.waitFor()).as(() -> read(out)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return Objects.toString(e);
        }
    }

    /** Fails when the footprint of a file is not smaller than its bounds. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            double data = area(args[0], FootprintMode.DATA);
            double bounds = area(args[0], FootprintMode.BOUNDS);
            System.exit(data > bounds / 2 && data < 0.7 * bounds ? 0 : 1);
        }

        private static double area(String file, FootprintMode footprint) {
            GenerationOptions options = GenerationOptions.builder()
                    .footprint(footprint)
                    .datetime(Instant.EPOCH)
                    .build();
            try (StacGenerator generator =
                    StacGenerator.builder().options(options).build()) {
                return generator
                        .generate(GenerationRequest.builder().assetPaths(file).build())
                        .item()
                        .geometry()
                        .orElseThrow()
                        .getArea();
            }
        }
    }
}
