package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import org.assertj.core.data.Offset;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Footprints of rasters, and what every footprint has to be. */
final class Footprints {

    static final Offset<Double> MICRODEGREE = within(1e-6);

    private Footprints() {}

    static Footprint square(int code, double west, double north, double pixel, int side) {
        return raster("EPSG:" + code, side, side, pixel, 0, west, 0, -pixel, north);
    }

    static Footprint raster(
            String crs, int width, int height, double a, double b, double c, double d, double e, double f) {
        CrsDefinition definition = crs.startsWith("EPSG:")
                ? CrsDefinition.of(crs)
                : CrsDefinition.builder().projString(crs).build();
        return Footprint.of(
                new RasterSize(width, height), new GeoTransform(a, b, c, d, e, f), Wgs84Transforms.of(definition));
    }

    static void assertSplit(Footprint footprint) {
        assertThatObject(footprint.geometry()).isInstanceOf(MultiPolygon.class);
        assertThat(footprint.bbox().crossesAntimeridian()).isTrue();
        assertSound(footprint);
    }

    static void assertBbox(Footprint footprint, double west, double south, double east, double north) {
        Bbox bbox = footprint.bbox();
        assertThat(bbox.west()).isCloseTo(west, MICRODEGREE);
        assertThat(bbox.south()).isCloseTo(south, MICRODEGREE);
        assertThat(bbox.east()).isCloseTo(east, MICRODEGREE);
        assertThat(bbox.north()).isCloseTo(north, MICRODEGREE);
    }

    static void assertSound(Footprint footprint) {
        Geometry geometry = footprint.geometry();
        assertThat(geometry.isValid()).as(geometry::toText).isTrue();
        assertThat(geometry.getArea()).isPositive();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
                    .isTrue();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                assertThat(Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinates()))
                        .isFalse();
            }
        }
        assertThat(new Envelope(-180, 180, -90, 90).contains(geometry.getEnvelopeInternal()))
                .isTrue();
        assertThat(geometry.getCoordinates())
                .allSatisfy(position ->
                        assertThat(contains(footprint.bbox(), position)).isTrue());
    }

    private static boolean contains(Bbox bbox, Coordinate position) {
        boolean longitude = bbox.crossesAntimeridian()
                ? position.x >= bbox.west() || position.x <= bbox.east()
                : position.x >= bbox.west() && position.x <= bbox.east();
        return longitude && position.y >= bbox.south() && position.y <= bbox.north();
    }
}
