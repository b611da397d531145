package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

final class GeoJsonTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT (1 2)                                 | Point           | [1,2]",
                "POINT Z (1 2 3)                             | Point           | [1,2,3]",
                "MULTIPOINT ((1 2), (3 4))                   | MultiPoint      | [[1,2],[3,4]]",
                "LINESTRING (1 2, 3 4.5)                     | LineString      | [[1,2],[3,4.5]]",
                "LINESTRING Z (1 2 10, 3 4 20)               | LineString      | [[1,2,10],[3,4,20]]",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))    | MultiLineString | [[[1,2],[3,4]],[[5,6],[7,8]]]",
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 3, 5 4, 5 3, 4 3))"
                        + "| Polygon | [[[0,0],[9,0],[9,9],[0,0]],[[4,3],[5,4],[5,3],[4,3]]]",
                "POLYGON Z ((0 0 1, 9 0 1, 9 9 1, 0 0 1)) | Polygon | [[[0,0,1],[9,0,1],[9,9,1],[0,0,1]]]",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"
                        + "| MultiPolygon | [[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]"
            })
    void geometryIsWrittenAndReadAsTheSame(String wkt, String type, String coordinates) throws Exception {
        Geometry geometry = new WKTReader().read(wkt);
        Map<String, Object> json = GeoJson.toMap(geometry);

        assertThat(JsonText.compact(json))
                .isEqualTo("{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates));
        assertThat(GeoJson.geometry(json).equalsNorm(geometry)).isTrue();
        assertThat(JsonText.compact(GeoJson.toMap(GeoJson.geometry(json)))).isEqualTo(JsonText.compact(json));
    }

    @Test
    void ringIsALineString() {
        Geometry ring = FACTORY.createLinearRing(
                new Coordinate[] {new Coordinate(0, 0), new Coordinate(1, 0), new Coordinate(1, 1), new Coordinate(0, 0)
                });

        assertThat(GeoJson.toMap(ring)).containsEntry("type", "LineString");
    }

    @Test
    void coordinatesWithoutHeightHaveTwoNumbers() {
        assertThat(GeoJson.toMap(FACTORY.createPoint(new CoordinateXY(1, 2))))
                .containsEntry("coordinates", List.of(1.0, 2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOLYGON EMPTY"})
    void emptyGeometryHasNoCoordinates(String wkt) throws Exception {
        assertThat(GeoJson.toMap(new WKTReader().read(wkt))).containsEntry("coordinates", List.of());
    }

    @Test
    void geometryCollectionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoJson.toMap(FACTORY.createGeometryCollection()))
                .withMessageContaining("GeometryCollection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'Point'}",
                "{'type':'Point','coordinates':null}",
                "{'type':'Point','coordinates':[]}",
                "{'type':'Point','coordinates':[1]}",
                "{'type':'Point','coordinates':['1','2']}",
                "{'type':'Point','coordinates':[null,2]}",
                "{'type':'Point','coordinates':[[1,2]]}",
                "{'type':'Point','coordinates':{'x':1}}",
                "{'type':'point','coordinates':[1,2]}",
                "{'type':5,'coordinates':[1,2]}",
                "{'coordinates':[1,2]}",
                "{'type':'MultiPoint','coordinates':[1,2]}",
                "{'type':'LineString'}",
                "{'type':'LineString','coordinates':[[1,2]]}",
                "{'type':'MultiLineString','coordinates':[[[1,2]]]}",
                "{'type':'Polygon','coordinates':[]}",
                "{'type':'Polygon','coordinates':[[0,0],[1,0],[1,1],[0,0]]}",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1]]]}",
                "{'type':'MultiPolygon','coordinates':[[]]}",
                "{'type':'MultiPolygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
                "{'type':'GeometryCollection','geometries':[]}",
                "{'type':'LinearRing','coordinates':[[0,0],[1,0],[1,1],[0,0]]}"
            })
    void whatIsNotAGeometryIsRefused(String json) {
        Map<String, Object> map = JsonReader.object(json.replace('\'', '"'), ErrorCode.INTERNAL, "geometry");

        assertThatIllegalArgumentException().isThrownBy(() -> GeoJson.geometry(map));
    }
}
