package io.stacgenerator.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsCheckTest {

    private final List<Warning> warnings = new ArrayList<>();

    private static BandStatistics told(Double min, Double max, Double mean, Double stddev, Double percent) {
        return BandStatistics.builder()
                .minimum(min)
                .maximum(max)
                .mean(mean)
                .stddev(stddev)
                .validPercent(percent)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 0, 255, 127, 60, 100",
        "UINT8, 0, 1, 0.5, 0.707107, 1e-7",
        "FLOAT32, 0.1, 0.1, 0.10000000149, 0, ",
        "INT16, -9999, 10, -9999, 0.5, 50",
        "FLOAT64, , , 5, 1, ",
        "UINT16, 0.000001, 9, 5, 1, "
    })
    void keepsWhatCanBe(DataType type, Double min, Double max, Double mean, Double stddev, Double percent) {
        BandStatistics told = told(min, max, mean, stddev, percent);

        assertThat(StatisticsCheck.possible(told, type, 1, warnings)).isEqualTo(told);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 255, 0, 127, 60, 100, minimum",
        "UINT8, 0, 255, 127, -1, 100, negative",
        "UINT8, 0, 255, 256, 60, 100, mean",
        "FLOAT32, 0, 255, -9999, 60, 100, mean",
        "UINT8, 0, 255, 127, 60, 100.00000001, %",
        "UINT8, 0, 255, 127, 60, -1, %",
        "UINT8, 0, 255, 127, 60, 0, none of the pixels",
        "UINT8, 0, 255, 127, 200, 100, too large",
        "UINT8, 0, 255, 0, 60, 100, too large",
        "UINT8, 0, 255, 127, 0, 100, is 0",
        "UINT8, 7, 7, 7, 1, 100, too large",
        "UINT16, 0.5, 9.5, 5, 1, 100, uint16",
        "UINT8, -9999, 255, 127, 60, 100, uint8",
        "INT16, 0, 65535, 127, 60, 100, int16"
    })
    void leavesOutWhatCannotBe(
            DataType type, Double min, Double max, Double mean, Double stddev, Double percent, String reason) {
        BandStatistics told = told(min, max, mean, stddev, percent);

        assertThat(StatisticsCheck.possible(told, type, 3, warnings)).isNull();
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("statistics-impossible");
            assertThat(warning.message()).contains("band 3", reason);
        });
    }
}
