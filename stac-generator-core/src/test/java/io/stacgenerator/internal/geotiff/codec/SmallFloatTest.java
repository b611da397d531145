package io.stacgenerator.internal.geotiff.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmallFloatTest {

    @ParameterizedTest
    @CsvSource({
        "0x0000, 0.0",
        "0x8000, -0.0",
        "0x3C00, 1.0",
        "0xC000, -2.0",
        "0x7BFF, 65504.0",
        "0x0001, 5.9604644775390625E-8",
        "0x7C00, Infinity",
        "0xFC00, -Infinity",
        "0x7E00, NaN"
    })
    void readsHalfPrecision(String bits, Double expected) {
        assertThat(SmallFloat.HALF.value(Integer.decode(bits))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0x3F0000, 1.0", "0xBF8000, -1.5", "0x000001, 3.308722450212111E-24", "0x7F0000, Infinity"})
    void readsThreeBytes(String bits, Double expected) {
        assertThat(SmallFloat.THREE_BYTES.value(Integer.decode(bits))).isEqualTo(expected);
    }
}
