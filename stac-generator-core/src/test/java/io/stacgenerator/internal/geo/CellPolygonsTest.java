package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.stacgenerator.spi.raster.ValidityMask;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;

final class CellPolygonsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "#,                    'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)))'",
        "##./##.,              'MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)))'",
        "#.#,                  'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((2 0, 3 0, 3 1, 2 1, 2 0)))'",
        "#./.#,                'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))'",
        "###/#.#/###,          'MULTIPOLYGON (((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)))'",
        "##./#.#/###,          'MULTIPOLYGON (((0 0, 2 0, 2 1, 3 1, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)))'"
    })
    void sidesOfCellsBecomeRings(String cells, String expected) throws Exception {
        Geometry polygons = CellPolygons.of(Masks.of(cells.split("/")), NO_LIMIT);

        assertThatObject(polygons.norm())
                .isEqualTo(new WKTReader().read(expected).norm());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void polygonsHoldTheCellsThatHaveDataAndNoOthers(long seed) {
        Random random = new Random(seed);
        int width = 1 + random.nextInt(16);
        int height = 1 + random.nextInt(16);
        double share = random.nextDouble();
        ValidityMask mask = Masks.where(width, height, (x, y) -> random.nextDouble() < share);

        Geometry polygons = CellPolygons.of(mask, NO_LIMIT);

        assertThat(polygons.isValid()).isTrue();
        assertThat(polygons.getArea()).isEqualTo(mask.count());
        assertThat(IntStream.range(0, width * height))
                .allMatch(i -> polygons.contains(FACTORY.createPoint(new Coordinate(i % width + 0.5, i / width + 0.5)))
                        == mask.valid(i % width, i / width));
    }

    @Test
    void holeOfLessThanAThousandthIsClosed() {
        Geometry polygon = CellPolygons.of(
                Masks.where(100, 100, (x, y) -> (x != 10 || y != 10) && (x < 50 || x > 53 || y < 50 || y > 53)),
                NO_LIMIT);

        assertThat(((Polygon) polygon.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
        assertThat(polygon.getArea()).isEqualTo(100 * 100 - 16);
    }

    @Test
    void moreCornersThanTheLimitMakeNoPolygons() {
        assertThatObject(CellPolygons.of(Masks.where(100, 1, (x, y) -> x % 2 == 0), 249))
                .isNull();
        assertThatObject(CellPolygons.of(Masks.where(100, 1, (x, y) -> x % 2 == 0), 250))
                .isNotNull();
    }
}
