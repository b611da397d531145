package io.stacgenerator.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodataRangeTest {

    /** As GDAL 3.6.2 finds by its mask of such a band. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT32, -3.4e38, -3.4028235e38, true",
        "FLOAT32, -3.4e38, -1e36, true",
        "FLOAT32, -3.4e38, -2e35, false",
        "FLOAT32, -3.40282e38, -3.4028235e38, true",
        "FLOAT32, -3.4028235e38, -1e30, false",
        "FLOAT32, -3.4028235e38, -1e32, true",
        "FLOAT32, -9999, -9999.001, true",
        "FLOAT32, -9999, -9999.01, false",
        "FLOAT32, 0, 1e-30, false",
        "FLOAT32, 0.1, 0.100000024, true",
        "FLOAT32, Infinity, Infinity, true",
        "FLOAT32, -9999, 9999, false",
        "FLOAT32, NaN, 1, false",
        "FLOAT64, -3.4e38, -3.40000136e38, true",
        "FLOAT64, -3.4e38, -3.40000204e38, false",
        "FLOAT64, -1.7976931348623157e308, -1e300, true",
        "FLOAT64, -1.7976931348623157e308, -1.797693134862315e308, true",
        "INT32, -9999, -9999, true",
        "INT32, 2147483647, 2147483646, false",
        "UINT8, 255, 255, true",
        "INT16, -32768, -32767, false"
    })
    void holdsWhatGdalHoldsForNodata(DataType type, double nodata, double value, boolean holds) {
        assertThat(NodataRange.of(nodata, type).holds(value)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 255, true",
        "UINT8, 256, false",
        "UINT8, -1, false",
        "UINT8, 0.5, false",
        "UINT8, NaN, false",
        "INT8, -128, true",
        "INT8, 128, false",
        "UINT16, 65535, true",
        "UINT16, -9999, false",
        "INT16, -32768, true",
        "INT16, 32768, false",
        "UINT32, 4294967295, true",
        "UINT32, 4294967296, false",
        "INT32, -2147483648, true",
        "INT32, -3.4e38, false",
        "INT64, 9223372036854775807, true",
        "INT64, 1e19, false",
        "UINT64, 18446744073709551615, true",
        "UINT64, -1, false",
        "FLOAT32, NaN, true",
        "FLOAT32, -Infinity, true",
        "FLOAT32, -3.40282347e38, true",
        "FLOAT32, -1e300, false",
        "FLOAT64, -1e300, true"
    })
    void tellsWhichValuesPixelsCanHave(DataType type, double nodata, boolean possible) {
        assertThat(NodataRange.possible(nodata, type)).isEqualTo(possible);
    }
}
