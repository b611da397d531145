package io.stacgenerator.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.RpcFileTest;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Jpeg2000ReaderTest {

    private static final TiffImage PLACE = TiffImage.of(1, 1).located(500000, 5000000, 10, 32633);

    private static final String GML = """
            <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">
              <gml:boundedBy><gml:Envelope srsName="%1$s"><gml:lowerCorner>1 2</gml:lowerCorner></gml:Envelope></gml:boundedBy>
              <gml:RectifiedGrid dimension="2">
                %2$s
                <gml:origin><gml:Point><gml:pos>%3$s</gml:pos></gml:Point></gml:origin>
                <gml:offsetVector srsName="%1$s">%4$s</gml:offsetVector>
                <gml:offsetVector srsName="%1$s">%5$s</gml:offsetVector>
              </gml:RectifiedGrid>
            </gml:FeatureCollection>""";

    private static RasterInfo info(byte[] file) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        FakeContext context = FakeContext.of(storage);
        try (StorageObject object = context.open(storage.put("a.jp2", file));
                Raster raster = new Jpeg2000Reader().open(object, context)) {
            return raster.info();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RasterInfo info(Jp2Builder builder) {
        return info(builder.build());
    }

    private static String gml(String system, String axes, String origin, String right, String down) {
        return GML.formatted(system, axes, origin, right, down);
    }

    @Test
    void sizeTypesAndOverviewsAreThoseOfTheCodestream() {
        RasterInfo info = info(new Jp2Builder()
                .codestream(Jp2Builder.codestream(512, 256, 11, 11))
                .colorSpace(17));

        assertThat(info.size()).isEqualTo(new RasterSize(512, 256));
        assertThat(info.mediaType()).isEqualTo("image/jp2");
        assertThat(info.bands())
                .containsOnly(RasterBand.builder(DataType.UINT16)
                        .bitsPerSample(12)
                        .color(ColorInterpretation.GRAY)
                        .build());
        assertThat(info.overviews()).containsExactly(new RasterSize(256, 128), new RasterSize(128, 64));
        assertThat(info.transform()).isEmpty();
        assertThat(info.crs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, UINT8, 1",
        "7, UINT8, 8",
        "0x87, INT8, 8",
        "8, UINT16, 9",
        "0x8F, INT16, 16",
        "16, UINT32, 17",
        "0x9F, INT32, 32"
    })
    void typeFollowsFromTheDepthOfAComponent(String depth, DataType type, int bits) {
        RasterInfo info = info(Jp2Builder.codestream(5, 4, Integer.decode(depth)));

        assertThat(info.mediaType()).isEqualTo("image/j2c");
        assertThat(info.bands())
                .containsExactly(RasterBand.builder(type).bitsPerSample(bits).build());
    }

    @Test
    void channelsAreDefined() {
        byte[] definitions =
                HexFormat.of().parseHex("0004" + "000000000003" + "000100000002" + "000200000001" + "000300010000");
        RasterInfo info = info(new Jp2Builder()
                .codestream(Jp2Builder.codestream(5, 4, 7, 7, 7, 7))
                .colorSpace(16)
                .header("cdef", definitions));

        assertThat(info.bands())
                .extracting(RasterBand::color)
                .containsExactly(
                        ColorInterpretation.BLUE,
                        ColorInterpretation.GREEN,
                        ColorInterpretation.RED,
                        ColorInterpretation.ALPHA);
    }

    @Test
    void paletteHasColors() {
        RasterInfo info = info(new Jp2Builder()
                .colorSpace(16)
                .header("pclr", HexFormat.of().parseHex("000203" + "070707" + "010203" + "fffefd")));

        assertThat(info.bands().get(0).color()).isEqualTo(ColorInterpretation.PALETTE);
        assertThat(info.bands().get(0).colorTable())
                .containsExactly(new ColorEntry(1, 2, 3, 255), new ColorEntry(255, 254, 253, 255));
    }

    @Test
    void geoJp2LocatesTheImageBeforeGml() {
        String other = gml("urn:ogc:def:crs:EPSG::32601", "", "5 5", "1 0", "0 -1");
        RasterInfo info = info(new Jp2Builder().gml(other).geoJp2(PLACE));

        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32633");
    }

    @Test
    void geoJp2MayHaveRationalPolynomials() {
        double[] values = new double[92];
        values[4] = -33.5;
        TiffImage polynomials = TiffImage.of(1, 1).tag(TagId.RPC_COEFFICIENT, FieldType.DOUBLE, values);

        assertThat(info(new Jp2Builder().geoJp2(polynomials)).metadata()).containsEntry("RPC:LAT_OFF", "-33.5");
    }

    @Test
    void rationalPolynomialsMayBeNextToTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.jp2"), new Jp2Builder().build());
        Files.writeString(folder.resolve("a_RPC.TXT"), RpcFileTest.lines());
        FakeContext context = FakeContext.of(new FileStorageResolver());

        try (StorageObject object = context.open(file.toString());
                Raster raster = new Jpeg2000Reader().open(object, context)) {
            assertThat(raster.info().metadata()).containsEntry("RPC:LAT_OFF", "20.25");
        }
    }

    /** ERDAS leaves a second one, of pixels alone, which it calls raw. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void geoJp2WithASystemCountsBeforeOneWithout(boolean first) {
        TiffImage raw = TiffImage.of(1, 1).located(0, 0, 1, 32767);
        RasterInfo info = info(
                first
                        ? new Jp2Builder().geoJp2(PLACE).geoJp2(raw)
                        : new Jp2Builder().geoJp2(raw).geoJp2(PLACE));

        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32633");
    }

    @Test
    void brokenGeoJp2IsReportedAndGmlTaken() {
        byte[] broken = HexFormat.of().parseHex("b14bf8bd083d4b43a5ae8cd7d5a6ce03" + "49492a00ffffff7f");
        RasterInfo info = info(new Jp2Builder()
                .box(Jp2Builder.box("uuid", broken))
                .gml(gml("urn:ogc:def:crs:EPSG::32633", "", "500005 4999995", "10 0", "0 -10")));

        assertThat(info.warnings()).extracting(Warning::code).containsExactly("georeference-unreadable");
        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:ogc:def:crs:EPSG::32633 | '' | 500005 4999995 | 10 0 | 0 -10 | EPSG:32633",
                "http://www.opengis.net/def/crs/EPSG/0/32633 | '' | 500005 4999995 | 10 0 | 0 -10 | EPSG:32633",
                "urn:ogc:def:crs:EPSG::21892 | '' | 500005 4999995 | 10 0 | 0 -10 | EPSG:21892",
                "urn:ogc:def:crs:EPSG::21897 | '' | 4999995 500005 | 0 10 | -10 0 | EPSG:21897",
                "EPSG:32633 | '' | 500005,4999995 | 10,0 | 0,-10 | EPSG:32633",
                "urn:ogc:def:crs:EPSG::3035 | '' | 4999995 500005 | 0 10 | -10 0 | EPSG:3035",
                "urn:ogc:def:crs:EPSG:6.6:4326 | '' | 4999995 500005 | 0 10 | -10 0 | EPSG:4326",
                "http://www.opengis.net/gml/srs/epsg.xml#4326 | '' | 500005 4999995 | 10 0 | 0 -10 | EPSG:4326",
                "urn:ogc:def:crs:EPSG::3035 | <gml:axisName>Easting</gml:axisName><gml:axisName>Northing</gml:axisName>"
                        + " | 500005 4999995 | 10 0 | 0 -10 | EPSG:3035"
            })
    void gmlLocatesTheImageByTheCenterOfItsFirstPixelInTheOrderOfItsSystem(
            String system, String axes, String origin, String right, String down, String code) {
        RasterInfo info = info(new Jp2Builder().gml(gml(system, axes, origin, right, down)));

        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains(code);
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void gmlThatTurnsTheImageByItsOrderOfAxesIsDoubted() {
        RasterInfo info =
                info(new Jp2Builder().gml(gml("urn:ogc:def:crs:EPSG::3035", "", "500005 4999995", "10 0", "0 -10")));

        assertThat(info.warnings()).extracting(Warning::code).containsExactly("axis-order-doubtful");
        assertThat(info.transform()).contains(new GeoTransform(0, -10, 5000000, 10, 0, 500000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a><b></a>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"})
    void gmlThatCannotBeReadIsReported(String xml) {
        RasterInfo info = info(new Jp2Builder().gml(xml));

        assertThat(info.warnings()).extracting(Warning::code).containsExactly("georeference-unreadable");
        assertThat(info.transform()).isEmpty();
    }

    @Test
    void tagsOfGdalAreRead() {
        byte[] xml =
                "<GDALMultiDomainMetadata><Metadata><MDI key=\"TIFFTAG_DATETIME\">2020:01:02 03:04:05</MDI></Metadata></GDALMultiDomainMetadata>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(info(new Jp2Builder().box(Jp2Builder.box("xml ", xml))).metadata())
                .containsEntry("TIFFTAG_DATETIME", "2020:01:02 03:04:05");
    }

    @Test
    void boxesWithinBoxesEnd() {
        byte[] box = Jp2Builder.box("xml ", new byte[0]);
        for (int i = 0; i < 2000; i++) {
            box = Jp2Builder.box("asoc", box);
        }

        assertThat(info(new Jp2Builder().box(box)).size()).isEqualTo(new RasterSize(40, 30));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 60, 90, 110})
    void fileThatEndsInItsHeaderIsLeftToOthers(int length) {
        byte[] whole = new Jp2Builder().build();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> info(Arrays.copyOf(whole, Math.min(length, whole.length - 80))))
                .returns(ErrorCode.UNSUPPORTED_RASTER, StacGeneratorException::code);
    }
}
