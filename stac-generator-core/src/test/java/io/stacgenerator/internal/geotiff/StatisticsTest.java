package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Histogram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StatisticsTest {

    private static final int WIDTH = 53;
    private static final int HEIGHT = 41;

    /** A smooth ramp with some noise: what predictors and LZW meet in imagery. */
    private static final TiffImage.Pixels RAMP =
            (band, column, row) -> 3 * band + column + 2 * row + (column * 7919 + row * 104729) % 5;

    private static final TiffImage.Pixels SIGNED = (band, column, row) -> RAMP.at(band, column, row) - 60;

    private static final TiffImage.Pixels FRACTIONS = (band, column, row) -> SIGNED.at(band, column, row) / 4;

    static Stream<Arguments> codecs() {
        return Stream.of(
                        TiffCodec.NONE,
                        TiffCodecs.DEFLATE,
                        TiffCodecs.OLD_DEFLATE,
                        TiffCodecs.LZW,
                        TiffCodecs.PACKBITS,
                        TiffCodecs.ZSTD)
                .flatMap(codec -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .flatMap(
                                order -> Stream.of(false, true).map(separate -> Arguments.of(codec, order, separate))));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void readsEachCodecInEachLayout(TiffCodec codec, ByteOrder order, boolean separate) {
        for (boolean tiled : new boolean[] {true, false}) {
            TiffImage image = image(3).samples(16, 1).separate(separate).codec(codec, 1);
            assertSame(tiled ? image.tiles(16, 32) : image.rowsPerStrip(7), order, RAMP, value -> true);
        }
    }

    /** An image in one strip is read by one thread, one of many tiles by several. */
    @ParameterizedTest
    @CsvSource({"16, 1", "16, 2", "32, 3"})
    void readsLargeImagesByAllThreadsAsByOne(int bits, int format) {
        TiffImage.Pixels pixels = format == 1 ? RAMP : SIGNED;
        TiffImage strip = large(pixels).samples(bits, format).rowsPerStrip(1501);
        TiffImage tiles = large(pixels).samples(bits, format).tiles(128, 128);
        BandStatistics byOne = exact(TiffBuilder.of(strip).build()).get(0);
        BandStatistics byAll = exact(TiffBuilder.of(tiles).build()).get(0);

        assertThat(byAll)
                .usingRecursiveComparison()
                .withComparatorForType(
                        (a, b) -> Math.abs(a - b) < 1e-9 * Math.abs(a) ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(byOne);
    }

    @Test
    void tellsWhichBlockOfALargeImageIsCorrupt() {
        TiffImage image = large(RAMP).samples(16, 1).tiles(128, 128);
        TiffCodec broken = TiffCodec.of(TiffCodecs.DEFLATE.compression(), block -> new byte[16]);

        assertThatThrownBy(() -> exact(TiffBuilder.of(image.codec(broken, 1)).build()))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining("block 0 cannot be decoded");
    }

    static Stream<Arguments> predicted() {
        return Stream.of(8, 16, 32, 64)
                .flatMap(bits -> Stream.of(
                        Arguments.of(bits, 1, 2, RAMP),
                        Arguments.of(bits, 2, 2, SIGNED),
                        Arguments.of(bits, 3, 3, FRACTIONS)))
                .filter(arguments -> !(arguments.get()[0].equals(8) && arguments.get()[2].equals(3)));
    }

    @ParameterizedTest
    @MethodSource("predicted")
    void undoesPredictors(int bits, int format, int predictor, TiffImage.Pixels pixels) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (boolean separate : new boolean[] {true, false}) {
                TiffImage image = image(2).samples(bits, format)
                        .tiles(32, 16)
                        .separate(separate)
                        .pixels(pixels)
                        .codec(TiffCodecs.DEFLATE, predictor);
                assertSame(image, order, pixels, value -> true);
            }
        }
    }

    static Stream<Arguments> sampleTypes() {
        return Stream.of(
                Arguments.of(1, 1, (TiffImage.Pixels) (band, column, row) -> column % 3 == 0 ? 1 : 0),
                Arguments.of(2, 1, (TiffImage.Pixels) (band, column, row) -> (column + row) % 4),
                Arguments.of(4, 1, (TiffImage.Pixels) (band, column, row) -> (column + row) % 16),
                Arguments.of(7, 1, (TiffImage.Pixels) (band, column, row) -> (column + row) % 128),
                Arguments.of(8, 1, RAMP),
                Arguments.of(8, 2, SIGNED),
                Arguments.of(12, 1, RAMP),
                Arguments.of(12, 2, SIGNED),
                Arguments.of(16, 2, SIGNED),
                Arguments.of(16, 3, FRACTIONS),
                Arguments.of(20, 1, RAMP),
                Arguments.of(24, 3, FRACTIONS),
                Arguments.of(32, 1, RAMP),
                Arguments.of(32, 2, SIGNED),
                Arguments.of(32, 3, FRACTIONS),
                Arguments.of(64, 1, RAMP),
                Arguments.of(64, 2, SIGNED),
                Arguments.of(64, 3, FRACTIONS));
    }

    @ParameterizedTest
    @MethodSource("sampleTypes")
    void unpacksEachSampleType(int bits, int format, TiffImage.Pixels pixels) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            assertSame(image(2).samples(bits, format).pixels(pixels).rowsPerStrip(9), order, pixels, value -> true);
        }
    }

    @Test
    void takesThreeByteIntegersMostSignificantByteFirst() {
        TiffImage image = image(1).samples(24, 2).pixels(SIGNED);

        assertSame(image, ByteOrder.BIG_ENDIAN, SIGNED, value -> true);
    }

    @Test
    void readsUnsignedLongsBeyondTheSignedRange() {
        byte[] file = TiffBuilder.of(
                        TiffImage.of(2, 1).samples(64, 1).pixels((band, column, row) -> column == 0 ? 0 : -1))
                .build();

        assertThat(exact(file))
                .singleElement()
                .satisfies(band -> assertThat(band.maximum().orElse(null)).isEqualTo(Math.scalb(1.0, 64)));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void decodesJpeg(boolean sharedTables, boolean ycbcr) {
        int bands = ycbcr ? 3 : 1;
        TiffImage.Pixels gray = (band, column, row) -> 40 + column + row;
        byte[] file = TiffBuilder.of(image(bands)
                        .tiles(16, 16)
                        .pixels(gray)
                        .tag(TagId.PHOTOMETRIC, FieldType.SHORT, ycbcr ? 6 : 1)
                        .codec(TiffCodecs.jpeg(sharedTables, ycbcr), 1))
                .build();

        assertThat(exact(file)).hasSize(bands).allSatisfy(band -> {
            assertThat(band.count().orElse(null)).isEqualTo(WIDTH * HEIGHT);
            assertThat(band.mean().orElseThrow()).isCloseTo(40 + 26 + 20, within(1.0));
            assertThat(band.stddev().orElseThrow()).isCloseTo(19.4, within(1.0));
        });
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 50", "16, 2, -10", "32, 3, 2.25", "64, 2, 7"})
    void leavesOutNodata(int bits, int format, double nodata) {
        TiffImage.Pixels pixels = format == 1 ? RAMP : format == 2 ? SIGNED : FRACTIONS;
        TiffImage image = image(2).samples(bits, format).pixels(pixels).text(TagId.GDAL_NODATA, String.valueOf(nodata));

        assertSame(image, ByteOrder.LITTLE_ENDIAN, pixels, value -> value != nodata);
    }

    @ParameterizedTest
    @CsvSource({"32", "64"})
    void leavesOutWhatIsNoNumber(int bits) {
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        TiffImage.Pixels pixels =
                (band, column, row) -> column % 5 == 0 ? special[row % 3] : FRACTIONS.at(band, column, row);

        assertSame(image(1).samples(bits, 3).pixels(pixels), ByteOrder.LITTLE_ENDIAN, pixels, Double::isFinite);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void leavesOutTransparentPixelsButCountsTheAlphaBandItself(boolean separate) {
        TiffImage.Pixels pixels = (band, column, row) -> band == 1 ? column < 20 ? 0 : 255 : RAMP.at(band, column, row);
        byte[] file = TiffBuilder.of(image(2).tag(TagId.EXTRA_SAMPLES, FieldType.SHORT, 2)
                        .separate(separate)
                        .tiles(16, 16)
                        .pixels(pixels))
                .build();

        List<BandStatistics> bands = exact(file);
        assertThat(bands.get(0).minimum()).contains(20.0);
        assertThat(bands.get(0).count().orElse(null)).isEqualTo((WIDTH - 20) * HEIGHT);
        assertThat(bands.get(1).minimum().orElseThrow()).isZero();
        assertThat(bands.get(1).validPercent()).contains(100.0);
    }

    static Stream<TiffImage> masks() {
        return Stream.of(mask().rowsPerStrip(5), mask().tiles(16, 16), mask());
    }

    private static TiffImage mask() {
        return TiffImage.of(WIDTH, HEIGHT)
                .samples(1, 1)
                .codec(TiffCodecs.DEFLATE, 1)
                .tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4)
                .pixels((band, column, row) -> valid(column, row) ? 1 : 0);
    }

    private static boolean valid(int column, int row) {
        return (column + row) % 3 == 0;
    }

    @ParameterizedTest
    @MethodSource("masks")
    void leavesOutWhatTheMaskHides(TiffImage mask) {
        byte[] file =
                TiffBuilder.of(image(2).tiles(32, 16).pixels(RAMP)).add(mask).build();

        assertThat(exact(file))
                .satisfiesExactly(
                        band -> assertValues(band, maskedValues(0), WIDTH * HEIGHT),
                        band -> assertValues(band, maskedValues(1), WIDTH * HEIGHT));
    }

    private static double[] maskedValues(int band) {
        return values(RAMP, band, (column, row) -> valid(column, row));
    }

    @Test
    void readsAMaskNextToALocalFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("image.tif");
        Files.write(file, TiffBuilder.of(image(1).pixels(RAMP)).build());
        Files.write(
                folder.resolve("image.tif.msk"),
                TiffBuilder.of(TiffImage.of(WIDTH, HEIGHT).pixels((band, column, row) -> valid(column, row) ? 255 : 0))
                        .build());

        assertThat(Opening.open(CountingObject.local(file)).statistics(StatisticsMode.EXACT))
                .hasValueSatisfying(bands -> assertValues(bands.get(0), maskedValues(0), WIDTH * HEIGHT));
    }

    @Test
    void countsBlocksThatWereLeftOutAsZeros() {
        byte[] file = TiffBuilder.of(image(1).tiles(16, 16).sparse()).build();

        assertThat(exact(file))
                .containsExactly(BandStatistics.builder()
                        .minimum(0.0)
                        .maximum(0.0)
                        .mean(0.0)
                        .stddev(0.0)
                        .count((long) WIDTH * HEIGHT)
                        .validPercent(100.0)
                        .build());
    }

    @Test
    void takesBlocksThatWereLeftOutForNodata() {
        byte[] file = TiffBuilder.of(image(1).tiles(16, 16).sparse().text(TagId.GDAL_NODATA, "7"))
                .build();

        assertThat(exact(file))
                .containsExactly(
                        BandStatistics.builder().count(0L).validPercent(0.0).build());
    }

    @Test
    void readsAHugeEmptyImageAtOnce() {
        byte[] file = TiffBuilder.of(
                        TiffImage.of(1 << 20, 1 << 20).tiles(1 << 20, 1 << 20).sparse())
                .build();

        assertThat(exact(file))
                .singleElement()
                .satisfies(band -> assertThat(band.count().orElse(null)).isEqualTo(1L << 40));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "32, 3"})
    void makesNoHistogramOfEqualValues(int bits, int format) {
        byte[] file = TiffBuilder.of(image(1).samples(bits, format).pixels((band, column, row) -> 42))
                .build();

        assertThat(exact(file))
                .containsExactly(BandStatistics.builder()
                        .minimum(42.0)
                        .maximum(42.0)
                        .mean(42.0)
                        .stddev(0.0)
                        .count((long) WIDTH * HEIGHT)
                        .validPercent(100.0)
                        .build());
    }

    @Test
    void readsAnOverviewWhereItIsDetailedEnough() {
        TiffBuilder builder = TiffBuilder.of(
                        TiffImage.of(4096, 64).tiles(256, 64).pixels((band, column, row) -> 1))
                .add(TiffImage.of(2048, 32).tiles(256, 32).overview().pixels((band, column, row) -> 2))
                .add(TiffImage.of(1024, 16).tiles(256, 16).overview().pixels((band, column, row) -> 3))
                .add(TiffImage.of(512, 8).tiles(256, 16).overview().pixels((band, column, row) -> 4));

        assertThat(approximate(builder.build()).get(0).maximum()).contains(3.0);
        assertThat(exact(builder.build()).get(0).maximum()).contains(1.0);
    }

    @Test
    void leavesNodataOfAllBandsTogetherToOthers() {
        TiffImage image = image(2).text(
                        TagId.GDAL_METADATA, "<GDALMetadata><Item name=\"NODATA_VALUES\">5 6</Item></GDALMetadata>");
        byte[] file = TiffBuilder.of(image).build();

        assertThat(statistics(CountingObject.remote(file), StatisticsMode.EXACT))
                .isEmpty();
    }

    @Test
    void readsTheWholeOfASmallImage() {
        byte[] file = TiffBuilder.of(TiffImage.of(1000, 40).rowsPerStrip(4).pixels((b, column, row) -> column % 200))
                .add(TiffImage.of(500, 20).overview().pixels((band, column, row) -> 255))
                .build();

        assertThat(approximate(file)).isEqualTo(exact(file));
    }

    @Test
    void readsSomeBlocksOfALargeImageWithoutOverviews() {
        byte[] file = TiffBuilder.of(
                        TiffImage.of(4096, 4096).tiles(64, 64).pixels((b, column, row) -> Math.floor(column / 32.0)))
                .cog()
                .build();
        CountingObject object = CountingObject.remote(file);
        Optional<List<BandStatistics>> bands = statistics(object, StatisticsMode.APPROXIMATE);

        assertThat(object.reads().stream().mapToLong(ByteRange::length).sum()).isLessThan(2_000_000);
        assertThat(bands.orElseThrow().get(0).mean().orElseThrow()).isCloseTo(63.5, within(1.0));
    }

    @Test
    void readsABlockThatIsLargerThanABatchInPieces() {
        TiffImage.Pixels noise = (band, column, row) -> (column * 7919L + row * 104729L) % 251;
        byte[] file = TiffBuilder.of(TiffImage.of(3000, 2000).pixels(noise)).build();
        CountingObject object = CountingObject.remote(file);

        assertThat(statistics(object, StatisticsMode.EXACT).orElseThrow().get(0).count())
                .contains(6_000_000L);
        assertThat(object.reads()).allMatch(read -> read.length() <= 1 << 20);
    }

    @Test
    void batchesTheReadsOfTiles() {
        byte[] file = TiffBuilder.of(TiffImage.of(640, 640).tiles(16, 16)).build();
        CountingObject object = CountingObject.remote(file);
        statistics(object, StatisticsMode.EXACT);

        assertThat(object.batches()).isLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"34887", "34925", "50001", "50002", "4", "12345"})
    void leavesOtherCodecsToOtherReaders(int compression) {
        byte[] file = TiffBuilder.of(image(1).tag(TagId.COMPRESSION, FieldType.SHORT, compression))
                .build();

        assertThat(statistics(CountingObject.remote(file), StatisticsMode.EXACT))
                .isEmpty();
    }

    static Stream<TiffImage> undecodable() {
        return Stream.of(
                image(1).samples(32, 6).samples(64, 6),
                image(1).samples(12, 1).codec(TiffCodecs.LZW, 2),
                image(1).samples(16, 1).codec(TiffCodecs.LZW, 9),
                image(1).tag(TagId.FILL_ORDER, FieldType.SHORT, 2),
                image(3).tag(TagId.PHOTOMETRIC, FieldType.SHORT, 6));
    }

    @ParameterizedTest
    @MethodSource("undecodable")
    void leavesOtherPixelsToOtherReaders(TiffImage image) {
        byte[] file = TiffBuilder.of(image).build();

        assertThat(statistics(CountingObject.remote(file), StatisticsMode.EXACT))
                .isEmpty();
    }

    /** As level 22 of ZSTD writes them: a frame with a window of 128 MiB, here around pixels that are stored. */
    @Test
    void readsZstdWithAWindowLargerThanItsBlocks() {
        TiffCodec codec = TiffCodec.of(
                TiffCodecs.ZSTD.compression(),
                block -> ByteBuffer.allocate(9 + block.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0xFD2FB528)
                        .put((byte) 0)
                        .put((byte) (17 << 3))
                        .put((byte) (block.length << 3 | 1))
                        .putShort((short) (block.length >> 5))
                        .put(block)
                        .array());

        assertSame(
                image(1).samples(16, 1).codec(codec, 1).rowsPerStrip(7), ByteOrder.LITTLE_ENDIAN, RAMP, value -> true);
    }

    static Stream<TiffCodec> expanding() {
        return Stream.of(TiffCodecs.DEFLATE, TiffCodecs.LZW, TiffCodecs.PACKBITS, TiffCodecs.ZSTD)
                .map(codec -> TiffCodec.of(codec.compression(), block -> codec.encode(new byte[100000], 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("expanding")
    void refusesATileThatExpandsBeyondItsSize(TiffCodec codec) {
        assertInvalid(TiffBuilder.of(image(1).tiles(16, 16).codec(codec, 1)).build(), "block 0 ");
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void refusesATileThatEndsEarly(TiffCodec codec) {
        TiffCodec cut = TiffCodec.of(codec.compression(), block -> {
            byte[] encoded = codec.encode(block, 0, 0, 0);
            return Arrays.copyOf(encoded, encoded.length / 2);
        });

        assertInvalid(TiffBuilder.of(image(1).tiles(16, 16).codec(cut, 1)).build(), "block 0 ");
    }

    @Test
    void refusesAJpegOfOtherSize() {
        TiffCodec jpeg = TiffCodecs.jpeg(false, false);
        TiffCodec large = TiffCodec.of(jpeg.compression(), block -> jpeg.encode(new byte[4096], 64, 64, 1));

        assertInvalid(
                TiffBuilder.of(image(1).tiles(16, 16).codec(large, 1)).build(),
                "the JPEG image has 64 x 64 pixels, the block 16 x 16");
    }

    @Test
    void refusesTooFewBlocks() {
        assertInvalid(
                TiffBuilder.of(image(1).tiles(16, 16).tag(TagId.TILE_OFFSETS, FieldType.LONG, 8, 8))
                        .build(),
                "tag 324 lists 2 blocks, the image has 12");
    }

    /** libtiff takes the tags of strips for those of tiles. */
    @Test
    void readsTilesThatAreListedAsStrips() {
        ByteBuffer file =
                ByteBuffer.wrap(TiffBuilder.of(image(1).tiles(16, 16)).build()).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = values(RAMP, 0, (column, row) -> true);
        renameTag(file, TagId.TILE_OFFSETS, TagId.STRIP_OFFSETS);
        renameTag(file, TagId.TILE_BYTE_COUNTS, TagId.STRIP_BYTE_COUNTS);

        assertValues(exact(file.array()).get(0), values, values.length);
    }

    private static void renameTag(ByteBuffer file, int from, int to) {
        int directory = file.getInt(4);
        for (int entry = 0; entry < file.getShort(directory); entry++) {
            int at = directory + 2 + 12 * entry;
            if (file.getShort(at) == from) {
                file.putShort(at, (short) to);
            }
        }
    }

    private static void assertInvalid(byte[] file, String what) {
        assertThatThrownBy(() -> exact(file))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining(what)
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_RASTER);
    }

    private static TiffImage image(int bands) {
        return TiffImage.of(WIDTH, HEIGHT).bands(bands).pixels(RAMP).tag(TagId.PHOTOMETRIC, FieldType.SHORT, 1);
    }

    private static TiffImage large(TiffImage.Pixels pixels) {
        return TiffImage.of(1500, 1501).bands(1).pixels(pixels).tag(TagId.PHOTOMETRIC, FieldType.SHORT, 1);
    }

    private static List<BandStatistics> exact(byte[] file) {
        return statistics(CountingObject.remote(file), StatisticsMode.EXACT).orElseThrow();
    }

    private static List<BandStatistics> approximate(byte[] file) {
        return statistics(CountingObject.remote(file), StatisticsMode.APPROXIMATE)
                .orElseThrow();
    }

    private static Optional<List<BandStatistics>> statistics(CountingObject object, StatisticsMode mode) {
        try {
            return Opening.open(object).statistics(mode);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertSame(TiffImage image, ByteOrder order, TiffImage.Pixels pixels, DoublePredicate valid) {
        List<BandStatistics> bands = exact(TiffBuilder.of(image).order(order).build());
        for (int band = 0; band < bands.size(); band++) {
            double[] all = values(pixels, band, (column, row) -> true);
            assertValues(bands.get(band), Arrays.stream(all).filter(valid).toArray(), all.length);
        }
    }

    /** Says which pixels count. */
    private interface Where {
        boolean at(int column, int row);
    }

    private static double[] values(TiffImage.Pixels pixels, int band, Where where) {
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (where.at(column, row)) {
                    values.add(pixels.at(band, column, row));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void assertValues(BandStatistics band, double[] values, int total) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        assertThat(band.minimum().orElse(null)).isEqualTo(min);
        assertThat(band.maximum().orElse(null)).isEqualTo(max);
        assertThat(band.mean().orElseThrow()).isCloseTo(mean, within(1e-9));
        assertThat(band.stddev().orElseThrow()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(band.count().orElse(null)).isEqualTo(values.length);
        assertThat(band.validPercent().orElse(null)).isEqualTo(100.0 * values.length / total);
        assertThat(band.histogram().orElse(null)).isEqualTo(new Histogram(min, max, buckets(values, min, max)));
    }

    private static List<Long> buckets(double[] values, double min, double max) {
        return IntStream.range(0, 10)
                .mapToObj(i -> {
                    double low = min + i * ((max - min) / 10);
                    double high = min + (i + 1) * ((max - min) / 10);
                    return Arrays.stream(values)
                            .filter(value -> value >= low && (value < high || i == 9))
                            .count();
                })
                .toList();
    }
}
