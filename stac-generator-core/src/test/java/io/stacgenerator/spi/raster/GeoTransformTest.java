package io.stacgenerator.spi.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeoTransformTest {

    private static final GeoTransform SHEARED = new GeoTransform(10, 1, 500, 2, -20, 900);

    @Test
    void orderOfGdalIsTurnedIntoThatOfProjTransform() {
        assertThat(GeoTransform.ofGdal(500, 10, 1, 900, 2, -20)).isEqualTo(SHEARED);
        assertThat(SHEARED.toList()).containsExactly(10.0, 1.0, 500.0, 2.0, -20.0, 900.0);
    }

    @Test
    void otherThanSixNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoTransform.ofGdal(1, 2, 3))
                .withMessage("transform of 3 numbers, expected 6");
    }

    @Test
    void positionIsMappedFromTheOuterCornerOfTheFirstPixel() {
        assertThat(SHEARED.x(0, 0)).isEqualTo(500);
        assertThat(SHEARED.y(0, 0)).isEqualTo(900);
        assertThat(SHEARED.x(3, 4)).isEqualTo(534);
        assertThat(SHEARED.y(3, 4)).isEqualTo(826);
    }

    @Test
    void gridCountedFromCentersMovesByHalfAPixel() {
        GeoTransform corner = SHEARED.fromCenterToCorner();

        assertThat(corner.x(0.5, 0.5)).isEqualTo(SHEARED.x(0, 0));
        assertThat(corner.y(0.5, 0.5)).isEqualTo(SHEARED.y(0, 0));
        assertThat(corner.a()).isEqualTo(10);
        assertThat(corner.e()).isEqualTo(-20);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 500, 0, -10, 900, true",
        "0, 10, 500, 10, 0, 900, true",
        "0, 0, 500, 0, 0, 900, false",
        "10, 0, 500, 0, 0, 900, false",
        "1, 2, 500, 2, 4, 900, false",
        "NaN, 0, 500, 0, -10, 900, false",
        "10, 0, NaN, 0, -10, 900, false",
        "10, 0, 500, 0, -10, Infinity, false",
        "Infinity, 0, 500, 0, -10, 900, false"
    })
    void onlyPixelsWithAnAreaAreInvertible(
            double a, double b, double c, double d, double e, double f, boolean invertible) {
        assertThat(new GeoTransform(a, b, c, d, e, f).invertible()).isEqualTo(invertible);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2, 3, 4, 5, true", "9, 1, 2, 3, 4, 5, false", "0, 1, 2, 3, 4, 9, false"})
    void equalsOneOfTheSameNumbers(double a, double b, double c, double d, double e, double f, boolean same) {
        GeoTransform transform = new GeoTransform(a, b, c, d, e, f);
        GeoTransform other = new GeoTransform(0, 1, 2, 3, 4, 5);

        assertThat(transform.equals(other)).isEqualTo(same);
        assertThat(transform.hashCode() == other.hashCode()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, true", "3, 2, false", "2, 4, false"})
    void sizesAreEqualOnBothSides(int width, int height, boolean same) {
        RasterSize size = new RasterSize(width, height);
        RasterSize other = new RasterSize(2, 3);

        assertThat(size.equals(other)).isEqualTo(same);
        assertThat(size.hashCode() == other.hashCode()).isEqualTo(same);
    }
}
