package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.gdal.GdalCrsEngine;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.ShiftQuality;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operation that GDAL chooses for a place has the name that the table knows. */
final class OperationNamesTest {

    @ParameterizedTest
    @RequiresGdal
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "23034 | 21 | 58.6 | ED50 to WGS 84 (7), accuracy 7 m",
                "20439 | 51 | 24.4 | Ain el Abd to WGS 84 (2), accuracy 18 m",
                "4267 | -95 | 40 | NAD27 to WGS 84 (6), accuracy 7 m",
                "4267 | -100 | 70 | -"
            })
    void operationOfGdalHasTheNameInTheTable(int code, double longitude, double latitude, String title) {
        CrsDefinition crs = CrsDefinition.epsg(code);
        Wgs84Transform exact =
                new GdalCrsEngine().transform(crs, longitude, latitude).orElseThrow();
        double[] xy = new double[2];
        assertThat(exact.fromLonLat(longitude, latitude, xy)).isTrue();

        ShiftQuality quality = Wgs84Transforms.named(crs, exact, xy[0], xy[1]).quality();

        assertThat(quality.title().orElse(null)).isEqualTo(title);
        assertThat(quality.error()).isZero();
    }

    @Test
    void anotherOperationHasNoName() {
        CrsDefinition crs = CrsDefinition.epsg(23034);
        Wgs84Transform unshifted =
                Wgs84Transform.of(CrsTable.find(23034).orElseThrow().projString());

        assertThat(Wgs84Transforms.named(crs, unshifted, 500_000, 6_500_000)
                        .quality()
                        .title())
                .isEmpty();
    }
}
