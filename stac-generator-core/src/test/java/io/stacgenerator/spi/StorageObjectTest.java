package io.stacgenerator.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StorageObjectTest {

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void bytesInMemoryAreReadByRanges() throws IOException {
        byte[] bytes = bytes(10);
        try (StorageObject object = StorageObject.of("a.tif", bytes)) {
            assertThat(object.href()).isEqualTo("a.tif");
            assertThat(object.size()).isEqualTo(10);
            assertThat(object.read(8, 5).remaining()).isEqualTo(2);
            assertThat(object.read(8, 5).get(1)).isEqualTo(bytes[9]);
            assertThat(object.read(20, 5).remaining()).isZero();
            assertThat(object.read(0, 5).isReadOnly()).isTrue();
            assertThat(object.siblingHref("a.ovr")).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> object.read(-1, 5));
        }
    }

    /** Longer than the pieces that it is read in. */
    @Test
    void streamHasAllBytes() throws IOException {
        byte[] bytes = bytes(2_500_000);
        try (InputStream stream = StorageObject.of("a.bin", bytes).stream()) {
            assertThat(stream.read()).isEqualTo(bytes[0] & 0xFF);
            assertThat(stream.read(new byte[0])).isZero();
            byte[] rest = stream.readAllBytes();

            assertThat(rest).hasSize(bytes.length - 1).endsWith(bytes[bytes.length - 2], bytes[bytes.length - 1]);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read(new byte[3])).isEqualTo(-1);
        }
    }
}
