package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import org.junit.jupiter.api.Test;

@RequiresGdal
final class GdalCrsEngineTest {

    @Test
    void systemsAreWrittenAsWellKnownText() {
        CrsDefinition crs = CrsDefinition.builder()
                .projString("+proj=aea +lat_1=29.5 +lat_2=45.5 +datum=WGS84")
                .build();

        assertThat(new GdalCrsEngine().wkt2(crs))
                .hasValueSatisfying(
                        wkt2 -> assertThat(wkt2).startsWith("PROJCRS[").contains("METHOD[\"Albers Equal Area\""));
    }

    @Test
    void systemThatIsNotDefinedHasNoText() {
        assertThat(new GdalCrsEngine()
                        .wkt2(CrsDefinition.builder().name("My grid").build()))
                .isEmpty();
    }
}
