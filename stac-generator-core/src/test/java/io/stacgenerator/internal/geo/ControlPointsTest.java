package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class ControlPointsTest {

    /** Where a pixel is, as longitude and latitude. */
    @FunctionalInterface
    interface Place {

        double[] of(double column, double row);
    }

    private static List<GroundControlPoint> grid(int columns, int rows, Place place) {
        List<GroundControlPoint> points = new ArrayList<>();
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i <= columns; i++) {
                double column = 1000.0 * i / columns;
                double row = 600.0 * j / rows;
                double[] at = place.of(column, row);
                points.add(new GroundControlPoint(column, row, at[0], at[1], 0));
            }
        }
        return points;
    }

    private static Footprint footprint(List<GroundControlPoint> points) {
        return Footprint.of(points, Wgs84Transforms.of(CrsDefinition.epsg(4326)));
    }

    private static double wrapped(double longitude) {
        return Math.IEEEremainder(longitude, 360);
    }

    private static double[] swath(double column, double row) {
        return new double[] {
            wrapped(178.013 + 4e-3 * column - 5e-4 * row), 60 - 3e-3 * row + 8e-4 * column - 1e-6 * column * column
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20})
    void outerPointsAreTheRingWhichIsCutAtTheAntimeridian(int columns) {
        List<GroundControlPoint> points = grid(columns, 15, ControlPointsTest::swath);

        Footprint footprint = footprint(points);

        Footprints.assertSplit(footprint);
        Geometry ring = footprint.geometry().getBoundary();
        for (GroundControlPoint point : points) {
            boolean outer = point.column() % 1000 == 0 || point.row() % 600 == 0;
            assertThat(ring.distance(new GeometryFactory().createPoint(new Coordinate(point.x(), point.y()))) < 1e-6)
                    .isEqualTo(outer);
        }
    }

    @Test
    void edgesBetweenPointsThatAreFarApartAreBentAsTheSurface() {
        Footprint footprint = footprint(grid(2, 2, ControlPointsTest::swath));

        assertThat(footprint.geometry().getNumPoints()).isGreaterThan(12);
        assertThat(footprint.bbox().north()).isCloseTo(60.16, within(0.02));
    }

    @Test
    void pointsAroundAPoleEncloseIt() {
        Footprint footprint = footprint(grid(6, 6, (column, row) -> new double[] {
            Math.toDegrees(Math.atan2(column - 480, row - 320)), 90 - Math.hypot(column - 480, row - 320) / 100
        }));

        Footprints.assertSound(footprint);
        assertThat(footprint.bbox().north()).isEqualTo(90);
        assertThat(footprint.bbox().west()).isEqualTo(-180);
        assertThat(footprint.bbox().east()).isEqualTo(180);
    }

    @Test
    void pointsOnALineEncloseNothing() {
        Footprint footprint = footprint(List.of(
                new GroundControlPoint(0, 0, 10, 50, 0),
                new GroundControlPoint(10, 10, 11, 51, 0),
                new GroundControlPoint(20, 20, 12, 52, 0)));

        assertThatObject(footprint.geometry()).isNull();
        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-missing");
    }

    @Test
    void pointsThatAreNowhereEncloseNothing() {
        assertThatObject(footprint(grid(3, 3, (column, row) -> new double[] {Double.NaN, column}))
                        .geometry())
                .isNull();
    }

    @Test
    void affineTransformsGoOnBeyondTheAntimeridian() {
        List<GroundControlPoint> points = grid(4, 4, (column, row) ->
                new double[] {wrapped(176 + 6e-3 * column), 62 - 2e-3 * row + 1e-4 * column});

        assertThat(AffineFit.of(points)).hasValueSatisfying(fit -> {
            assertThat(fit.x(1000, 0)).isCloseTo(182, within(1e-9));
            assertThat(fit.x(0, 600)).isCloseTo(176, within(1e-9));
        });
    }

    private static Map<String, String> coefficients(double longitude) {
        String one = "1" + " 0".repeat(19);
        Map<String, String> rpc = new HashMap<>(Map.of(
                "LINE_OFF", "400", "LINE_SCALE", "400", "SAMP_OFF", "500", "SAMP_SCALE", "500", "LAT_OFF", "20"));
        rpc.putAll(Map.of(
                "LAT_SCALE", "0.05", "LONG_OFF", String.valueOf(longitude), "LONG_SCALE", "0.05", "HEIGHT_OFF", "500"));
        rpc.putAll(Map.of("LINE_DEN_COEFF", one, "SAMP_DEN_COEFF", one));
        rpc.put("LINE_NUM_COEFF", "0 0.1 -1 0.02" + " 0".repeat(16));
        rpc.put("SAMP_NUM_COEFF", "0 1 0.05 0.05" + " 0".repeat(16));
        return rpc.entrySet().stream().collect(Collectors.toMap(e -> "RPC:" + e.getKey(), Map.Entry::getValue));
    }

    @Test
    void rationalPolynomialsLocateTheCornersAtTheirHeight() {
        Footprint footprint =
                Footprint.of(new RasterSize(1000, 800), coefficients(100)).orElseThrow();

        assertThat(footprint.geometry().getCoordinates())
                .usingElementComparator((a, b) -> a.distance(b) < 1e-6 ? 0 : 1)
                .contains(
                        new Coordinate(99.9477083, 20.0448333),
                        new Coordinate(100.0472108, 20.0547836),
                        new Coordinate(100.0521859, 19.9552811),
                        new Coordinate(99.9526835, 19.9453308));
        assertThat(footprint.warning()).extracting(Warning::message).asString().contains("500.0 m");
    }

    @Test
    void rationalPolynomialsAcrossTheAntimeridianAreSplit() {
        Footprints.assertSplit(
                Footprint.of(new RasterSize(1000, 800), coefficients(180)).orElseThrow());
    }

    @Test
    @Timeout(10)
    void rationalPolynomialsAroundTheEarthManyTimesHaveNoPlace() {
        Map<String, String> rpc = new HashMap<>(coefficients(100));
        rpc.put("RPC:LONG_SCALE", "5e9");

        Footprint footprint = Footprint.of(new RasterSize(1000, 800), rpc).orElseThrow();

        assertThatObject(footprint.geometry()).isNull();
        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-missing");
    }

    @Test
    void whatIsNotAPolynomialIsNoFootprint() {
        Stream<Map.Entry<String, String>> faults = Stream.of(
                Map.entry("RPC:LINE_NUM_COEFF", "1 2 3"),
                Map.entry("RPC:LINE_SCALE", "0"),
                Map.entry("RPC:LAT_OFF", "north"),
                Map.entry("RPC:LAT_OFF", "NaN"));
        faults.forEach(fault -> {
            Map<String, String> rpc = new HashMap<>(coefficients(100));
            rpc.put(fault.getKey(), fault.getValue());
            assertThat(Footprint.of(new RasterSize(10, 10), rpc))
                    .as(fault.toString())
                    .isEmpty();
        });
        assertThat(Footprint.of(new RasterSize(10, 10), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "-1, 0, true", "-1, 10, false", "2, 0, false"})
    void transformToPixelsIsLeftOutNextToRationalPolynomials(double down, double top, boolean leftOut) {
        RasterInfo.Builder raster = RasterInfo.builder("", "image/tiff", new RasterSize(10, 8))
                .transform(new GeoTransform(1, 0, 0, 0, down, top))
                .crs(CrsDefinition.epsg(4326));

        RasterInfo left =
                PixelCoordinates.leftOut(raster.metadata(coefficients(100)).build());

        assertThat(left.transform().isEmpty()).isEqualTo(leftOut);
        assertThat(left.crs().isEmpty()).isEqualTo(leftOut);
        assertThat(PixelCoordinates.leftOut(raster.metadata(Map.of()).build()).transform())
                .isPresent();
    }
}
