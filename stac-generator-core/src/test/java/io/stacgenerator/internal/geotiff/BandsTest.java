package io.stacgenerator.internal.geotiff;

import static io.stacgenerator.spi.raster.ColorInterpretation.ALPHA;
import static io.stacgenerator.spi.raster.ColorInterpretation.BLACK;
import static io.stacgenerator.spi.raster.ColorInterpretation.BLUE;
import static io.stacgenerator.spi.raster.ColorInterpretation.CYAN;
import static io.stacgenerator.spi.raster.ColorInterpretation.GRAY;
import static io.stacgenerator.spi.raster.ColorInterpretation.GREEN;
import static io.stacgenerator.spi.raster.ColorInterpretation.MAGENTA;
import static io.stacgenerator.spi.raster.ColorInterpretation.PALETTE;
import static io.stacgenerator.spi.raster.ColorInterpretation.RED;
import static io.stacgenerator.spi.raster.ColorInterpretation.UNDEFINED;
import static io.stacgenerator.spi.raster.ColorInterpretation.YCBCR_CB;
import static io.stacgenerator.spi.raster.ColorInterpretation.YCBCR_CR;
import static io.stacgenerator.spi.raster.ColorInterpretation.YCBCR_Y;
import static io.stacgenerator.spi.raster.ColorInterpretation.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BandsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, UINT8",
        "7, 1, UINT8",
        "8, 1, UINT8",
        "8, 2, INT8",
        "8, 4, UINT8",
        "12, 1, UINT16",
        "16, 1, UINT16",
        "16, 2, INT16",
        "16, 3, FLOAT16",
        "24, 1, UINT32",
        "24, 2, INT32",
        "24, 3, FLOAT32",
        "32, 1, UINT32",
        "32, 2, INT32",
        "32, 3, FLOAT32",
        "32, 5, CINT16",
        "64, 1, UINT64",
        "64, 2, INT64",
        "64, 3, FLOAT64",
        "64, 5, CINT32",
        "64, 6, CFLOAT32",
        "128, 6, CFLOAT64"
    })
    void givesTheTypeThatHoldsTheValues(int bits, int format, DataType expected) {
        assertThat(Opening.info(TiffImage.of(4, 4).samples(bits, format)).bands())
                .containsExactly(RasterBand.builder(expected)
                        .bitsPerSample(bits)
                        .color(bits == 1 ? PALETTE : GRAY)
                        .colorTable(bits == 1 ? List.of(gray(0), gray(255)) : List.of())
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "48, 2", "8, 3", "128, 3", "16, 5", "32, 6"})
    void declinesSamplesOfOtherSizes(int bits, int format) {
        TiffImage image = TiffImage.of(4, 4)
                .tag(TagId.BITS_PER_SAMPLE, FieldType.SHORT, bits)
                .tag(TagId.SAMPLE_FORMAT, FieldType.SHORT, format);

        assertUnsupported(image, "its samples have %d bits of sample format %d".formatted(bits, format));
    }

    @Test
    void declinesSamplesOfDifferentSizes() {
        assertUnsupported(
                TiffImage.of(4, 4).bands(3).tag(TagId.BITS_PER_SAMPLE, FieldType.SHORT, 5, 6, 5),
                "its samples have different bits per sample: 5 and 6");
    }

    private static ColorEntry gray(int level) {
        return new ColorEntry(level, level, level, 255);
    }

    @Test
    void readsTheColorsOfAPalette() {
        double[] map = new double[3 * 256];
        map[7] = 0xFF00;
        map[256 + 7] = 0x80FF;
        map[512 + 7] = 0x0100;
        TiffImage image = palette(map).text(TagId.GDAL_NODATA, "7");

        assertThat(Opening.info(image).bands())
                .singleElement()
                .returns(PALETTE, RasterBand::color)
                .extracting(RasterBand::colorTable)
                .asInstanceOf(list(ColorEntry.class))
                .hasSize(256)
                .contains(gray(0), atIndex(0))
                .contains(new ColorEntry(255, 128, 1, 0), atIndex(7));
    }

    @Test
    void readsAPaletteThatIsScaledTo255() {
        double[] map = new double[3 * 256];
        map[7] = 255;
        map[256 + 7] = 128;

        assertThat(Opening.info(palette(map)).bands().get(0).colorTable())
                .contains(new ColorEntry(255, 128, 0, 255), atIndex(7));
    }

    @Test
    void ignoresAPaletteOfAnotherSize() {
        assertThat(Opening.info(palette(1, 2, 3)).bands().get(0).colorTable()).isEmpty();
    }

    @Test
    void knowsTheColorsOfABitmapWithItsWhiteFirst() {
        TiffImage image = TiffImage.of(4, 4).samples(1, 1).tag(TagId.PHOTOMETRIC, FieldType.SHORT, 0);

        assertThat(Opening.info(image).bands().get(0).colorTable()).containsExactly(gray(255), gray(0));
    }

    private static TiffImage palette(double... map) {
        return TiffImage.of(4, 4).tag(TagId.PHOTOMETRIC, FieldType.SHORT, 3).tag(TagId.COLOR_MAP, FieldType.SHORT, map);
    }

    private static void assertUnsupported(TiffImage image, String what) {
        assertThatThrownBy(() -> Opening.info(image))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessage("unsupported TIFF: " + what + "; install GDAL to read it")
                .extracting("code")
                .isEqualTo(ErrorCode.UNSUPPORTED_RASTER);
    }

    static Stream<Arguments> colors() {
        return Stream.of(
                Arguments.of(1, 0, new double[] {}, List.of(UNDEFINED)),
                Arguments.of(1, 1, new double[] {}, List.of(GRAY)),
                Arguments.of(2, 1, new double[] {2}, List.of(GRAY, ALPHA)),
                Arguments.of(3, 1, new double[] {0, 1}, List.of(GRAY, UNDEFINED, ALPHA)),
                Arguments.of(1, 3, new double[] {}, List.of(PALETTE)),
                Arguments.of(3, 2, new double[] {}, List.of(RED, GREEN, BLUE)),
                Arguments.of(4, 2, new double[] {2}, List.of(RED, GREEN, BLUE, ALPHA)),
                Arguments.of(4, 2, new double[] {}, List.of(RED, GREEN, BLUE, UNDEFINED)),
                Arguments.of(4, 5, new double[] {}, List.of(CYAN, MAGENTA, YELLOW, BLACK)),
                Arguments.of(3, 6, new double[] {}, List.of(YCBCR_Y, YCBCR_CB, YCBCR_CR)),
                Arguments.of(3, 8, new double[] {}, List.of(UNDEFINED, UNDEFINED, UNDEFINED)));
    }

    @ParameterizedTest
    @MethodSource("colors")
    void readsColorsFromPhotometricInterpretationAndExtraSamples(
            int bands, int photometric, double[] extra, List<ColorInterpretation> expected) {
        TiffImage image = TiffImage.of(4, 4).bands(bands).tag(TagId.PHOTOMETRIC, FieldType.SHORT, photometric);
        if (extra.length > 0) {
            image.tag(TagId.EXTRA_SAMPLES, FieldType.SHORT, extra);
        }

        assertThat(Opening.info(image).bands()).extracting(RasterBand::color).isEqualTo(expected);
    }

    @Test
    void takesYcbcrOfJpegForRgb() {
        TiffImage image = TiffImage.of(4, 4)
                .bands(3)
                .tag(TagId.PHOTOMETRIC, FieldType.SHORT, 6)
                .tag(TagId.COMPRESSION, FieldType.SHORT, 7);

        assertThat(Opening.info(image).bands()).extracting(RasterBand::color).containsExactly(RED, GREEN, BLUE);
        assertThat(Opening.info(image).metadata()).containsEntry("IMAGE_STRUCTURE:COMPRESSION", "YCbCr JPEG");
    }

    @ParameterizedTest
    @CsvSource({"MEAN, nan", "MAXIMUM, inf", "MINIMUM, n/a", "STDDEV, '49,5'", "MEAN, ''", "VALID_PERCENT, all"})
    void ignoresStatisticsThatAreNoNumbers(String name, String text) {
        String right = METADATA.replaceAll("<Item name=\"STATISTICS_%s\".*".formatted(name), "");
        RasterInfo info = Opening.info(TiffImage.of(4, 4)
                .bands(2)
                .samples(16, 1)
                .text(
                        TagId.GDAL_METADATA,
                        right.replace(
                                "</GDALMetadata>",
                                "<Item name=\"STATISTICS_%s\" sample=\"1\">%s</Item></GDALMetadata>"
                                        .formatted(name, text))));

        assertThat(info.bands().get(1).statistics()).isEmpty();
        assertThat(info.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .returns("statistics-impossible", Warning::code)
                        .extracting(Warning::message, STRING)
                        .contains("band 2", name));
    }

    private static final String METADATA = """
            <GDALMetadata>
              <Item name="OWNER">Höfer &amp; Sons</Item>
              <Item name="QUOTE">&amp;lt;&amp;quot;a&amp;quot;&amp;amp;&amp;gt;</Item>
              <Item name="CLOUDCOVER" domain="IMAGERY">12</Item>
              <Item name="DESCRIPTION" sample="0" role="description">red edge</Item>
              <Item name="SCALE" sample="0" role="scale">0.0001</Item>
              <Item name="OFFSET" sample="0" role="offset">-0.1</Item>
              <Item name="UNITTYPE" sample="0" role="unittype">sr^-1</Item>
              <Item name="COLORINTERP" sample="1" role="colorinterp">Alpha</Item>
              <Item name="STATISTICS_MINIMUM" sample="1">1</Item>
              <Item name="STATISTICS_MAXIMUM" sample="1">9</Item>
              <Item name="STATISTICS_MEAN" sample="1">4.5</Item>
              <Item name="STATISTICS_STDDEV" sample="1">1.25</Item>
              <Item name="STATISTICS_VALID_PERCENT" sample="1">87.5</Item>
              <Item name="gain" sample="1" domain="CAMERA">3</Item>
            </GDALMetadata>
            """;

    @Test
    void readsTheMetadataOfGdal() {
        RasterInfo info =
                Opening.info(TiffImage.of(4, 4).bands(2).samples(16, 1).text(TagId.GDAL_METADATA, METADATA));

        assertThat(info.metadata())
                .containsEntry("OWNER", "Höfer & Sons")
                .containsEntry("QUOTE", "<\"a\"&>")
                .containsEntry("IMAGERY:CLOUDCOVER", "12");
        assertThat(info.bands().get(0))
                .isEqualTo(RasterBand.builder(DataType.UINT16)
                        .description("red edge")
                        .scale(0.0001)
                        .offset(-0.1)
                        .unit("sr^-1")
                        .color(GRAY)
                        .build());
        assertThat(info.bands().get(1))
                .returns(ALPHA, RasterBand::color)
                .returns(
                        BandStatistics.builder()
                                .minimum(1.0)
                                .maximum(9.0)
                                .mean(4.5)
                                .stddev(1.25)
                                .validPercent(87.5)
                                .build(),
                        band -> band.statistics().orElse(null))
                .returns("3", band -> band.metadata().get("CAMERA:gain"));
    }

    @Test
    void keepsWhatPrecedesAFaultInTheMetadata() {
        RasterInfo info = Opening.info(
                TiffImage.of(4, 4).text(TagId.GDAL_METADATA, "<GDALMetadata><Item name=\"a\">1</Item><Item name="));

        assertThat(info.metadata()).containsEntry("a", "1");
        assertThat(info.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("gdal-metadata-malformed"));
    }

    @Test
    void readsPlainMetadataOfGdalAsAnyOther() {
        String plain = METADATA.replaceAll(" *<Item name=\"(OWNER|QUOTE).*\n", "");
        TiffImage image = TiffImage.of(4, 4).bands(2).samples(16, 1);

        RasterInfo info = Opening.info(image.text(TagId.GDAL_METADATA, plain));

        assertThat(info.bands().get(1).metadata()).containsEntry("CAMERA:gain", "3");
        assertThat(info)
                .usingRecursiveComparison()
                .isEqualTo(Opening.info(image.text(TagId.GDAL_METADATA, plain + "<!-- -->")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Item name=\"b\">\u0001</Item>",
                "<Item name=\"b\">\uFFFF</Item>",
                "<Item name=\"b\">]]></Item>",
                "<Item name=\"b\">&b;</Item>",
                "<Item name=\"b\" name=\"c\">1</Item>",
                "<Item name=\"<\">1</Item>",
                "<Item>1</Itm>"
            })
    void tellsFaultsAmongPlainMetadata(String fault) {
        String text = "<GDALMetadata>\n  <Item name=\"a\">1</Item>\n  %s\n</GDALMetadata>\n".formatted(fault);
        RasterInfo info = Opening.info(TiffImage.of(4, 4).text(TagId.GDAL_METADATA, text));

        assertThat(info.metadata()).containsEntry("a", "1");
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("gdal-metadata-malformed");
    }

    @Test
    void opensNoOtherFileForTheMetadata() {
        String hostile = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY l "lol">]>
                <GDALMetadata><Item name="a">&e;</Item><Item name="b">&l;</Item></GDALMetadata>
                """;
        RasterInfo info = Opening.info(TiffImage.of(4, 4).text(TagId.GDAL_METADATA, hostile));

        assertThat(info.metadata().values()).noneMatch(value -> value.contains("root") || value.contains("lol"));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, 0, 0.0",
        "8, 1, '255 ', 255.0",
        "8, 2, -128, -128.0",
        "16, 2, -32768, -32768.0",
        "16, 1, 1e3, 1000.0",
        "32, 3, nan, NaN",
        "32, 3, -inf, -Infinity",
        "32, 3, -3.40282346638529e+38, -3.4028234663852886E38",
        "32, 3, -3.402823e+38, -3.4028230607370965E38",
        "64, 3, -9999.9, -9999.9",
        "64, 3, 9007199254740993, 9.007199254740992E15",
        "64, 2, -9007199254740991, -9.007199254740991E15"
    })
    void readsNodata(int bits, int format, String text, Double expected) {
        assertThat(Opening.info(TiffImage.of(4, 4).samples(bits, format).text(TagId.GDAL_NODATA, text))
                        .bands())
                .extracting(band -> band.nodata().orElse(null))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 18446744073709551615",
        "1, 9007199254740993",
        "2, -9223372036854775808",
        "2, 9223372036854775807",
        "2, -9007199254740993"
    })
    void keepsAllDigitsOfNodataOf64Bits(int format, String digits) {
        TiffImage image = TiffImage.of(4, 4).samples(64, format);

        assertThat(Opening.info(image.text(TagId.GDAL_NODATA, digits)).bands())
                .extracting(band -> band.nodata().orElse(null))
                .containsExactly(new BigInteger(digits));
    }

    @ParameterizedTest
    @CsvSource({"1, 18446744073709551616", "1, -1", "2, 9223372036854775808", "2, -9223372036854775809"})
    void ignoresNodataThatNoIntegerOf64BitsCanHave(int format, String digits) {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).samples(64, format).text(TagId.GDAL_NODATA, digits));

        assertThat(info.bands()).extracting(band -> band.nodata().orElse(null)).containsOnlyNulls();
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("nodata-impossible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "-1", "0.5", "nan", "inf", "none", "0xff", "1e400"})
    void ignoresNodataThatNoByteCanHave(String text) {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).text(TagId.GDAL_NODATA, text));

        assertThat(info.bands()).extracting(band -> band.nodata().orElse(null)).containsOnlyNulls();
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("nodata-impossible");
    }

    @Test
    void emptyNodataIsNone() {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).text(TagId.GDAL_NODATA, ""));

        assertThat(info.bands()).extracting(band -> band.nodata().orElse(null)).containsOnlyNulls();
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void namesTheTagsOfTheFileAsGdalDoes() {
        RasterInfo info = Opening.info(TiffImage.of(4, 4)
                .text(TagId.DATE_TIME, "2023:04:05 06:07:08")
                .text(TagId.SOFTWARE, "stitcher 3")
                .text(TagId.COPYRIGHT, "© us")
                .tag(TagId.X_RESOLUTION, FieldType.RATIONAL, 300, 1)
                .tag(TagId.RESOLUTION_UNIT, FieldType.SHORT, 2)
                .tag(TagId.RPC_COEFFICIENT, FieldType.DOUBLE, rpc()));

        assertThat(info.metadata())
                .containsEntry("TIFFTAG_DATETIME", "2023:04:05 06:07:08")
                .containsEntry("TIFFTAG_SOFTWARE", "stitcher 3")
                .containsEntry("TIFFTAG_COPYRIGHT", "© us")
                .containsEntry("TIFFTAG_XRESOLUTION", "300")
                .containsEntry("TIFFTAG_RESOLUTIONUNIT", "2 (pixels/inch)")
                .containsEntry("IMAGE_STRUCTURE:INTERLEAVE", "BAND")
                .containsEntry("RPC:LINE_OFF", "2")
                .hasEntrySatisfying(
                        "RPC:SAMP_DEN_COEFF",
                        text -> assertThat(text.split(" ")).hasSize(20).startsWith("72"));
    }

    private static double[] rpc() {
        double[] values = new double[92];
        java.util.Arrays.setAll(values, i -> i);
        return values;
    }
}
