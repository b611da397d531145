package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of images of 60 x 40 pixels. */
final class WindowTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final PixelWindow ALL = new PixelWindow(0, 0, WIDTH, HEIGHT);

    /** The left half is 0, the right half is not. */
    private static final TiffImage.Pixels RIGHT_HALF = (band, column, row) -> column < WIDTH / 2 ? 0 : 7 + band;

    private static TiffImage image(int bands) {
        return TiffImage.of(WIDTH, HEIGHT).bands(bands).tiles(16, 16).pixels(RIGHT_HALF);
    }

    private static Raster open(TiffBuilder file) {
        return Opening.open(CountingObject.remote(file.build()));
    }

    private static BandValues read(TiffBuilder file, int band) throws IOException {
        try (Raster raster = open(file)) {
            return raster.readWindow(ALL, band).get(0);
        }
    }

    private static double value(int band, int column, int row) {
        return 3000.0 * band + 60 * row + column;
    }

    static Stream<Named<TiffImage>> layouts() {
        TiffImage image = TiffImage.of(WIDTH, HEIGHT).bands(3).samples(16, 1).pixels(WindowTest::value);
        return Stream.of(
                Named.of("strips", image.rowsPerStrip(7)),
                Named.of("one strip", image.rowsPerStrip(HEIGHT)),
                Named.of("tiles", image.tiles(16, 16)),
                Named.of("planes", image.tiles(16, 16).separate(true)),
                Named.of("deflate", image.tiles(16, 16).codec(TiffCodecs.DEFLATE, 2)),
                Named.of("floats", image.tiles(16, 16).samples(32, 3)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void valuesAreThoseOfTheirPixels(TiffImage image) throws IOException {
        PixelWindow window = new PixelWindow(13, 5, 40, 21);
        try (Raster raster = open(TiffBuilder.of(image))) {
            List<BandValues> read = raster.readWindow(window, 2, 0, 2);

            assertThat(read).hasSize(3);
            for (int y = 0; y < window.height(); y++) {
                for (int x = 0; x < window.width(); x++) {
                    assertThat(read.get(0).value(x, y)).isEqualTo(value(2, 13 + x, 5 + y));
                    assertThat(read.get(1).value(x, y)).isEqualTo(value(0, 13 + x, 5 + y));
                }
            }
            assertThat(read.get(2).data()).hasSize(40 * 21);
        }
    }

    @Test
    void readsNoMoreThanTheBlocksOfTheWindow() throws IOException {
        TiffImage image = TiffImage.of(512, 512).tiles(128, 128).pixels((band, column, row) -> row);
        CountingObject object =
                CountingObject.remote(TiffBuilder.of(image).cog().build());
        try (Raster raster = Opening.open(object)) {
            int before = object.reads().size();

            assertThat(raster.readWindow(new PixelWindow(130, 200, 10, 10), 0)
                            .get(0)
                            .value(9, 9))
                    .isEqualTo(209);
            assertThat(object.reads().subList(before, object.reads().size()))
                    .extracting(ByteRange::length)
                    .containsExactly(128 * 128);
        }
    }

    @Test
    void nodataIsThatOfTheBandAndNanIsNeverData() throws IOException {
        BandValues stored = read(TiffBuilder.of(image(2).text(TagId.GDAL_NODATA, "8")), 1);
        BandValues nan = read(
                TiffBuilder.of(image(1).samples(32, 3).pixels((band, column, row) -> column < 30 ? Double.NaN : 1)), 0);

        assertThat(stored.data()).hasSize(WIDTH * HEIGHT / 2).containsOnly(0.0);
        assertThat(stored.value(WIDTH - 1, 0)).isEqualTo(8);
        assertThat(stored.hasData(WIDTH - 1, 0)).isFalse();
        assertThat(nan.data()).hasSize(WIDTH * HEIGHT / 2).containsOnly(1.0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transparentIsNoDataButInAlphaItself(boolean separate) throws IOException {
        TiffBuilder file = TiffBuilder.of(image(2).separate(separate).tag(TagId.EXTRA_SAMPLES, FieldType.SHORT, 2));

        assertThat(read(file, 0).data()).hasSize(WIDTH * HEIGHT / 2).containsOnly(7.0);
        assertThat(read(file, 1).data()).hasSize(WIDTH * HEIGHT);
    }

    @Test
    void maskComesBeforeNodata() throws IOException {
        TiffImage mask = TiffImage.of(WIDTH, HEIGHT)
                .samples(1, 1)
                .pixels((band, column, row) -> row < 10 ? 1 : 0)
                .tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4);
        BandValues values =
                read(TiffBuilder.of(image(1).text(TagId.GDAL_NODATA, "7")).add(mask), 0);

        assertThat(values.data()).hasSize(WIDTH * 10).contains(0.0, 7.0);
    }

    @Test
    void blocksThatWereLeftOutHaveTheNodataValueOrZero() throws IOException {
        BandValues nodata = read(TiffBuilder.of(image(1).sparse().text(TagId.GDAL_NODATA, "255")), 0);
        BandValues zero = read(TiffBuilder.of(image(1).sparse()), 0);

        assertThat(nodata.value(0, 0)).isEqualTo(255);
        assertThat(nodata.data()).isEmpty();
        assertThat(zero.data()).hasSize(WIDTH * HEIGHT).containsOnly(0.0);
    }

    @Test
    void pixelsThatAreNotDecodedAreRefusedWithTheReason() throws IOException {
        TiffImage image = image(1).tag(TagId.COMPRESSION, FieldType.SHORT, 34712);
        try (Raster raster = open(TiffBuilder.of(image))) {
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> raster.readWindow(ALL, 0))
                    .withMessageContaining("compression 34712", "GDAL")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER));
        }
    }

    @Test
    void moreThanFitsIntoMemoryIsRefused() throws IOException {
        TiffImage image = TiffImage.of(5000, 5000).tiles(256, 256).sparse();
        try (Raster raster = open(TiffBuilder.of(image))) {
            assertThat(raster.readWindow(new PixelWindow(0, 0, 4096, 1), 0)).hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> raster.readWindow(new PixelWindow(0, 0, 4096, 4097), 0))
                    .withMessageContaining("4096 x 4097", "16777216", "smaller windows");
        }
    }
}
