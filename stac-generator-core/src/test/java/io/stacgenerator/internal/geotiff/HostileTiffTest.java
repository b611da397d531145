package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.conformance.ChildJvm;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HostileTiffTest {

    private static final long FOUR_GIGA = 0xFFFF_FFFFL;

    static Stream<Arguments> files() {
        return Stream.of(
                big("a tag of 2^63 bytes", TagId.GDAL_METADATA, text().declaring(Long.MIN_VALUE, 16)),
                big("a tag of 2^64-1 bytes", TagId.GDAL_METADATA, text().declaring(-1, 16)),
                big("a tag at 2^63", TagId.GDAL_METADATA, text().declaring(20, Long.MAX_VALUE)),
                classic("a tag of 4 GiB", TagId.GDAL_METADATA, text().declaring(FOUR_GIGA, 8)),
                classic("4 GiB of numbers", TagId.MODEL_TIEPOINT, numbers().declaring(FOUR_GIGA, 8)),
                classic(
                        "4 Gi SubIFDs",
                        TagId.SUB_IFDS,
                        TiffValue.of(FieldType.IFD, 8).declaring(FOUR_GIGA, 8)),
                classic("a SubIFD beyond the end", TagId.SUB_IFDS, TiffValue.of(FieldType.IFD, 99999999)),
                classic("no width", TagId.IMAGE_WIDTH, TiffValue.of(FieldType.LONG, 0)),
                classic("no height", TagId.IMAGE_LENGTH, TiffValue.of(FieldType.LONG, 0)),
                classic("a width of 2^32-1", TagId.IMAGE_WIDTH, TiffValue.of(FieldType.LONG, FOUR_GIGA)),
                classic("a width without a value", TagId.IMAGE_WIDTH, TiffValue.of(FieldType.LONG)),
                classic("a width of 2.5", TagId.IMAGE_WIDTH, TiffValue.of(FieldType.FLOAT, 2.5f)),
                classic("no samples", TagId.SAMPLES_PER_PIXEL, TiffValue.of(FieldType.SHORT, 0)),
                classic("4 Gi samples", TagId.SAMPLES_PER_PIXEL, TiffValue.of(FieldType.LONG, 2147483647)),
                big("a tile at 2^63", TagId.STRIP_OFFSETS, TiffValue.of(FieldType.LONG8, -1e18)));
    }

    private static TiffValue text() {
        return TiffValue.text("<GDALMetadata/>");
    }

    private static TiffValue numbers() {
        return TiffValue.of(FieldType.DOUBLE, 0, 0, 0, 0, 0, 0);
    }

    private static Arguments classic(String what, int id, TiffValue value) {
        return Arguments.of(
                what, TiffBuilder.of(TiffImage.of(4, 4).tag(id, value)).build());
    }

    private static Arguments big(String what, int id, TiffValue value) {
        return Arguments.of(
                what,
                TiffBuilder.of(TiffImage.of(4, 4).tag(id, value)).bigTiff(true).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refuses(String what, byte[] file) {
        assertInvalid(file);
    }

    @Test
    void refusesAllWithin64MiB() throws IOException, InterruptedException {
        List<String> outcomes = ChildJvm.run(HostileRun.class, List.of("-Xmx64m"));

        assertThat(outcomes)
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.startsWith("INVALID_RASTER\t") || line.startsWith("PIXELS_UNKNOWN\t"));
    }

    @Test
    void refusesADirectoryThatIsItsOwnNext() {
        byte[] file = TiffBuilder.of(TiffImage.of(4, 4)).build();
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int first = buffer.getInt(4);
        buffer.putInt(first + 2 + 12 * buffer.getShort(first), first);

        assertInvalid(file).hasMessage("invalid TIFF: the image file directories form a loop at offset " + first);
    }

    @Test
    void refusesASubIfdThatIsTheImageItself() {
        byte[] plain = TiffBuilder.of(TiffImage.of(4, 4)).build();
        int first = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(4);

        assertInvalid(TiffBuilder.of(TiffImage.of(4, 4).tag(TagId.SUB_IFDS, FieldType.IFD, first))
                .build());
    }

    @Test
    void refusesAChainOfTooManyImages() {
        TiffBuilder builder = TiffBuilder.of(TiffImage.of(1, 1));
        for (int i = 0; i < 1100; i++) {
            builder.add(TiffImage.of(1, 1));
        }

        assertThatThrownBy(() -> Opening.info(builder.build()))
                .isInstanceOf(StacGeneratorException.class)
                .extracting("code")
                .isEqualTo(ErrorCode.UNSUPPORTED_RASTER);
    }

    @Test
    void refusesTooManyTags() {
        TiffBuilder builder = TiffBuilder.of(TiffImage.of(1, 1));
        for (int i = 0; i < 17; i++) {
            TiffImage image = TiffImage.of(1, 1);
            for (int id = 0; id < 4000; id++) {
                image.tag(50000 + id, FieldType.SHORT, 1);
            }
            builder.add(image);
        }

        assertThatThrownBy(() -> Opening.info(builder.build()))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining("more than 65536 tags");
    }

    @Test
    void refusesATiffThatEndsInItsHeader() {
        byte[] file = TiffBuilder.of(
                        TiffImage.of(40, 40).located(0, 0, 1, 3857).text(TagId.GDAL_METADATA, "<GDALMetadata/>"))
                .cog()
                .build();
        int header = file.length - 40 * 40;
        for (int length = 0; length < header; length++) {
            assertInvalid(Arrays.copyOf(file, length));
        }
    }

    @Test
    void refusesATiffThatEndsInItsPixels() {
        byte[] file = TiffBuilder.of(TiffImage.of(40, 40)).cog().build();

        assertInvalid(Arrays.copyOf(file, file.length - 1))
                .hasMessageStartingWith("invalid TIFF: block 0 has 1600 bytes at offset");
    }

    @Test
    void saysWhatIsMissing() {
        byte[] file = Arrays.copyOf(TiffBuilder.of(TiffImage.of(4, 4)).build(), 20);

        assertInvalid(file).hasMessage("invalid TIFF: it needs 2 bytes at offset 24, but the file has 20 bytes");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(byte[] file) {
        return assertThatThrownBy(() -> Opening.info(file))
                .isInstanceOf(StacGeneratorException.class)
                .satisfies(e -> assertThat(((StacGeneratorException) e).code()).isEqualTo(ErrorCode.INVALID_RASTER));
    }
}
