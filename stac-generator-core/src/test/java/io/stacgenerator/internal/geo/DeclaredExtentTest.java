package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredExtentTest {

    private static Optional<Footprint> extent(String west, String south, String east, String north) {
        return DeclaredExtent.of(
                Map.of("EXTENT:WEST", west, "EXTENT:SOUTH", south, "EXTENT:EAST", east, "EXTENT:NORTH", north));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 50, 12, 51, 10, 12, 1",
        "-180, -90, 180, 90, -180, 180, 1",
        "170, -10, -170, 10, 170, -170, 2",
        "-20, -10, 200, 10, -20, -160, 2",
        "0, -80, 360, 80, -180, 180, 1",
        "179.99998, -89.9, -179.99994, 89.9, -180, 180, 1"
    })
    void isABoxOnEarth(
            String west, String south, String east, String north, double boxWest, double boxEast, int parts) {
        assertThat(extent(west, south, east, north)).hasValueSatisfying(footprint -> {
            assertThat(footprint.bbox().west()).isEqualTo(boxWest);
            assertThat(footprint.bbox().east()).isEqualTo(boxEast);
            assertThat(footprint.bbox().south()).isEqualTo(Double.parseDouble(south));
            assertThat(footprint.geometry().getNumGeometries()).isEqualTo(parts);
            assertThat(footprint.geometry().isValid()).isTrue();
            assertThat(footprint.warning().code()).isEqualTo("footprint-by-attributes");
        });
    }

    @ParameterizedTest
    @CsvSource({"x, 50, 12, 51", "10, 51, 12, 50", "10, 50, 10, 51", "NaN, 50, 12, 51"})
    void isNoneWhereItEnclosesNothing(String west, String south, String east, String north) {
        assertThat(extent(west, south, east, north)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500000, 5000000, 600000, 5100000", "10, -95, 20, 95"})
    void hasNoPlaceInMeters(String west, String south, String east, String north) {
        assertThat(extent(west, south, east, north))
                .hasValueSatisfying(
                        footprint -> assertThatObject(footprint.geometry()).isNull());
    }
}
