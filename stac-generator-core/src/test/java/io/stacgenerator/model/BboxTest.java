package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BboxTest {

    @ParameterizedTest
    @CsvSource({"-180, -90, 180, 90, false", "10, 20, 10, 20, false", "179, -1, -179, 1, true", "180, -1, -180, 1, true"
    })
    void boxCrossesTheAntimeridianWhereWestIsGreaterThanEast(
            double west, double south, double east, double north, boolean crosses) {
        assertThat(new Bbox(west, south, east, north).crossesAntimeridian()).isEqualTo(crosses);
    }

    @ParameterizedTest
    @CsvSource({
        "-180.1, 0, 0, 1",
        "0, 0, 180.1, 1",
        "0, -90.1, 1, 0",
        "0, 0, 1, 90.1",
        "NaN, 0, 1, 1",
        "0, NaN, 1, 1",
        "0, 0, NaN, 1",
        "0, 0, 1, NaN",
        "0, 1, 1, 0",
        "399960, 4990200, 509760, 5100000"
    })
    void boxOutOfDegreesOrUpsideDownIsRefused(double west, double south, double east, double north) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bbox(west, south, east, north));
    }

    @Test
    void listIsInTheOrderOfGeoJson() {
        assertThat(new Bbox(1, 2, 3, 4).toList()).containsExactly(1.0, 2.0, 3.0, 4.0);
    }
}
