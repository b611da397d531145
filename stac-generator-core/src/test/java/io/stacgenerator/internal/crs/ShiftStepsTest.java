package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShiftStepsTest {

    @ParameterizedTest
    @CsvSource({
        "4603, -61.595, 12.255, 0.05, true",
        "4603, -61.7, 12.1, 0.01, false",
        "4680, -16.08, 18.11, 0.05, true",
        "4680, -16, 18.1, 0.01, false",
        "4326, 9, 50, 1, false",
        "4267, -95, 40, 0.1, false"
    })
    void rasterThatReachesBeyondItsShiftOfDatumIsReported(int code, double x, double y, double half, boolean reported) {
        CrsDefinition crs = CrsDefinition.epsg(code);
        Wgs84Transform everywhere = Wgs84Transforms.of(crs);
        List<double[]> corners = List.of(
                new double[] {x - half, y - half},
                new double[] {x + half, y - half},
                new double[] {x - half, y + half},
                new double[] {x + half, y + half});

        Optional<Warning> warning = ReferenceSystems.steps(crs, everywhere, everywhere.at(x, y), corners);

        assertThat(warning.map(Warning::code))
                .isEqualTo(reported ? Optional.of("datum-shift-varies") : Optional.empty());
    }
}
