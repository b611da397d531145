package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.model.Bbox;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

final class PolygonRepairTest {

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static Geometry repaired(String wkt) {
        Geometry repaired = PolygonRepair.repair(read(wkt)).orElseThrow();
        assertThat(repaired.isValid()).isTrue();
        return repaired;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))                          | 170  | 0   | -170 | 10 | 200
            POLYGON ((-170 0, 170 0, 170 10, -170 10, -170 0))                         | 170  | 0   | -170 | 10 | 200
            POLYGON ((179.45 -65.5, 178.3 -66, 179.75 -66.5, -179.1 -66, 179.45 -65.5)) | 178.3 | -66.5 | -179.1 | -65.5 | 1.35
            POLYGON ((170 0, -180 0, -180 10, 170 10, 170 0))                          | 170  | 0   | 180  | 10 | 100
            POLYGON ((170 0, -150 0, -150 40, 170 40, 170 0), (175 10, 175 20, -175 20, -175 10, 175 10)) | 170 | 0 | -150 | 40 | 1500
            POLYGON ((179.7 0, 180 -0.2, -179.7 0, 180 0.2, 179.7 0))                  | 179.7 | -0.2 | -179.7 | 0.2 | 0.12
            MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((179 0, -179 0, -179 1, 179 1, 179 0))) | 0 | 0 | -179 | 1 | 3
            """)
    void ringsAcrossTheAntimeridianAreCut(
            String wkt, double west, double south, double east, double north, double area) {
        Geometry repaired = repaired(wkt);

        assertThat(Bboxes.of(repaired)).isEqualTo(new Bbox(west, south, east, north));
        assertThat(repaired.getArea()).isCloseTo(area, within(0.5));
        assertThat(repaired.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
    }

    @Test
    void whatIsARoundingErrorBeyondTheAntimeridianIsNotSplit() {
        Geometry repaired = repaired("POLYGON ((-176.78115373 -18.58572933, -173.71026732 -14.73835555,"
                + " -176.88248512 -12.82925277, 179.99999999999997 -15.7250416, -176.78115373 -18.58572933))");

        assertThat(repaired.getNumGeometries()).isEqualTo(1);
        assertThat(Bboxes.of(repaired)).isEqualTo(new Bbox(-180, -18.5857293, -173.7102673, -12.8292528));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POLYGON ((45 40, 135 40, -135 40, -45 40, 45 40))     | 40  | 90
            POLYGON ((45 40, -45 40, -135 40, 135 40, 45 40))     | 40  | 90
            POLYGON ((0 -70, 120 -60, -120 -65, 0 -70))           | -90 | -60
            """)
    void aRingAroundAPoleIsTheCap(String wkt, double south, double north) {
        Geometry repaired = repaired(wkt);

        assertThat(Bboxes.of(repaired)).isEqualTo(new Bbox(-180, south, 180, north));
        assertThat(repaired.covers(read("POINT (77 %s)".formatted(south < 0 ? -90 : 90))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))                                        | 2
            POLYGON ((0 0, 4 0, 4 4, 2 -1, 0 4, 0 0))                                  | 3
            MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))    | 1
            """)
    void ringsThatMeetThemselvesAreTakenApart(String wkt, int parts) {
        assertThat(repaired(wkt).getNumGeometries()).isEqualTo(parts);
    }

    @Test
    void ringsThatEncloseNothingAreEmpty() {
        assertThat(repaired("POLYGON ((0 0, 1 1, 2 2, 0 0))").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
                "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
                "POLYGON ((-180 -90, 179.75 -90, 179.75 90, -180 90, -180 -90))",
                "POLYGON ((-179.9999999999 0, 179.9999999999 0, 179.9999999999 5, -179.9999999999 5, -179.9999999999 0))",
                "POLYGON ((-90 0, 90 0, 90 10, -90 10, -90 0))"
            })
    void whatIsSoundStaysAsItIs(String wkt) {
        assertThatObject(PolygonRepair.repair(read(wkt))).isEqualTo(Optional.empty());
    }
}
