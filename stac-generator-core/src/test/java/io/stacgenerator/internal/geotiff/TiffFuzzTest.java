package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutates valid files: nothing but the library's own exception may come out. */
final class TiffFuzzTest {

    private static final int CASES = Integer.getInteger("stacgenerator.fuzzCases", 5000);
    private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF};

    private static final List<byte[]> SEEDS = List.of(
            TiffBuilder.of(image()).cog().build(),
            TiffBuilder.of(image()).add(overview()).bigTiff(true).cog().build(),
            TiffBuilder.of(image()).add(overview()).order(ByteOrder.BIG_ENDIAN).build(),
            TiffBuilder.of(image().codec(TiffCodecs.LZW, 2)).add(mask()).cog().build(),
            TiffBuilder.of(image().separate(true).codec(TiffCodecs.DEFLATE, 1))
                    .cog()
                    .build(),
            TiffBuilder.of(TiffImage.of(30, 30).samples(32, 3).rowsPerStrip(7).codec(TiffCodecs.ZSTD, 3))
                    .cog()
                    .build(),
            TiffBuilder.of(TiffImage.of(40, 30).rowsPerStrip(9).codec(TiffCodecs.PACKBITS, 1))
                    .bigTiff(true)
                    .build(),
            TiffBuilder.of(TiffImage.of(16, 16).bands(3).tiles(16, 16).codec(TiffCodecs.jpeg(true, true), 1))
                    .cog()
                    .build());

    private static TiffImage image() {
        return TiffImage.of(24, 20)
                .bands(3)
                .samples(16, 1)
                .tiles(16, 16)
                .located(500000, 4600000, 10, 32633)
                .text(TagId.GDAL_NODATA, "0")
                .text(TagId.DATE_TIME, "2023:04:05 06:07:08")
                .text(
                        TagId.GDAL_METADATA,
                        "<GDALMetadata><Item name=\"SCALE\" sample=\"0\" role=\"scale\">2</Item></GDALMetadata>");
    }

    private static TiffImage overview() {
        return TiffImage.of(12, 10).bands(3).samples(16, 1).tiles(16, 16).overview();
    }

    private static TiffImage mask() {
        return TiffImage.of(24, 20).samples(1, 1).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4);
    }

    @Test
    void nothingButTheOwnExceptionComesOut() {
        int refused = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] file = mutated(SEEDS.get(seed % SEEDS.size()), random);
            refused += refuses(file, seed) ? 1 : 0;
        }
        assertThat(refused).as("refused of %d", CASES).isBetween(CASES / 20, CASES);
    }

    private static boolean refuses(byte[] file, int seed) {
        try {
            Opening.open(CountingObject.remote(file)).statistics(StatisticsMode.EXACT);
            return false;
        } catch (StacGeneratorException e) {
            assertThat(e).as("seed %d", seed).hasMessageMatching("(invalid|unsupported) TIFF: .*");
            return true;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] file = seed.clone();
        int header = Math.min(file.length, 900);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int value = random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(256);
            file[random.nextInt(header)] = (byte) value;
        }
        return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
