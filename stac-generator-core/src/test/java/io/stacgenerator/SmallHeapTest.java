package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.conformance.ChildJvm;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.StacItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallHeapTest {

    private static final List<String> SMALL_HEAP = List.of("-Xmx128m");

    @TempDir
    private Path folder;

    private static TiffImage tiles(int side) {
        return TiffImage.of(side, side).samples(16, 1).tiles(512, 512).codec(TiffCodecs.DEFLATE, 2);
    }

    private static TiffImage scene(int side) {
        return tiles(side).located(399_960, 5_000_040, 10, 32632).text(TagId.GDAL_NODATA, "0");
    }

    private String write(TiffBuilder tiff) throws Exception {
        return Files.write(folder.resolve("scene.tif"), tiff.build()).toString();
    }

    /** The full resolution is not read, so that its blocks may be absent. */
    @Test
    void footprintOfALargeCogFitsInto128MiB() throws Exception {
        String file = write(TiffBuilder.of(scene(10_980).sparse())
                .add(tiles(5490).sparse().overview())
                .add(tiles(2745).sparse().overview())
                .add(tiles(1373)
                        .pixels((band, column, row) -> column + row / 4 < 700 ? 0 : 1 + (column * 7919 + row) % 4000)
                        .overview())
                .cog());

        double data = area(file, FootprintMode.DATA);
        double bounds = area(file, FootprintMode.BOUNDS);
        assertThat(data / bounds).isBetween(0.5, 0.7);
    }

    private static double area(String file, FootprintMode footprint) throws Exception {
        return Double.parseDouble(
                ChildJvm.run(Area.class, SMALL_HEAP, file, footprint.name()).get(0));
    }

    @Test
    void exactStatisticsOfALargeCogFitInto128MiB() throws Exception {
        String file = write(TiffBuilder.of(scene(10_980).pixels((band, column, row) -> 1 + (column + row) % 4000))
                .cog());

        assertThat(ChildJvm.run(Exact.class, SMALL_HEAP, file).get(0)).contains("\"minimum\":1,\"maximum\":4000,");
    }

    @Test
    void exactStatisticsOfAHugeSparseCogFitInto128MiB() throws Exception {
        String file = write(TiffBuilder.of(tiles(100_000).sparse().located(399_960, 5_000_040, 10, 32632))
                .cog());

        assertThat(ChildJvm.run(Exact.class, SMALL_HEAP, file).get(0)).contains("\"minimum\":0,\"maximum\":0,");
    }

    /** The generator itself takes 16 MiB; without an overview all blocks are decoded. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thumbnailFitsInto16MiBWhateverTheSizeOfTheRaster(boolean overview) throws Exception {
        TiffBuilder tiff = overview
                ? TiffBuilder.of(colors(100_000).sparse().located(399_960, 5_000_040, 10, 32632))
                        .add(colors(1000).overview())
                : TiffBuilder.of(colors(2000).located(399_960, 5_000_040, 10, 32632));
        String file = write(tiff.cog());

        assertThat(ChildJvm.run(Picture.class, List.of("-Xmx32m"), file, folder.toString()))
                .containsExactly("[]");
        assertThat(folder.resolve("scene.png")).isNotEmptyFile();
    }

    private static TiffImage colors(int side) {
        return tiles(side).bands(3).pixels((band, column, row) -> (column * 7919 + row * band) % 4000);
    }

    /** Each Item alone takes more than a third of the heap while it is made. */
    @ParameterizedTest
    @CsvSource({"100000, [LIMIT_EXCEEDED]", "30000, [made]"})
    void metadataOfManyRequestsFitInto256MiB(int links, String outcome) throws Exception {
        String metadata =
                Files.writeString(folder.resolve("scene.json"), metadata(links)).toString();
        String file = write(TiffBuilder.of(scene(16)));

        assertThat(ChildJvm.run(Concurrent.class, List.of("-Xmx256m"), file, metadata, "6"))
                .containsExactly(outcome);
    }

    private static String metadata(int links) {
        return IntStream.range(0, links)
                .mapToObj("{\"rel\":\"related\",\"href\":\"https://example.com/%d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"links\":[", "]}"));
    }

    private static StacItem item(String file, GenerationOptions.Builder options) {
        try (StacGenerator generator = StacGenerator.builder()
                .options(options.datetime(Instant.EPOCH).build())
                .build()) {
            return generator
                    .generate(GenerationRequest.builder().assetPaths(file).build())
                    .item();
        }
    }

    /** Makes a thumbnail and prints the warnings. */
    static final class Picture {

        private Picture() {}

        public static void main(String[] args) {
            GenerationOptions options = GenerationOptions.builder()
                    .datetime(Instant.EPOCH)
                    .thumbnail(512)
                    .thumbnailFolder(args[1])
                    .build();
            try (StacGenerator generator =
                    StacGenerator.builder().options(options).build()) {
                System.out.println(generator
                        .generate(GenerationRequest.builder()
                                .itemId("scene")
                                .assetPaths(args[0])
                                .build())
                        .warnings());
            }
        }
    }

    /** Makes many Items at a time, and prints the kinds of outcomes. */
    static final class Concurrent {

        private Concurrent() {}

        public static void main(String[] args) {
            GenerationOptions options =
                    GenerationOptions.builder().datetime(Instant.EPOCH).build();
            int requests = Integer.parseInt(args[2]);
            GenerationRequest request = GenerationRequest.builder()
                    .assetPaths(args[0])
                    .metadataPaths(args[1])
                    .build();
            try (StacGenerator generator = StacGenerator.builder()
                            .options(options)
                            .concurrency(requests)
                            .build();
                    Stream<GenerationOutcome> outcomes =
                            generator.generateAll(Collections.nCopies(requests, request).stream())) {
                System.out.println(outcomes.map(Concurrent::kind).collect(Collectors.toSet()));
            }
        }

        private static String kind(GenerationOutcome outcome) {
            return outcome.error() == null ? "made" : outcome.error().code().name();
        }
    }

    /** Prints the area of the footprint of a file. */
    static final class Area {

        private Area() {}

        public static void main(String[] args) {
            FootprintMode footprint = FootprintMode.valueOf(args[1]);
            StacItem item = item(args[0], GenerationOptions.builder().footprint(footprint));
            System.out.println(item.geometry().orElseThrow().getArea());
        }
    }

    /** Prints the Item of a file with exact statistics. */
    static final class Exact {

        private Exact() {}

        public static void main(String[] args) {
            StacItem item = item(args[0], GenerationOptions.builder().statistics(StatisticsMode.EXACT));
            System.out.println(item.toJson());
        }
    }
}
