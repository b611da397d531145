package io.stacgenerator.internal.geotiff.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.material.JavaProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class DeflateDecoderTest {

    private static final Path JAVA = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64/bin/java");
    static final int BLOCKS = 300;
    static final int SIZE = 20_000;

    @Test
    void blocksOfAnyKindAreDecodedAsByTheJdk() throws IOException {
        compare();
    }

    @Test
    void soTheyAreByLibdeflate() throws IOException {
        JavaProcess run = onJava25(Comparing.class, "--enable-native-access=ALL-UNNAMED");
        assumeTrue(!run.out().contains("Cannot open library"), "libdeflate is not installed");

        assertThat(run.out()).isEqualTo("libdeflate, closed: IllegalStateException");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theJdkDecodesSilentlyWhereNativesAreNotAllowedOrLibdeflateIsOff() throws IOException {
        JavaProcess denied = onJava25(Comparing.class, "--illegal-native-access=deny");
        JavaProcess off =
                onJava25(Comparing.class, "--enable-native-access=ALL-UNNAMED", "-D" + Libdeflate.PROPERTY + "=none");

        assertThat(denied.out())
                .contains("decoded without libdeflate", "allow it by --enable-native-access=ALL-UNNAMED");
        assertThat(off.out()).contains("decoded without libdeflate", "none");
        assertThat(List.of(denied.err(), off.err())).containsOnly("");
    }

    static JavaProcess onJava25(Class<?> program, String... options) throws IOException {
        assumeTrue(Files.isExecutable(JAVA), "no JDK 25 is installed");
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of(options));
        JavaProcess run = JavaProcess.run(command, program);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private static void compare() throws IOException {
        Random random = new Random(1);
        try (DeflateDecoder decoder = new DeflateDecoder(SIZE)) {
            for (int i = 0; i < BLOCKS; i++) {
                byte[] block = damaged(random, i, deflated(values(random, i)));
                assertThat(outcome(decoder.decode(new ByteArrayInputStream(block))))
                        .as("block %d", i)
                        .isEqualTo(outcome(new InflaterInputStream(new ByteArrayInputStream(block))));
            }
        }
    }

    /** Full blocks, shorter and longer ones. */
    static byte[] values(Random random, int i) {
        byte[] values =
                new byte[List.of(SIZE, SIZE, SIZE / 2, 0, SIZE + 1, 3 * SIZE).get(i % 6)];
        for (int at = 0; at < values.length; at++) {
            values[at] = (byte) (i % 2 == 0 ? random.nextInt() : at / 100);
        }
        return values;
    }

    private static byte[] deflated(byte[] values) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(encoded)) {
            deflater.write(values);
        }
        return encoded.toByteArray();
    }

    /** Each kind intact, truncated, with bytes behind it, or with one changed. */
    static byte[] damaged(Random random, int i, byte[] intact) {
        byte[] bytes = intact;
        switch (i / 6 % 4) {
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
            case 3 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            default -> {}
        }
        return bytes;
    }

    /** Returns what comes before the end or the fault, and the fault. */
    private static String outcome(InputStream in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (int value = in.read(); value >= 0; value = in.read()) {
                out.write(value);
            }
            return Arrays.hashCode(out.toByteArray()) + " of " + out.size();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Compares in a Java of its own, and says what decoded. */
    static final class Comparing {

        private Comparing() {}

        public static void main(String... args) throws IOException {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
            out.print(Libdeflate.DECOMPRESSION.missing().orElse("libdeflate"));
            compare();
            Libdeflate.DECOMPRESSION.open(SIZE).ifPresent(libdeflate -> {
                libdeflate.close();
                libdeflate.close();
                try {
                    libdeflate.decompress(new byte[0], new byte[0]);
                } catch (IllegalStateException e) {
                    out.print(", closed: " + e.getClass().getSimpleName());
                }
            });
        }
    }
}
