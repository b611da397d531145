package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataTypeTest {

    @ParameterizedTest
    @CsvSource({
        "int8, 8, false",
        "int16, 16, false",
        "int32, 32, false",
        "int64, 64, false",
        "uint8, 8, false",
        "uint16, 16, false",
        "uint32, 32, false",
        "uint64, 64, false",
        "float16, 16, false",
        "float32, 32, false",
        "float64, 64, false",
        "cint16, 32, true",
        "cint32, 64, true",
        "cfloat32, 64, true",
        "cfloat64, 128, true",
        "other, 0, false"
    })
    void typeOfStacHasBits(String name, int bits, boolean complex) {
        assertThat(DataType.values())
                .filteredOn(type -> type.jsonName().equals(name))
                .singleElement()
                .satisfies(type -> assertThat(type.bits()).isEqualTo(bits))
                .satisfies(type -> assertThat(type.complex()).isEqualTo(complex));
    }

    @Test
    void thereAreNoOtherTypes() {
        assertThat(DataType.values()).hasSize(16);
    }
}
