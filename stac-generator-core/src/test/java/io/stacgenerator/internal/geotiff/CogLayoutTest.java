package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CogLayoutTest {

    private static final String COG = "image/tiff; application=geotiff; profile=cloud-optimized";
    private static final String GEOTIFF = "image/tiff; application=geotiff";

    private static TiffImage main() {
        return TiffImage.of(600, 600).tiles(128, 128).located(0, 0, 1, 3857);
    }

    private static TiffImage overview() {
        return TiffImage.of(300, 300).tiles(128, 128).overview();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a COG", TiffBuilder.of(main()).add(overview()).cog(), COG),
                Arguments.of("a COG without overviews", TiffBuilder.of(main()).cog(), COG),
                Arguments.of(
                        "a small image in strips",
                        TiffBuilder.of(TiffImage.of(500, 600).located(0, 0, 1, 3857))
                                .cog(),
                        COG),
                Arguments.of(
                        "a large image in strips",
                        TiffBuilder.of(TiffImage.of(513, 513).located(0, 0, 1, 3857))
                                .cog(),
                        GEOTIFF),
                Arguments.of(
                        "an overview in strips",
                        TiffBuilder.of(TiffImage.of(1200, 1200).tiles(128, 128).located(0, 0, 1, 3857))
                                .add(TiffImage.of(600, 600).overview())
                                .cog(),
                        GEOTIFF),
                Arguments.of(
                        "directories behind the pixels", TiffBuilder.of(main()).add(overview()), GEOTIFF),
                Arguments.of(
                        "a COG that was edited", TiffBuilder.of(main()).cog().ghost(true), GEOTIFF),
                Arguments.of(
                        "a COG of nowhere", TiffBuilder.of(TiffImage.of(64, 64)).cog(), "image/tiff"),
                Arguments.of("a plain TIFF", TiffBuilder.of(TiffImage.of(64, 64)), "image/tiff"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void givesTheMediaTypeThatTheLayoutDeserves(String what, TiffBuilder file, String expected) {
        assertThat(Opening.info(file.build()).mediaType()).as(what).isEqualTo(expected);
    }
}
