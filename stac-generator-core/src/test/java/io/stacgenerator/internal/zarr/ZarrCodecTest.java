package io.stacgenerator.internal.zarr;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ZarrCodecTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final byte NOT_SPLIT_BY_ZLIB = 0x70;

    /** A chunk of a million blocks of one byte, all of which are the same mebibyte at its end. */
    private static byte[] blocks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(1);
        }
        int end = 16 + 4 * MEBIBYTE;
        byte[] bytes = new byte[end + 4 + MEBIBYTE];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(2, NOT_SPLIT_BY_ZLIB).put(3, (byte) 1).putInt(4, MEBIBYTE).putInt(8, 1);
        for (int i = 0; i < MEBIBYTE; i++) {
            chunk.putInt(16 + 4 * i, end);
        }
        chunk.putInt(end, MEBIBYTE).put(end + 4, packed.toByteArray());
        return bytes;
    }

    @Test
    @Timeout(60)
    void blocksOfTheSameBytesCostNoMoreThanTheBudget() {
        AssetLimits limits = AssetLimits.ofDefaults().withCpuTime(Duration.ofMillis(300), Duration.ZERO);
        AssetBudget budget = new AssetBudget(limits, "memory:a.zarr", 0, null);

        assertThatThrownBy(() -> budget.spend(() -> ZarrCodec.decode("blosc", blocks(), MEBIBYTE)))
                .asInstanceOf(InstanceOfAssertFactories.type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }
}
