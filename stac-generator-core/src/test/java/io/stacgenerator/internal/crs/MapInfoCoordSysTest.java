package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.raster.CrsDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MapInfoCoordSysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CoordSys Earth Projection 1, 104 | EPSG:4326",
                "coordsys earth projection 1,104 bounds (-180, -90) (180, 90) | EPSG:4326",
                "CoordSys Earth Projection 1, 115 | EPSG:4258",
                "CoordSys Earth Projection 8, 104, \"m\", 15, 0, 0.9996, 500000, 0 | EPSG:32633",
                "CoordSys Earth Projection 8, 104, \"m\", -177, 0, 0.9996, 500000, 10000000 | EPSG:32701",
                "CoordSys Earth Projection 8, 115, \"m\", 9, 0, 0.9996, 500000, 0 | EPSG:25832",
                "CoordSys Earth Projection 8, 74, \"m\", -123, 0, 0.9996, 500000, 0 | EPSG:26910",
                "CoordSys Earth Projection 8, 116, \"m\", 147, 0, 0.9996, 500000, 10000000 | EPSG:28355",
                "CoordSys Earth Projection 8, 79, \"m\", -2, 49, 0.9996012717, 400000, -100000 | EPSG:27700",
                "CoordSys Earth Projection 8, 117, \"m\", 173, 0, 0.9996, 1600000, 10000000 | EPSG:2193",
                "CoordSys Earth Projection 10, 157, \"m\", 0 | EPSG:3857"
            })
    void systemsInWideUseHaveCodes(String clause, String code) {
        assertThat(MapInfoCoordSys.read(clause).flatMap(CrsDefinition::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CoordSys Earth Projection 8, 104, \"ft\", 15, 0, 0.9996, 500000, 0",
                "CoordSys Earth Projection 8, 104, \"m\", 14, 0, 0.9996, 500000, 0",
                "CoordSys Earth Projection 8, 104, \"m\", 15, 0, 1, 500000, 0",
                "CoordSys Earth Projection 8, 104, \"m\", 15, 0, 0.9996, 500000, 0 Affine Units \"m\", 1, 0, 5, 0, 1, 5",
                "CoordSys Earth Projection 3, 74, \"m\", -100, 40, 33, 45, 0, 0",
                "CoordSys Earth Projection 99999999999, 104",
                "CoordSys Earth"
            })
    void othersHaveNames(String clause) {
        CrsDefinition crs = MapInfoCoordSys.read(clause).orElseThrow();

        assertThat(crs.code()).isEmpty();
        assertThat(crs.name().orElseThrow()).startsWith("Earth");
        assertThat(crs.terrestrial()).isTrue();
    }

    @Test
    void whatIsNotOnEarthIsLocal() {
        assertThat(MapInfoCoordSys.read("CoordSys NonEarth Units \"m\" Bounds (0, 0) (1, 1)"))
                .contains(CrsDefinition.builder()
                        .name("NonEarth Units \"m\"")
                        .terrestrial(false)
                        .build());
    }

    @Test
    void otherStringsAreNotAClause() {
        assertThat(MapInfoCoordSys.read("EPSG:4326")).isEmpty();
    }
}
