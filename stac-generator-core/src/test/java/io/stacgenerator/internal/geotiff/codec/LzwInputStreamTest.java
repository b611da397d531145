package io.stacgenerator.internal.geotiff.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LzwInputStreamTest {

    private static byte[] decoded(int... codes) throws IOException {
        return new LzwInputStream(new ByteArrayInputStream(nineBits(codes))).readAllBytes();
    }

    private static byte[] nineBits(int... codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bits bits = new Bits(out, false);
        for (int code : codes) {
            bits.write(code, 9);
        }
        bits.write(0, 7);
        return out.toByteArray();
    }

    @Test
    void readsACodeThatIsJustBeingLearnt() throws IOException {
        assertThat(decoded(256, 'a', 258, 259, 257)).isEqualTo("aaaaaa".getBytes(US_ASCII));
    }

    @Test
    void startsAnewAtAClearCode() throws IOException {
        assertThat(decoded(256, 'a', 258, 256, 256, 'b', 258, 257)).isEqualTo("aaabbb".getBytes(US_ASCII));
    }

    @Test
    void readsDataWithoutClearAndEndCodes() throws IOException {
        assertThat(decoded('a', 'b', 258)).startsWith("abab".getBytes(US_ASCII));
    }

    @Test
    void refusesACodeThatIsNotKnownYet() {
        assertThatThrownBy(() -> decoded(256, 'a', 300)).isInstanceOf(ZipException.class);
    }

    @Test
    void refusesToBeginWithALearntCode() {
        assertThatThrownBy(() -> decoded(256, 258)).isInstanceOf(ZipException.class);
    }

    @Test
    void readsAnyNumberOfClearCodes() throws IOException {
        int[] codes = new int[100_000];
        Arrays.fill(codes, 256);
        codes[codes.length - 2] = 'a';
        codes[codes.length - 1] = 257;

        assertThat(decoded(codes)).isEqualTo("a".getBytes(US_ASCII));
    }

    @Test
    void readsNothingBehindTheEndCode() throws IOException {
        LzwInputStream in = new LzwInputStream(new ByteArrayInputStream(nineBits(256, 'a', 257, 'b', 'c')));

        assertThat(in.readAllBytes()).isEqualTo("a".getBytes(US_ASCII));
        assertThat(in.read()).isEqualTo(-1);
    }

    static Stream<Arguments> data() {
        Random random = new Random(1);
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        byte[] steps = new byte[300_000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) (i / 700 + random.nextInt(2));
        }
        return Stream.of(
                arguments("equal bytes", new byte[2_000_000]), arguments("noise", noise), arguments("steps", steps));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void readsDataWhoseTableIsClearedWhenItIsFull(String name, byte[] data) throws IOException {
        assertThat(new LzwInputStream(new ByteArrayInputStream(encoded(data, true, false))).readAllBytes())
                .isEqualTo(data);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void readsDataWhoseTableStaysFull(String name, byte[] data) throws IOException {
        assertThat(new LzwInputStream(new ByteArrayInputStream(encoded(data, false, false))).readAllBytes())
                .isEqualTo(data);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void readsDataOfOldWritersWithTheLeastSignificantBitFirst(String name, byte[] data) throws IOException {
        assertThat(new LzwInputStream(new ByteArrayInputStream(encoded(data, true, true))).readAllBytes())
                .isEqualTo(data);
    }

    /**
     * Codes of 9 to 12 bits, whose table is cleared or else kept when it is full.
     *
     * @param old whether they are written as before TIFF 6.0
     */
    private static byte[] encoded(byte[] data, boolean clearing, boolean old) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bits bits = new Bits(out, old);
        Map<Integer, Integer> table = new HashMap<>();
        int width = 9;
        bits.write(256, width);
        int prefix = data[0] & 0xFF;
        for (int i = 1; i < data.length; i++) {
            int value = data[i] & 0xFF;
            Integer longer = table.get(prefix << 8 | value);
            if (longer != null) {
                prefix = longer;
                continue;
            }
            bits.write(prefix, width);
            int next = 258 + table.size();
            if (next < 4096) {
                table.put(prefix << 8 | value, next);
                width = next + (old ? 0 : 1) == 1 << width && width < 12 ? width + 1 : width;
            }
            if (clearing && next == 4093) {
                bits.write(256, width);
                table.clear();
                width = 9;
            }
            prefix = value;
        }
        bits.write(prefix, width);
        bits.write(257, width);
        bits.write(0, 7);
        return out.toByteArray();
    }

    /** Writes bits, most or least significant first. */
    private static final class Bits {

        private final ByteArrayOutputStream out;
        private final boolean leastFirst;
        private long held;
        private int count;

        Bits(ByteArrayOutputStream out, boolean leastFirst) {
            this.out = out;
            this.leastFirst = leastFirst;
        }

        void write(int code, int width) {
            held = leastFirst ? held | (long) code << count : held << width | code;
            for (count += width; count >= 8; count -= 8) {
                out.write((int) (leastFirst ? held : held >> (count - 8)));
                held = leastFirst ? held >> 8 : held;
            }
        }
    }
}
