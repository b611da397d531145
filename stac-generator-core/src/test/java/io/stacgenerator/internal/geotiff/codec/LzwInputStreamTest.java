package io.stacgenerator.internal.geotiff.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

final class LzwInputStreamTest {

    private static byte[] decoded(int... codes) throws IOException {
        return new LzwInputStream(new ByteArrayInputStream(nineBits(codes))).readAllBytes();
    }

    private static byte[] nineBits(int... codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int count = 0;
        for (int code : codes) {
            bits = bits << 9 | code;
            count += 9;
            while (count >= 8) {
                count -= 8;
                out.write(bits >> count);
            }
        }
        out.write(bits << (8 - count));
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
}
