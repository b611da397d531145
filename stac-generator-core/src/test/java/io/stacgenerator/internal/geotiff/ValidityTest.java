package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks of images of 60 x 40 pixels whose left half has no data. */
final class ValidityTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final int SIDE = 1024;
    private static final TiffImage.Pixels RIGHT_HALF = (band, column, row) -> column < WIDTH / 2 ? 0 : 7 + band;

    @TempDir
    private Path folder;

    private static TiffImage image(int bands) {
        return TiffImage.of(WIDTH, HEIGHT).bands(bands).tiles(16, 16).pixels(RIGHT_HALF);
    }

    private static TiffImage nodata(TiffImage image, String value) {
        return image.text(TagId.GDAL_NODATA, value);
    }

    private static TiffImage alpha(TiffImage image) {
        return image.tag(TagId.EXTRA_SAMPLES, FieldType.SHORT, 2);
    }

    private static TiffImage mask(int width, int height) {
        return TiffImage.of(width, height)
                .samples(1, 1)
                .pixels((band, column, row) -> column < width / 2 ? 0 : 1)
                .tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4);
    }

    private static Optional<ValidityMask> read(CountingObject object, int side) throws IOException {
        return Opening.open(object).validity(side);
    }

    private static ValidityMask read(TiffBuilder file) throws IOException {
        return read(CountingObject.remote(file.build()), SIDE).orElseThrow();
    }

    private static void assertRightHalf(ValidityMask mask, int width, int height) {
        assertThat(mask.size()).isEqualTo(new RasterSize(width, height));
        assertThat(mask.count()).isEqualTo(width * height / 2);
        assertThat(mask.valid(width / 2 - 1, height - 1)).isFalse();
        assertThat(mask.valid(width / 2, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nodataInAllBandsIsNoData(boolean separate) throws IOException {
        TiffImage image = image(3).separate(separate)
                .pixels((band, column, row) -> column < WIDTH / 2 || band == row % 3 ? 0 : 9);

        assertRightHalf(read(TiffBuilder.of(nodata(image, "0"))), WIDTH, HEIGHT);
    }

    @Test
    void nanIsNoData() throws IOException {
        TiffImage image = image(1).samples(32, 3).pixels((band, column, row) -> column < 30 ? Double.NaN : 0);

        assertRightHalf(read(TiffBuilder.of(image)), WIDTH, HEIGHT);
        assertRightHalf(read(TiffBuilder.of(nodata(image, "nan"))), WIDTH, HEIGHT);
        assertRightHalf(read(TiffBuilder.of(nodata(image, "-9999"))), WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transparentIsNoData(boolean separate) throws IOException {
        TiffImage image = alpha(image(2).separate(separate))
                .pixels((band, column, row) -> band == 0 ? 0 : RIGHT_HALF.at(band, column, row));

        assertRightHalf(read(TiffBuilder.of(image)), WIDTH, HEIGHT);
    }

    @Test
    void nodataComesBeforeAlpha() throws IOException {
        TiffImage image = nodata(alpha(image(2)), "0")
                .pixels((band, column, row) -> band == 1 ? 255 : RIGHT_HALF.at(band, column, row));

        assertRightHalf(read(TiffBuilder.of(image)), WIDTH, HEIGHT);
    }

    @Test
    void maskComesBeforeAll() throws IOException {
        TiffImage image = nodata(image(1), "7");

        assertRightHalf(read(TiffBuilder.of(image).add(mask(WIDTH, HEIGHT))), WIDTH, HEIGHT);
    }

    @Test
    void maskNextToTheFileCountsToo() throws IOException {
        Path file = Files.write(
                folder.resolve("image.tif"), TiffBuilder.of(image(1)).build());
        Files.write(
                folder.resolve("image.tif.msk"),
                TiffBuilder.of(mask(WIDTH, HEIGHT)).build());

        assertRightHalf(read(CountingObject.local(file), SIDE).orElseThrow(), WIDTH, HEIGHT);
    }

    @Test
    void blockThatWasLeftOutHasNoDataWhereThereIsNodata() throws IOException {
        assertThat(read(TiffBuilder.of(nodata(image(1).sparse(), "255"))).count())
                .isZero();
        assertThat(read(TiffBuilder.of(image(1).samples(32, 3).sparse())).full())
                .isTrue();
    }

    @Test
    void withoutAnyMarkEverythingIsDataAndNoPixelIsRead() throws IOException {
        CountingObject object =
                CountingObject.remote(TiffBuilder.of(image(3)).cog().build());

        assertThat(read(object, SIDE)).contains(ValidityMask.everywhere());
        assertThat(object.reads()).hasSize(1);
    }

    @Test
    void smallestOverviewThatIsLargeEnoughIsRead() throws IOException {
        TiffBuilder file = TiffBuilder.of(nodata(image(1), "1"))
                .add(nodata(TiffImage.of(30, 20).pixels((band, column, row) -> column < 15 ? 0 : 7), "0")
                        .overview())
                .add(nodata(TiffImage.of(15, 10), "1").overview());

        assertThat(read(CountingObject.remote(file.build()), 16).orElseThrow().size())
                .isEqualTo(new RasterSize(30, 20));
        assertThat(read(CountingObject.remote(file.build()), 15).orElseThrow().size())
                .isEqualTo(new RasterSize(15, 10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dataThatAnOverviewLostAreRead(boolean masked) throws IOException {
        TiffImage.Pixels line = (band, column, row) -> row == 21 ? 1 : 0;
        TiffImage.Pixels none = (band, column, row) -> 0;
        TiffBuilder file = masked
                ? TiffBuilder.of(image(1))
                        .add(mask(WIDTH, HEIGHT).pixels(line))
                        .add(TiffImage.of(30, 20).overview())
                        .add(mask(30, 20).pixels(none).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 5))
                : TiffBuilder.of(nodata(image(1).pixels(line), "0"))
                        .add(nodata(TiffImage.of(30, 20).pixels(none), "0").overview());

        ValidityMask mask = read(CountingObject.remote(file.build()), 30).orElseThrow();

        assertThat(mask.size()).isEqualTo(new RasterSize(30, 20));
        assertThat(mask.count()).isEqualTo(30);
        assertThat(mask.valid(0, 10)).isTrue();
    }

    @Test
    void smallestMaskThatIsLargeEnoughIsRead() throws IOException {
        TiffBuilder file = TiffBuilder.of(image(1))
                .add(mask(WIDTH, HEIGHT))
                .add(TiffImage.of(30, 20).overview())
                .add(mask(30, 20).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 5));

        assertRightHalf(read(CountingObject.remote(file.build()), 20).orElseThrow(), 30, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 29, 30, 31, 59, 60, 61})
    void cellIsValidWhereAnyOfItsPixelsIs(int side) throws IOException {
        TiffImage one = nodata(image(1).pixels((band, column, row) -> column == 41 && row == 23 ? 1 : 0), "0");

        ValidityMask mask =
                read(CountingObject.remote(TiffBuilder.of(one).build()), side).orElseThrow();

        assertThat(mask.size().width()).isBetween(Math.min(side, WIDTH), 2 * side);
        assertThat(mask.count()).isBetween(1, 4);
        assertThat(mask.valid((int) (41.5 * mask.size().width() / WIDTH), (int)
                        (23.5 * mask.size().height() / HEIGHT)))
                .isTrue();
    }

    @Test
    void pixelsThatCannotBeDecodedAreUnknown() throws IOException {
        TiffImage image = nodata(image(1), "0").tag(TagId.COMPRESSION, FieldType.SHORT, 34925);

        assertThat(read(CountingObject.remote(TiffBuilder.of(image).build()), SIDE))
                .isEmpty();
    }
}
