package io.stacgenerator.internal.geotiff;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/** A program that opens hostile files, measures their pixels and prints what came of it and how long it took. */
final class HostileRun {

    private static final int EXPANSION = 1000;
    private static final int SIDE = 512;

    private HostileRun() {}

    @SuppressWarnings("SystemOut") // the result of a program
    public static void main(String[] arguments) throws IOException {
        for (Arguments each : Stream.concat(HostileTiffTest.files(), pixels()).toList()) {
            long start = System.nanoTime();
            String outcome = outcome((byte[]) each.get()[1]);
            System.out.println(outcome + "\t" + (System.nanoTime() - start) / 1_000_000 + " ms\t" + each.get()[0]);
        }
    }

    private static String outcome(byte[] file) throws IOException {
        try {
            return Opening.open(CountingObject.remote(file))
                    .statistics(StatisticsMode.EXACT)
                    .map(each -> "ACCEPTED")
                    .orElse("PIXELS_UNKNOWN");
        } catch (StacGeneratorException e) {
            return e.code().name();
        }
    }

    private static Stream<Arguments> pixels() {
        TiffCodec bomb = TiffCodec.of(TiffCodecs.DEFLATE.compression(), block -> zeros());
        return Stream.of(
                Arguments.of(
                        "tiles that expand a thousandfold",
                        build(TiffImage.of(SIDE, SIDE).tiles(SIDE, SIDE).codec(bomb, 1))),
                Arguments.of(
                        "a strip that expands a thousandfold",
                        build(TiffImage.of(SIDE, SIDE).rowsPerStrip(SIDE - 1).codec(bomb, 1))),
                Arguments.of(
                        "a tile of 2^31-1 columns",
                        build(TiffImage.of(16, 16)
                                .tiles(16, 16)
                                .tag(TagId.TILE_WIDTH, FieldType.LONG, Integer.MAX_VALUE))),
                Arguments.of(
                        "a raster of 2^31-1 columns and rows",
                        build(TiffImage.of(16, 16)
                                .tag(TagId.IMAGE_WIDTH, FieldType.LONG, Integer.MAX_VALUE)
                                .tag(TagId.IMAGE_LENGTH, FieldType.LONG, Integer.MAX_VALUE))));
    }

    private static byte[] build(TiffImage image) {
        return TiffBuilder.of(image).build();
    }

    private static byte[] zeros() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (int i = 0; i < EXPANSION; i++) {
                out.write(new byte[SIDE * SIDE]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
