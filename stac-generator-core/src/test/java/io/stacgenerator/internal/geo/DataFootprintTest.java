package io.stacgenerator.internal.geo;

import static io.stacgenerator.internal.geo.Footprints.assertBbox;
import static io.stacgenerator.internal.geo.Footprints.assertSound;
import static io.stacgenerator.internal.geo.Footprints.assertSplit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geo.Masks.Cells;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

final class DataFootprintTest {

    private static final int MOST_POSITIONS = 512;

    /** Ten times what it takes on one idle processor. */
    private static final Duration BEARABLE = Duration.ofSeconds(10);

    /** A raster of 1000 x 1000 pixels. */
    private record Scene(Wgs84Transform crs, GeoTransform transform) {

        static Scene of(String crs, double a, double b, double c, double d, double e, double f) {
            CrsDefinition definition = crs.startsWith("EPSG:")
                    ? CrsDefinition.of(crs)
                    : CrsDefinition.builder().projString(crs).build();
            return new Scene(Wgs84Transforms.of(definition), new GeoTransform(a, b, c, d, e, f));
        }

        static Scene northUp(int code, double west, double north, double pixel) {
            return of("EPSG:" + code, pixel, 0, west, 0, -pixel, north);
        }

        Footprint footprint(ValidityMask mask) {
            return Footprint.of(
                    new RasterSize(1000, 1000), transform, crs, mask, new FootprintDetail(null, MOST_POSITIONS));
        }

        Footprint bounds() {
            return Footprint.of(new RasterSize(1000, 1000), transform, crs);
        }

        /** Locates a position of a mask; null outside the domain of the projection. */
        @Nullable Coordinate locate(ValidityMask mask, double x, double y) {
            double[] p = new double[2];
            double column = x * 1000 / mask.size().width();
            double row = y * 1000 / mask.size().height();
            boolean located = crs.toLonLatAndBack(transform.x(column, row), transform.y(column, row), p);
            return !located ? null : new Coordinate(Math.IEEEremainder(p[0], 360), p[1]);
        }
    }

    private static final Scene UTM = Scene.northUp(32632, 400_000, 5_000_000, 100);

    private static ValidityMask mask(Cells cells) {
        return Masks.where(500, 500, cells);
    }

    /**
     * Counts the cells with data whose center is outside, and those without whose center is inside but far from data.
     */
    private static int strays(Scene scene, ValidityMask mask, Geometry geometry, int cells) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(geometry);
        int strays = 0;
        for (int i = 0; i < mask.size().width() * mask.size().height(); i++) {
            int x = i % mask.size().width();
            int y = i / mask.size().width();
            Coordinate center = scene.locate(mask, x + 0.5, y + 0.5);
            boolean inside = center != null && area.locate(center) != Location.EXTERIOR;
            strays += inside == mask.valid(x, y) || (inside && near(mask, x, y, true, cells)) ? 0 : 1;
        }
        return strays;
    }

    /** Counts the cells with data whose center is outside. */
    private static int lost(Scene scene, ValidityMask mask, Geometry geometry) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(geometry);
        int lost = 0;
        for (int i = 0; i < mask.size().width() * mask.size().height(); i++) {
            int x = i % mask.size().width();
            int y = i / mask.size().width();
            Coordinate center = mask.valid(x, y) ? scene.locate(mask, x + 0.5, y + 0.5) : null;
            lost += center != null && area.locate(center) == Location.EXTERIOR ? 1 : 0;
        }
        return lost;
    }

    private static boolean near(ValidityMask mask, int x, int y, boolean valid, int cells) {
        for (int dx = -cells; dx <= cells; dx++) {
            for (int dy = -cells; dy <= cells; dy++) {
                if (mask.valid(x + dx, y + dy) == valid) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void assertEnclosed(Scene scene, ValidityMask mask, Footprint footprint) {
        assertSound(footprint);
        assertThat(footprint.geometry().getNumPoints()).isLessThanOrEqualTo(MOST_POSITIONS);
        assertThat(strays(scene, mask, footprint.geometry(), 2)).isZero();
    }

    @Test
    void dataEverywhereAreTheBoundsInFull() {
        Scene pole = Scene.northUp(3031, -3_000_000, 3_000_000, 6_000);

        assertThatObject(pole.footprint(ValidityMask.everywhere()).geometry())
                .isEqualTo(pole.bounds().geometry());
    }

    @Test
    void boundsInPlaceOfDataHaveNoMorePositionsThanAskedFor() {
        Scene pole = Scene.northUp(3031, -3_000_000, 3_000_000, 6_000);
        ValidityMask mask = mask((x, y) -> (x + y) % 2 == 0);

        assertThatObject(pole.bounds().geometry()).isNotNull();
        assertThat(pole.bounds().geometry().getNumPoints()).isGreaterThan(MOST_POSITIONS);
        assertThat(pole.footprint(mask).geometry().getNumPoints()).isLessThanOrEqualTo(MOST_POSITIONS);
    }

    @Test
    void moreDetailedBoundsAreTold() {
        Scene pole = Scene.northUp(3031, -3_000_000, 3_000_000, 6_000);
        Footprint footprint = Footprint.of(
                new RasterSize(1000, 1000),
                pole.transform(),
                pole.crs(),
                mask((x, y) -> (x + y) % 2 == 0),
                new FootprintDetail(1.0, 16));

        assertThatObject(footprint.geometry()).isEqualTo(pole.bounds().geometry());
        assertThat(footprint.warning()).extracting(Warning::code).isEqualTo("footprint-detailed");
    }

    @Test
    void swathIsAPolygonOfFewPositions() {
        ValidityMask swath = mask((x, y) -> 4 * x + y > 400 && 4 * x + y < 1900);

        Footprint footprint = UTM.footprint(swath);

        assertEnclosed(UTM, swath, footprint);
        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertThat(footprint.geometry().getNumPoints()).isLessThan(40);
        assertThat(UTM.bounds().geometry().buffer(3e-4).covers(footprint.geometry()))
                .isTrue();
    }

    @Test
    void discKeepsItsShape() {
        ValidityMask disc = mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 200);

        Footprint footprint = UTM.footprint(disc);

        assertEnclosed(UTM, disc, footprint);
    }

    @Test
    void largeHoleIsKept() {
        ValidityMask ring = mask((x, y) -> Math.abs(x - 250) > 50 || Math.abs(y - 250) > 50);

        Footprint footprint = UTM.footprint(ring);

        assertEnclosed(UTM, ring, footprint);
        assertThat(((Polygon) footprint.geometry()).getNumInteriorRing()).isEqualTo(1);
    }

    @Test
    void islandInAHoleIsAPolygon() {
        ValidityMask island = mask((x, y) -> {
            int distance = Math.max(Math.abs(x - 250), Math.abs(y - 250));
            return distance > 150 || distance < 50;
        });

        Footprint footprint = UTM.footprint(island);

        assertEnclosed(UTM, island, footprint);
        assertThatObject(footprint.geometry()).isInstanceOf(MultiPolygon.class);
    }

    @Test
    void scatteredDataAreEnclosedByFewPositions() {
        Random random = new Random(7);
        ValidityMask scattered = mask((x, y) -> x + y < 500 && random.nextInt(10) == 0);

        Footprint footprint = UTM.footprint(scattered);

        assertSound(footprint);
        assertThat(footprint.geometry().getNumPoints()).isLessThanOrEqualTo(MOST_POSITIONS);
        assertThat(strays(UTM, scattered, footprint.geometry(), 32)).isZero();
        assertThat(footprint.geometry().getArea())
                .isLessThan(0.7 * UTM.bounds().geometry().getArea());
    }

    @ParameterizedTest
    @CsvSource({"0", "250000"})
    void withoutDataOrFullOfThemItIsTheBounds(int cells) {
        ValidityMask mask = mask((x, y) -> 500 * y + x < cells);

        assertThat(UTM.footprint(mask)).isEqualTo(UTM.bounds());
    }

    @Test
    void rotatedRasterIsFollowed() {
        Scene rotated = Scene.of("EPSG:32632", 80, 30, 500_000, 30, -80, 5_000_000);
        ValidityMask triangle = mask((x, y) -> x > y);

        assertEnclosed(rotated, triangle, rotated.footprint(triangle));
    }

    @Test
    void rowsMayCountNorthwards() {
        Scene southUp = Scene.of("EPSG:4326", 0.01, 0, 10, 0, 0.01, 40);
        ValidityMask triangle = mask((x, y) -> x > y);

        assertEnclosed(southUp, triangle, southUp.footprint(triangle));
    }

    @ParameterizedTest
    @CsvSource({"32601, 150000", "32760, 750000"})
    void dataAcrossTheAntimeridianAreSplit(int code, double west) {
        Scene scene = Scene.northUp(code, west, code > 32700 ? 8_000_000 : 2_000_000, 100);
        ValidityMask disc = mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 240);

        Footprint footprint = scene.footprint(disc);

        assertSplit(footprint);
        assertEnclosed(scene, disc, footprint);
    }

    @ParameterizedTest
    @CsvSource({"3413", "3031"})
    void dataAroundThePoleHoldIt(int code) {
        Scene scene = Scene.northUp(code, -3_000_000, 3_000_000, 6_000);
        ValidityMask disc = mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 200);

        Footprint footprint = scene.footprint(disc);

        assertEnclosed(scene, disc, footprint);
        assertThat(footprint.bbox().west()).isEqualTo(-180);
        assertThat(footprint.bbox().east()).isEqualTo(180);
        assertThat(code == 3413 ? footprint.bbox().north() : -footprint.bbox().south())
                .isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"3413", "3031"})
    void gapAtThePoleIsLeftOut(int code) {
        Scene scene = Scene.northUp(code, -3_000_000, 3_000_000, 6_000);
        ValidityMask ring =
                mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 200 && Math.hypot(x - 249.5, y - 249.5) > 30);

        Footprint footprint = scene.footprint(ring);

        assertEnclosed(scene, ring, footprint);
        assertThat(Math.max(footprint.bbox().north(), -footprint.bbox().south()))
                .isBetween(86.7, 87.0); // the gap of 86.7 degrees without the cells at its edge
    }

    @Test
    void fullDiscOfDataNeedsNoPartOfSpace() {
        Scene disc = Scene.of(
                "+proj=geos +h=35785831 +lon_0=0 +a=6378169 +b=6356583.8 +units=m",
                11_137.5,
                0,
                -5_568_742.4,
                0,
                -11_137.5,
                5_568_742.4);
        ValidityMask inner = mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 200);

        Footprint footprint = disc.footprint(inner);

        assertEnclosed(disc, inner, footprint);
        assertThat(footprint.warning()).isNull();
    }

    @Test
    void dataBeyondTheLimbAreLeftOut() {
        Scene disc = Scene.of(
                "+proj=geos +h=35785831 +lon_0=0 +a=6378169 +b=6356583.8 +units=m",
                11_137.5,
                0,
                -5_568_742.4,
                0,
                -11_137.5,
                5_568_742.4);
        ValidityMask western = mask((x, y) -> x < 250);

        Footprint footprint = disc.footprint(western);

        assertSound(footprint);
        assertThat(footprint.bbox().east()).isCloseTo(0, within(0.1));
        assertThat(footprint.bbox().west()).isCloseTo(-79, within(3.0));
    }

    @Test
    void dataOnBothSidesOfTheSeamOfAGridFromZeroTo360AreOnePolygon() {
        Scene grid = Scene.of("EPSG:4326", 0.36, 0, 0, 0, -0.18, 90);
        ValidityMask africa = mask((x, y) -> (x < 50 || x >= 475) && y > 150 && y < 350);

        Footprint footprint = grid.footprint(africa);

        assertThatObject(footprint.geometry()).isInstanceOf(Polygon.class);
        assertBbox(footprint, -18, -36, 36, 35.64);
        assertEnclosed(grid, africa, footprint);
    }

    @Test
    void noIslandIsLost() {
        Random random = new Random(300);
        List<int[]> islands = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            islands.add(new int[] {random.nextInt(495), random.nextInt(495), 1 + random.nextInt(4)});
        }
        ValidityMask mask = mask((x, y) -> islands.stream()
                .anyMatch(each -> x >= each[0] && x < each[0] + each[2] && y >= each[1] && y < each[1] + each[2]));

        Footprint footprint = UTM.footprint(mask);

        assertSound(footprint);
        assertThat(footprint.geometry().getNumPoints()).isLessThanOrEqualTo(MOST_POSITIONS);
        assertThat(lost(UTM, mask, footprint.geometry())).isZero();
    }

    /** By an outline each, or a difference for each hole, they took 7 s and a minute. */
    @ParameterizedTest
    @CsvSource({"EPSG:3979, 4500000", "EPSG:3338, 5000000", "EPSG:3031, 0", "+proj=ortho +lat_0=70 +R=6371000, 0"})
    void stripesAndHolesAroundAPoleTakeASecondOrSo(String crs, double north) {
        Scene scene = Scene.of(crs, 12_000, 0, -6e6, 0, -12_000, north + 6e6);
        ValidityMask stripes = Masks.where(121, 121, (x, y) -> y % 2 == 0);
        ValidityMask holes = Masks.where(121, 121, (x, y) -> (x + 3 * y) % 7 < 2 && y % 3 != 0);

        Footprint ofStripes = assertTimeout(BEARABLE, () -> scene.footprint(stripes));
        Footprint ofHoles = assertTimeout(BEARABLE, () -> scene.footprint(holes));

        // chords along the gap and the limb, where positions are doubtful anyway
        assertThat(lost(scene, stripes, ofStripes.geometry())).isLessThanOrEqualTo(2);
        assertThat(lost(scene, holes, ofHoles.geometry())).isLessThanOrEqualTo(2);
    }

    @Test
    void thinLinesAreEnclosed() {
        ValidityMask lines = mask((x, y) -> x % 100 == 50 || x == y);

        Footprint footprint = UTM.footprint(lines);

        assertThat(lost(UTM, lines, footprint.geometry())).isZero();
    }

    @Test
    void rotatedRectangleTakesFewPositions() {
        ValidityMask rectangle =
                mask((x, y) -> 4 * x + y > 500 && 4 * x + y < 1900 && 4 * y - x > 100 && 4 * y - x < 1500);

        Footprint footprint = UTM.footprint(rectangle);

        assertEnclosed(UTM, rectangle, footprint);
        assertThat(footprint.geometry().getNumPoints()).isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"0.05, ", "0.5, ", "0.5, 5", "100, 500", "100, 5000"})
    void noPixelCenterIsOutsideAtAnyPrecision(double pixel, @Nullable Double meters) {
        Scene scene = Scene.northUp(32632, 700_000, 6_900_000, pixel);
        ValidityMask disc = mask((x, y) -> Math.hypot(x - 249.5, y - 249.5) < 200);

        Footprint footprint = Footprint.of(
                new RasterSize(1000, 1000), scene.transform(), scene.crs(), disc, new FootprintDetail(meters, 512));

        assertThat(lost(scene, disc, footprint.geometry())).isZero();
        assertThat(footprint.geometry().getNumPoints()).isLessThan(meters != null && meters > 1000 ? 30 : 150);
    }
}
