package io.stacgenerator.internal.geotiff.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.stacgenerator.material.JavaProcess;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ZstdDecoderTest {

    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    @Test
    void libzstdDecodesAsTheDecompressorInJava() throws IOException {
        JavaProcess run = DeflateDecoderTest.onJava25(Comparing.class, QUIET, "--enable-native-access=ALL-UNNAMED");
        assumeTrue(!run.out().contains("Cannot open library"), "libzstd is not installed");

        assertThat(run.out()).isEqualTo("libzstd");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theDecompressorInJavaDecodesSilentlyWhereLibzstdIsOff() throws IOException {
        JavaProcess run = DeflateDecoderTest.onJava25(
                Comparing.class, QUIET, "--enable-native-access=ALL-UNNAMED", "-D" + Libzstd.PROPERTY + "=none");

        assertThat(run.out()).contains("decoded without libzstd", "none");
        assertThat(run.err()).isEmpty();
    }

    private static void compare() throws IOException {
        Random random = new Random(1);
        try (BlockDecoder decoder = ZstdDecoder.of(DeflateDecoderTest.SIZE).orElseThrow()) {
            for (int i = 0; i < DeflateDecoderTest.BLOCKS; i++) {
                byte[] intact = compressed(DeflateDecoderTest.values(random, i));
                byte[] block = DeflateDecoderTest.damaged(random, i, intact);
                assertThat(outcome(() ->
                                decoder.decode(new ByteArrayInputStream(block)).readAllBytes()))
                        .as("block %d", i)
                        .isEqualTo(outcome(() -> inJava(block)));
            }
        }
    }

    private static byte[] compressed(byte[] values) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] bytes = new byte[compressor.maxCompressedLength(values.length)];
        return Arrays.copyOf(bytes, compressor.compress(values, 0, values.length, bytes, 0, bytes.length));
    }

    private static byte[] inJava(byte[] block) {
        byte[] values = new byte[DeflateDecoderTest.SIZE];
        return Arrays.copyOf(
                values, new ZstdDecompressor().decompress(block, 0, block.length, values, 0, values.length));
    }

    private static String outcome(Decoding decoding) throws IOException {
        try {
            byte[] values = decoding.run();
            return Arrays.hashCode(values) + " of " + values.length;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @FunctionalInterface
    private interface Decoding {
        byte[] run() throws IOException;
    }

    /** Compares in a Java of its own, and says what decoded. */
    static final class Comparing {

        private Comparing() {}

        public static void main(String... args) throws IOException {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
            out.print(Libzstd.DECOMPRESSION.missing().orElse("libzstd"));
            compare();
        }
    }
}
