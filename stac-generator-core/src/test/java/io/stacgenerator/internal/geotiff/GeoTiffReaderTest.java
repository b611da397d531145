package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeoTiffReaderTest {

    static Stream<Arguments> containers() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                .flatMap(order -> Stream.of(false, true)
                        .flatMap(big -> Stream.of(false, true).map(cog -> Arguments.of(order, big, cog))));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void readsEachContainerAlike(ByteOrder order, boolean big, boolean cog) {
        TiffBuilder builder = TiffBuilder.of(TiffImage.of(70, 50)
                        .bands(3)
                        .samples(16, 1)
                        .tiles(32, 32)
                        .located(500000, 4600000, 10, 32633))
                .add(TiffImage.of(35, 25).bands(3).samples(16, 1).tiles(32, 32).overview())
                .order(order)
                .bigTiff(big);
        RasterInfo info = Opening.info((cog ? builder.cog() : builder).build());

        assertThat(info.format()).isEqualTo("GTiff");
        assertThat(info.size()).isEqualTo(new RasterSize(70, 50));
        assertThat(info.bands()).hasSize(3).extracting(RasterBand::dataType).containsOnly(DataType.UINT16);
        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 4600000));
        assertThat(info.crs()).contains(CrsDefinition.epsg(32633));
        assertThat(info.overviews()).containsExactly(new RasterSize(35, 25));
        assertThat(info.warnings()).isEmpty();
        assertThat(info.mediaType())
                .isEqualTo(
                        cog
                                ? "image/tiff; application=geotiff; profile=cloud-optimized"
                                : "image/tiff; application=geotiff");
    }

    @Test
    void readsTheHeaderOfACogOnce() {
        CountingObject object = CountingObject.remote(
                TiffBuilder.of(TiffImage.of(1500, 1200).tiles(256, 256).located(10, 50, 0.001, 4326))
                        .add(TiffImage.of(750, 600).tiles(256, 256).overview())
                        .cog()
                        .build());
        Opening.open(object).info();

        assertThat(object.reads()).containsExactly(new ByteRange(0, 32 * 1024));
    }

    @Test
    void readsADirectoryAtTheEndWithOneReadMore() {
        byte[] file = TiffBuilder.of(TiffImage.of(500, 500).located(10, 50, 0.001, 4326))
                .build();
        CountingObject object = CountingObject.remote(file);
        Opening.open(object).info();

        assertThat(object.reads())
                .containsExactly(new ByteRange(0, 32 * 1024), new ByteRange(file.length - 32 * 1024, 32 * 1024));
    }

    @Test
    void leavesLongListsOfTilesAlone() {
        CountingObject object = CountingObject.remote(
                TiffBuilder.of(TiffImage.of(6400, 6400).tiles(16, 16).sparse().located(0, 0, 1, 3857))
                        .cog()
                        .build());
        Opening.open(object).info();

        assertThat(object.size()).isGreaterThan(1_000_000);
        assertThat(object.reads()).hasSizeLessThanOrEqualTo(3).allMatch(read -> read.length() <= 32 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"II*\0....", "MM\0*....", "II+\0....", "MM\0+....", "II*", "MM\0", "II+\0", "MM\0*."})
    void recognizesTheMagicNumbersOfTiff(String head) {
        assertThat(recognizes(head)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "II", "II\0*....", "MM*\0....", "IM*\0....", "\u0089PNG\r\n.."})
    void leavesOtherFilesToOtherReaders(String head) {
        assertThat(recognizes(head)).isFalse();
    }

    private static boolean recognizes(String head) {
        return new GeoTiffReader()
                .recognizes(
                        ByteBuffer.wrap(head.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                        CountingObject.remote(new byte[0]));
    }

    @Test
    void readsOverviewsFromSubIfdsWhereTheChainHasNone() {
        TiffImage overview = TiffImage.of(10, 10).overview();
        byte[] plain = TiffBuilder.of(TiffImage.of(20, 20)).add(overview).build();
        int second = secondDirectory(plain);
        byte[] file = TiffBuilder.of(TiffImage.of(20, 20).tag(TagId.SUB_IFDS, FieldType.IFD, second + 12))
                .add(overview)
                .build();
        cutChain(file);

        assertThat(Opening.info(file).overviews()).containsExactly(new RasterSize(10, 10));
    }

    /** A tag more in the first directory moves the second by 12 bytes. */
    private static int secondDirectory(byte[] file) {
        return nextOffset(file).getInt();
    }

    private static void cutChain(byte[] file) {
        nextOffset(file).putInt(0);
    }

    private static ByteBuffer nextOffset(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int first = buffer.getInt(4);
        return buffer.position(first + 2 + 12 * buffer.getShort(first));
    }

    @Test
    void countsNeitherMasksNorOtherBandsAsOverviews() {
        RasterInfo info = Opening.info(TiffBuilder.of(TiffImage.of(64, 64).bands(3))
                .add(TiffImage.of(64, 64).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4))
                .add(TiffImage.of(32, 32).bands(3).overview())
                .add(TiffImage.of(32, 32).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 5))
                .add(TiffImage.of(16, 16).overview())
                .build());

        assertThat(info.overviews()).isEqualTo(List.of(new RasterSize(32, 32)));
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void warnsOfFurtherPages() {
        RasterInfo info = Opening.info(
                TiffBuilder.of(TiffImage.of(8, 8)).add(TiffImage.of(9, 9)).build());

        assertThat(info.size()).isEqualTo(new RasterSize(8, 8));
        assertThat(info.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("pages-ignored"));
    }
}
