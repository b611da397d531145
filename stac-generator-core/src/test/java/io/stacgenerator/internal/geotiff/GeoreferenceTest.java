package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GeoreferenceTest {

    private static final int AREA = 1;
    private static final int POINT = 2;

    private static TiffImage image(int rasterType) {
        return TiffImage.of(100, 80)
                .geoKeys(GeoKeys.MODEL_TYPE, 1, GeoKeys.RASTER_TYPE, rasterType, GeoKeys.PROJECTED_CRS, 32633);
    }

    static Stream<Arguments> transforms() {
        return Stream.of(
                Arguments.of(
                        image(AREA)
                                .tag(TagId.MODEL_PIXEL_SCALE, FieldType.DOUBLE, 10, 20, 0)
                                .tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, 2, 3, 0, 1000, 5000, 0),
                        new GeoTransform(10, 0, 980, 0, -20, 5060)),
                Arguments.of(
                        image(POINT)
                                .tag(TagId.MODEL_PIXEL_SCALE, FieldType.DOUBLE, 10, 20, 0)
                                .tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, 0, 0, 0, 1000, 5000, 0),
                        new GeoTransform(10, 0, 995, 0, -20, 5010)),
                Arguments.of(
                        image(AREA).tag(TagId.MODEL_TRANSFORMATION, FieldType.DOUBLE, new double[] {
                            3, 4, 0, 100, 5, -6, 0, 200, 0, 0, 0, 0, 0, 0, 0, 1
                        }),
                        new GeoTransform(3, 4, 100, 5, -6, 200)),
                Arguments.of(
                        image(POINT).tag(TagId.MODEL_TRANSFORMATION, FieldType.DOUBLE, new double[] {
                            3, 4, 0, 100, 5, -6, 0, 200, 0, 0, 0, 0, 0, 0, 0, 1
                        }),
                        new GeoTransform(3, 4, 96.5, 5, -6, 200.5)));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void givesTheTransformOfOuterCorners(TiffImage image, GeoTransform expected) {
        RasterInfo info = Opening.info(image);

        assertThat(info.transform()).contains(expected);
        assertThat(info.groundControlPoints()).isEmpty();
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void tellsWhatPixelsStandFor() {
        assertThat(Opening.info(image(POINT)))
                .returns(true, RasterInfo::pixelIsPoint)
                .returns("Point", info -> info.metadata().get("AREA_OR_POINT"));
        assertThat(Opening.info(image(AREA)))
                .returns(false, RasterInfo::pixelIsPoint)
                .returns("Area", info -> info.metadata().get("AREA_OR_POINT"));
        assertThat(Opening.info(TiffImage.of(1, 1)).metadata()).doesNotContainKey("AREA_OR_POINT");
    }

    @ParameterizedTest
    @CsvSource({
        "1024=2 2048=4326 3076=9001, 0.5, degrees-implausible",
        "1024=2 2048=4326 3076=9001, 1, degrees-implausible",
        "1024=2 2048=4326 3076=9001, 0.0001,",
        "1024=2 2048=4326 3076=32767, 0.5,",
        "1024=2 2048=4326 2052=9001, 0.5,",
        "1024=2 2048=4326 2054=9102, 0.5,"
    })
    void tellsOfDegreesWithAUnitOfLength(String keys, double pixel, String code) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), keys)
                .tag(TagId.MODEL_PIXEL_SCALE, FieldType.DOUBLE, pixel, pixel, 0)
                .tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, 0, 0, 0, 20, 30, 0));

        assertThat(info.warnings()).extracting(Warning::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void takesANegativeScaleForNorthUpAndSaysSo() {
        RasterInfo info = Opening.info(image(AREA)
                .tag(TagId.MODEL_PIXEL_SCALE, FieldType.DOUBLE, 10, -20, 0)
                .tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, 0, 0, 0, 1000, 5000, 0));

        assertThat(info.transform()).contains(new GeoTransform(10, 0, 1000, 0, -20, 5000));
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("negative-pixel-scale");
    }

    @ParameterizedTest
    @MethodSource("degenerate")
    void ignoresATransformThatGivesPixelsNoArea(double[] matrix) {
        RasterInfo info = Opening.info(image(AREA).tag(TagId.MODEL_TRANSFORMATION, FieldType.DOUBLE, matrix));

        assertThat(info.transform()).isEmpty();
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("transform-degenerate");
    }

    static Stream<double[]> degenerate() {
        return Stream.of(new double[16], new double[] {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, new double[] {
            1, 0, 0, Double.NaN, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1
        });
    }

    @Test
    void fitsGroundControlPoints() {
        GeoTransform truth = new GeoTransform(0.01, 0.002, 12, 0.003, -0.02, 47);
        RasterInfo info = Opening.info(points(truth, AREA, 0));

        assertThat(info.groundControlPoints())
                .hasSize(4)
                .element(1)
                .isEqualTo(new GroundControlPoint(100, 0, truth.x(100, 0), truth.y(100, 0), 7));
        assertThat(info.crs()).contains(CrsDefinition.epsg(32633));
        assertThat(info.warnings()).isEmpty();
        assertThat(info.transform())
                .hasValueSatisfying(fit -> assertThat(fit.x(50, 40)).isCloseTo(truth.x(50, 40), within(1e-9)));
    }

    @Test
    void movesGroundControlPointsOfPixelCenters() {
        RasterInfo info = Opening.info(points(new GeoTransform(1, 0, 0, 0, -1, 0), POINT, 0));

        assertThat(info.groundControlPoints()).first().isEqualTo(new GroundControlPoint(0.5, 0.5, 0, 0, 7));
        assertThat(info.transform())
                .hasValueSatisfying(fit -> assertThat(fit.c()).isCloseTo(-0.5, within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({"0.2, true", "0.6, false", "40, false"})
    void fitsPointsThatAreWithinATenthOfAPixel(double shift, boolean fits) {
        RasterInfo info = Opening.info(points(new GeoTransform(1, 0, 0, 0, -1, 0), AREA, shift));

        assertThat(info.transform().isPresent()).isEqualTo(fits);
        assertThat(info.groundControlPoints()).hasSize(4);
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void givesNoTransformForPointsOnALine() {
        RasterInfo info = Opening.info(image(AREA).tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, new double[] {
            0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 2, 2, 0, 2, 2, 0
        }));

        assertThat(info.transform()).isEmpty();
        assertThat(info.groundControlPoints()).hasSize(3);
    }

    /** Points at the corners, the last of which is moved. */
    private static TiffImage points(GeoTransform truth, int rasterType, double error) {
        double[] corners = {0, 0, 100, 0, 0, 80, 100, 80};
        double[] ties = new double[24];
        for (int i = 0; i < 4; i++) {
            double column = corners[2 * i];
            double row = corners[2 * i + 1];
            ties[6 * i] = column;
            ties[6 * i + 1] = row;
            ties[6 * i + 3] = truth.x(column, row) + (i == 3 ? error : 0);
            ties[6 * i + 4] = truth.y(column, row);
            ties[6 * i + 5] = 7;
        }
        return image(rasterType).tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, ties);
    }
}
