package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 | 2013-06-14T21:00:00Z | 2013-06-14T21:00:00Z",
                "{48,0,24} | 2013-06-13T00:00:00Z | 2013-06-15T00:00:00Z",
                "{0,nan,x,6} | 2013-06-13T00:00:00Z | 2013-06-13T06:00:00Z",
                "{0,-2147483647,6,-99,9.969209968386869e+36} | 2013-06-13T00:00:00Z | 2013-06-13T06:00:00Z"
            })
    void takesTheRangeOfATimeAxis(String values, String start, String end) {
        Map<String, String> metadata = tags(
                Map.of(
                        "time#units",
                        "hours since 2013-06-13",
                        "time#_FillValue",
                        "-99",
                        "NETCDF_DIM_time_VALUES",
                        values,
                        "x#units",
                        "km"),
                List.of());

        assertThat(metadata).containsEntry("TIME:START", start).containsEntry("TIME:END", end);
    }

    @Test
    void takesTheValidTimesOfMessages() {
        Map<String, String> metadata = tags(Map.of(), List.of(message("1514808000 sec UTC"), message("  1514811600")));

        assertThat(metadata)
                .containsEntry("TIME:START", "2018-01-01T12:00:00Z")
                .containsEntry("TIME:END", "2018-01-01T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"time#units, days since 2000-01-01", "NETCDF_DIM_time_VALUES, 5", "NC_GLOBAL#time_coverage_start, 2020"
    })
    void givesNoneWithoutAWholeTime(String name, String value) {
        assertThat(tags(Map.of(name, value), List.of())).containsOnlyKeys(name);
    }

    private static Map<String, String> tags(Map<String, String> given, List<RasterBand> bands) {
        Map<String, String> metadata = new TreeMap<>(given);
        TimeTags.add(metadata, bands, new CfTimes(), new ArrayList<>());
        return metadata;
    }

    private static RasterBand message(String validTime) {
        return RasterBand.builder(DataType.FLOAT64)
                .metadata(Map.of("GRIB_VALID_TIME", validTime))
                .build();
    }
}
