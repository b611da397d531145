package io.stacgenerator.internal.geo;

import static io.stacgenerator.internal.geo.Footprints.MICRODEGREE;
import static io.stacgenerator.internal.geo.Footprints.assertBbox;
import static io.stacgenerator.internal.geo.Footprints.assertSound;
import static io.stacgenerator.internal.geo.Footprints.assertSplit;
import static io.stacgenerator.internal.geo.Footprints.raster;
import static io.stacgenerator.internal.geo.Footprints.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

final class FootprintTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String METEOSAT = "+proj=geos +h=35785831 +lon_0=0 +a=6378169 +b=6356583.8 +units=m";
    private static final String GOES_WEST = "+proj=geos +sweep=x +lon_0=-137 +h=35786023 +ellps=GRS80 +units=m";
    private static final String MODIS = "+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181 +units=m";

    @Test
    void utmRasterIsOnePolygonWithDenseEdges() {
        Footprint footprint = square(32632, 399_960, 5_000_040, 10, 10_980);

        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertThat(footprint.geometry().getNumPoints()).isBetween(20, 4 * 256 + 1);
        assertBbox(footprint, 7.7274503, 44.1585153, 9.1241664, 45.1538371);
        assertSound(footprint);
    }

    @ParameterizedTest
    @CsvSource({
        "meters from a corner,      10, 8, 10, 0, 0",
        "meters up to a corner,     100, 80, 1, 0, 80",
        "meters across the origin,  10, 10, 10, -50, 50",
        "meters beyond the pole,    10, 10, 10, 3, 4",
        "three pixels of a drawing, 3, 2, 30, 15, 60"
    })
    void tellsOfDegreesThatAreHardlyMeant(String kind, int width, int height, double pixel, double west, double north) {
        Footprint footprint = raster("EPSG:4326", width, height, pixel, 0, west, 0, -pixel, north);

        assertThat(footprint.warning())
                .as(kind)
                .isNotNull()
                .extracting(Warning::code)
                .isEqualTo("degrees-implausible");
        assertThatObject(footprint.geometry()).as(kind).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "the world,                   36, 18, 10, -180, 90",
        "the world from Greenwich,    360, 180, 1, 0, 90",
        "counted from pixel centers,  144, 73, 2.5, -1.25, 91.25",
        "half of the world,           18, 9, 10, 0, 90",
        "two hemispheres,             2, 1, 180, -180, 90",
        "a part of a coarse grid,     75, 75, 1, -20, 40",
        "a square degree,             3600, 3600, 0.0002777777777777778, 0, 1",
        "fine pixels around a corner, 90, 80, 0.5, 0, 0"
    })
    void takesCoarseGridsOfTheEarthAsTheyAre(
            String kind, int width, int height, double pixel, double west, double north) {
        Footprint footprint = raster("EPSG:4326", width, height, pixel, 0, west, 0, -pixel, north);

        assertThat(footprint.warning()).as(kind).isNull();
    }

    @Test
    void edgesStayWithinAMicrodegreeOfTheTrueLine() {
        Footprint footprint = square(32632, 399_960, 5_000_040, 10, 10_980);
        Wgs84Transform crs = Wgs84Transforms.of(CrsDefinition.epsg(32632));

        for (int i = 0; i <= 1000; i++) {
            double[] p = new double[2];
            crs.toLonLat(399_960 + 109_800 * i / 1000.0, 5_000_040, p);
            assertThat(footprint.geometry().getBoundary().distance(FACTORY.createPoint(new Coordinate(p[0], p[1]))))
                    .isLessThan(1.2e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"32601, 150000", "32660, 750000", "32701, 150000", "32760, 750000"})
    void utmZonesNextToTheAntimeridianAreSplit(int code, double west) {
        Footprint footprint = square(code, west, code > 32700 ? 8_000_000 : 2_000_000, 100, 1000);

        assertSplit(footprint);
    }

    @Test
    void sentinel2TileT01IsSplit() {
        Footprint footprint = square(32701, 99_960, 8_200_000, 10, 10_980);

        assertSplit(footprint);
        assertThat(footprint.bbox().west()).isBetween(179.0, 180.0);
        assertThat(footprint.bbox().east()).isBetween(-180.0, -179.0);
    }

    @ParameterizedTest
    @CsvSource({"3460, 1900000, 4100000", "3141, 700000, 8150000"})
    void fijiIsSplit(int code, double west, double north) {
        assertSplit(square(code, west, north, 100, 3000));
    }

    @ParameterizedTest
    @CsvSource({"3413, 90", "3995, 90", "3031, -90"})
    void polarRasterHoldsThePole(int code, double pole) {
        Footprint footprint = square(code, -3_000_000, 3_000_000, 10_000, 600);

        assertThat(footprint.bbox().west()).isEqualTo(-180);
        assertThat(footprint.bbox().east()).isEqualTo(180);
        assertThat(pole > 0 ? footprint.bbox().north() : footprint.bbox().south())
                .isEqualTo(pole);
        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertThat(footprint.geometry().covers(FACTORY.createPoint(new Coordinate(123, pole))))
                .isTrue();
        assertSound(footprint);
    }

    @Test
    void tileWithACornerAtThePoleCoversAQuarterOfTheCircle() {
        Footprint footprint = square(3413, 0, 0, 1000, 100);

        assertBbox(footprint, -45, 88.6945538, 45, 90);
        assertThat(footprint.geometry().getArea()).isLessThan(90 * 1.31);
        assertSound(footprint);
    }

    @Test
    void tileWithAnEdgeThroughThePoleCoversHalfOfTheCircle() {
        Footprint north = square(3413, -50_000, 0, 1000, 100);
        Footprint south = square(3031, -50_000, 0, 1000, 100);

        assertBbox(north, -135, 88.9679381, 45, 90);
        assertBbox(south, 90, -90, -90, -88.9710262);
        assertSound(north);
        assertSound(south);
    }

    @Test
    void tileNextToThePoleDoesNotHoldIt() {
        Footprint footprint = square(3413, -50_000, -500, 1000, 100);

        assertThat(footprint.bbox().north()).isCloseTo(89.9953844, MICRODEGREE);
        assertSound(footprint);
    }

    @Test
    void fullDiscIsTheEarthAsTheSatelliteSeesIt() {
        Footprint footprint = raster(METEOSAT, 3712, 3712, 3000.4, 0, -5_568_742.4, 0, -3000.4, 5_568_742.4);

        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-partial");
        assertThat(footprint.bbox().east()).isCloseTo(81.3, within(0.1));
        assertThat(footprint.bbox().north()).isCloseTo(81.3, within(0.1));
        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertSound(footprint);
    }

    @Test
    void fullDiscAcrossTheAntimeridianIsSplit() {
        Footprint footprint = raster(GOES_WEST, 5424, 5424, 2004, 0, -5_434_894.9, 0, -2004, 5_434_894.9);

        assertSplit(footprint);
        assertThat(footprint.bbox().west()).isCloseTo(141.7, within(0.1));
        assertThat(footprint.bbox().east()).isCloseTo(-55.7, within(0.1));
    }

    @Test
    void sinusoidalTileAtTheEdgeOfTheWorldEndsThere() {
        Footprint footprint = raster(MODIS, 1200, 1200, 926.625433, 0, 18_903_158.8, 0, -926.625433, -1_111_950.5);

        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-partial");
        assertThat(footprint.bbox().east()).isEqualTo(180);
        assertSound(footprint);
    }

    @Test
    void hemisphereAroundThePoleIsACap() {
        Footprint footprint = raster(
                "+proj=ortho +lat_0=60 +lon_0=0 +R=6371000", 1000, 1000, 13_000, 0, -6_500_000, 0, -13_000, 6_500_000);

        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-partial");
        assertBbox(footprint, -180, footprint.bbox().south(), 180, 90);
        assertThat(footprint.bbox().south()).isBetween(-31.0, -29.0);
        assertSound(footprint);
    }

    @Test
    void globalMollweideRasterCoversTheWorld() {
        Footprint footprint =
                raster("+proj=moll +datum=WGS84", 3600, 1800, 10_050, 0, -18_090_000, 0, -10_050, 9_045_000);

        assertThat(footprint.bbox().west()).isEqualTo(-180);
        assertThat(footprint.bbox().east()).isEqualTo(180);
        assertThat(footprint.geometry().getArea()).isBetween(0.98 * 360 * 180, 360.0 * 180);
        assertSound(footprint);
    }

    /** GRIB gives steps in millionths of a degree. */
    @ParameterizedTest
    @CsvSource({"96, 3.749999, -1.875", "96, 3.750001, 178.125", "360, 0.999999, -5.6"})
    void stepsThatAFormatRoundsLeaveNoGapInTheWorld(int width, double step, double west) {
        Footprint footprint = raster("EPSG:4326", width, 10, step, 0, west, 0, -1, 10);

        assertBbox(footprint, -180, 0, 180, 10);
        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 360, -180, 180",
        "-0.125, 359.875, -180, 180",
        "-180, 180, -180, 180",
        "-180.25, 179.75, -180, 180",
        "-180, 185, -180, 180",
        "190, 200, -170, -160",
        "360, 370, 0, 10",
        "-200, -190, 160, 170",
        "170, 200, 170, -160",
        "180, 190, -180, -170",
        "170, 180, 170, 180"
    })
    void longitudesAreNormalized(double west, double east, double bboxWest, double bboxEast) {
        double pixel = (east - west) / 100;

        Footprint footprint = raster("EPSG:4326", 100, 10, pixel, 0, west, 0, -1, 10);

        assertBbox(footprint, bboxWest, 0, bboxEast, 10);
        assertThat(footprint.geometry().getArea()).isCloseTo(10 * Math.min(360, east - west), MICRODEGREE);
        assertSound(footprint);
    }

    @ParameterizedTest
    @CsvSource({"-1, 90", "1, -90"})
    void globalGeographicRasterIsOneRing(double rowHeight, double firstRow) {
        Footprint footprint = raster("EPSG:4326", 360, 180, 1, 0, -180, 0, rowHeight, firstRow);

        assertBbox(footprint, -180, -90, 180, 90);
        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertThat(footprint.geometry().getNumPoints()).isEqualTo(5);
        assertSound(footprint);
    }

    @Test
    void gridCountedFromCentersEndsAtThePoles() {
        Footprint footprint = raster("EPSG:4326", 1440, 721, 0.25, 0, -180.125, 0, -0.25, 90.125);

        assertBbox(footprint, -180, -90, 180, 90);
        assertThat(footprint.warning()).isNull();
        assertSound(footprint);
    }

    @Test
    void globalWebMercatorRasterIsOneRing() {
        Footprint footprint = square(3857, -20_037_508.342789244, 20_037_508.342789244, 156_543.03392804097, 256);

        assertBbox(footprint, -180, -85.0511288, 180, 85.0511288);
        assertThat(footprint.geometry().getNumPoints()).isEqualTo(5);
        assertSound(footprint);
    }

    @Test
    void webMercatorBeyondTheEdgeOfTheWorldGoesOnAtTheOtherSide() {
        Footprint footprint = square(3857, 19_000_000, 1_000_000, 10_000, 200);

        assertBbox(footprint, 170.679904, -8.9465739, -171.3537903, 8.9465739);
        assertSplit(footprint);
    }

    @Test
    void rotatedRasterKeepsItsCorners() {
        Footprint footprint = raster("EPSG:32632", 1000, 500, 8, 3, 500_000, 3, -8, 5_000_000);

        assertThat(footprint.geometry().getCoordinates()).contains(new Coordinate(9, 45.1534772));
        assertBbox(footprint, 9, 45.1174687, 9.1208389, 45.1804368);
        assertSound(footprint);
    }

    @Test
    void shearedRasterIsSound() {
        assertSound(raster("EPSG:32632", 1000, 500, 8, 6, 500_000, 0, -8, 5_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 0, 0, -1, 0",
        "1, 0, Infinity, 0, -1, 0",
        "0, 0, 0, 0, -1, 0",
        "1, 2, 0, 2, 4, 0",
        "1, 0, NaN, 0, -1, 0"
    })
    void transformWithoutAreaIsNotLocated(double a, double b, double c, double d, double e, double f) {
        Footprint footprint = raster("EPSG:4326", 10, 10, a, b, c, d, e, f);

        assertThatObject(footprint.geometry()).isNull();
        assertThat(footprint.bbox()).isNull();
        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-missing");
    }

    @Test
    void rasterOutsideTheDomainIsNotLocated() {
        Footprint footprint = raster(METEOSAT, 10, 10, 1000, 0, 6_000_000, 0, -1000, 6_000_000);

        assertThatObject(footprint.geometry()).isNull();
        assertThat(footprint.warning()).extracting(Warning::message).asString().contains("domain");
    }

    @Test
    void rasterSmallerThanARoundingStepStillHasAnArea() {
        Footprint footprint = raster("EPSG:4326", 1, 1, 1e-9, 0, 10, 0, -1e-9, 90);

        assertThat(footprint.geometry().getArea()).isPositive();
        assertSound(footprint);
    }

    @Test
    void unionOfEqualFootprintsIsTheSame() {
        Footprint footprint = square(32632, 399_960, 5_000_040, 10, 10_980);

        assertThatObject(Footprint.union(List.of(footprint, footprint)).geometry())
                .isEqualTo(footprint.geometry());
    }

    @Test
    void unionAcrossTheAntimeridianCrossesIt() {
        Footprint east = raster("EPSG:4326", 10, 10, 1, 0, 160, 0, -1, 0);
        Footprint west = raster("EPSG:4326", 10, 10, 1, 0, -170, 0, -1, 0);

        Footprint union = Footprint.union(List.of(east, west));

        assertThatObject(union.geometry()).isInstanceOf(MultiPolygon.class);
        assertBbox(union, 160, -10, -160, 0);
        assertSound(union);
    }

    @Test
    void unionLeavesOutTheUnlocated() {
        Footprint located = raster("EPSG:4326", 10, 10, 1, 0, 0, 0, -1, 10);
        Footprint unlocated = raster("EPSG:4326", 10, 10, Double.NaN, 0, 0, 0, -1, 10);

        assertThat(Footprint.union(List.of(unlocated, located)).bbox()).isEqualTo(located.bbox());
        assertThatObject(Footprint.union(List.of(unlocated)).geometry()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, 1000, -5000, 5000",
        "EPSG:4326, 30, 399960, 5000040",
        "EPSG:4326, 1e9, 10, 50",
        "EPSG:4267, -1e12, 10, 50",
        "EPSG:32631, 4.6e18, 500000, 4500000",
        "EPSG:3857, 1e10, 0, 0"
    })
    void cornersThatCannotBeOnEarthAreRefused(String crs, double pixel, double west, double north) {
        Footprint footprint = raster(crs, 100, 100, pixel, 0, west, 0, -pixel, north);

        assertThatObject(footprint.geometry()).isNull();
        assertThat(footprint.warning()).extracting(Warning::message).asString().startsWith("a corner at ");
    }

    @Test
    void unionOfEmptyGeometriesIsNotLocated() {
        Geometry empty = FACTORY.createPolygon();

        assertThatObject(Footprint.union(List.of(new Footprint(empty, null, null), new Footprint(empty, null, null)))
                        .geometry())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"NaN, 50", "10, NaN", "10, 90.5", "10, -91", "1e9, 50", "Infinity, 0"})
    void ringsBeyondTheEarthAreNotLocated(double longitude, double latitude) {
        Footprint footprint = Footprint.within(
                List.of(new double[] {longitude, latitude}, new double[] {11, 50}, new double[] {11, 51}));

        assertThatObject(footprint.geometry()).isNull();
    }

    @Test
    void conicMapAroundItsPoleIsACap() {
        Footprint footprint = square(3979, -3_500_000, 5_786_649, 140_000, 50);

        assertBbox(footprint, -180, 30.330762, 180, 90);
        assertThat(footprint.geometry().covers(FACTORY.createPoint(new Coordinate(85, 89))))
                .isTrue();
        assertSound(footprint);
    }

    @Test
    void sinusoidalTileAtThePoleEndsAtTheEdgeOfTheWorld() {
        Footprint footprint = raster(
                MODIS, 24, 24, 46_331.271656938, 0, -1_111_950.519766521, 0, -46_331.271656938, -8_895_604.158132188);

        assertThat(footprint.bbox().west()).isEqualTo(-180);
        assertThat(footprint.bbox().south()).isEqualTo(-90);
        assertThat(footprint.bbox().east()).isCloseTo(0, within(1e-3));
        assertThat(footprint.bbox().north()).isCloseTo(-80, within(1e-6));
        assertSound(footprint);
    }
}
