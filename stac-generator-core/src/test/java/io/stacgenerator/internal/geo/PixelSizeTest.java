package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PixelSizeTest {

    private static final RasterSize SIZE = new RasterSize(10, 10);

    @ParameterizedTest
    @CsvSource({"32632, 10, 10, 10", "32632, 10, 20, 15", "2263, 10, 10, 3.048006096"})
    void projectedPixelsAreMeasuredOnTheMap(int code, double width, double height, double meters) {
        GeoTransform transform = new GeoTransform(width, 0, 500_000, 0, -height, 100_000);

        assertThat(PixelSize.meters(SIZE, transform, crs(code))).hasValueCloseTo(meters, within(1e-6));
    }

    @Test
    void rotatedPixelsKeepTheirSize() {
        GeoTransform transform = new GeoTransform(6, 8, 500_000, 8, -6, 5_000_000);

        assertThat(PixelSize.meters(SIZE, transform, crs(32632))).hasValueCloseTo(10.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 110946.8761", "60, 83606.4"})
    void geographicPixelsAreMeasuredAtTheLatitudeOfTheCenter(double latitude, double meters) {
        GeoTransform transform = new GeoTransform(1, 0, 0, 0, -1, latitude + 5);

        assertThat(PixelSize.meters(SIZE, transform, crs(4326))).hasValueCloseTo(meters, within(5.0));
    }

    @Test
    void pixelsWithoutAreaHaveNoSize() {
        assertThat(PixelSize.meters(SIZE, new GeoTransform(0, 0, 0, 0, 0, 0), crs(32632)))
                .isEmpty();
    }

    private static Wgs84Transform crs(int code) {
        return Wgs84Transforms.of(CrsDefinition.epsg(code));
    }
}
