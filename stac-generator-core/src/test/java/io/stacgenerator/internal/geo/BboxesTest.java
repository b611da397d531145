package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.Bbox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class BboxesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @ParameterizedTest
    @CsvSource({
        "-10, 10, 20, 30, -10, 30",
        "170, 180, -180, -170, 170, -170",
        "160, 170, -170, -160, 160, -160",
        "-180, 180, -180, 180, -180, 180",
        "-90, 0, 0, 90, -90, 90",
        "-180, -90, 0, 90, -180, 90",
        "-100, 100, -100, 100, -100, 100",
        "-170, 0, 10, 175, -170, 175",
        "-170, -100, 100, 170, 100, -100"
    })
    void boxTakesTheShorterWayAroundTheEarth(
            double west1, double east1, double west2, double east2, double west, double east) {
        Geometry both = FACTORY.buildGeometry(List.of(rectangle(west1, east1), rectangle(west2, east2)));

        assertThat(Bboxes.of(both)).isEqualTo(new Bbox(west, -5, east, 5));
    }

    private static Geometry rectangle(double west, double east) {
        return FACTORY.toGeometry(new Envelope(west, east, -5, 5));
    }
}
