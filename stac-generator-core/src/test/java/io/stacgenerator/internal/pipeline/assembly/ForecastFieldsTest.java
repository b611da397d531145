package io.stacgenerator.internal.pipeline.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForecastFieldsTest {

    private static RasterBand message(String times) {
        String[] both = times.split("/", -1);
        return RasterBand.builder(DataType.FLOAT64)
                .metadata(Map.of("GRIB_REF_TIME", both[0], "GRIB_VALID_TIME", both[1]))
                .build();
    }

    private static Map<String, Object> properties(String messages) {
        List<RasterBand> bands = Stream.of(messages.split(" ", -1))
                .map(ForecastFieldsTest::message)
                .toList();
        return properties(RasterInfo.builder("GRIB", "application/wmo-GRIB2", new RasterSize(10, 5))
                .bands(bands)
                .build());
    }

    private static Map<String, Object> properties(RasterInfo raster) {
        ItemDraft item = new ItemDraft(
                Map.of("data", AssetDraft.builder("f.grib2").raster(raster).build()), null, null);
        ForecastFields.write(item);
        return item.properties();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1577836800/1577858400                       | 2020-01-01T00:00:00Z | PT6H
            1577836800/1577858400 1577836800/1577858400 | 2020-01-01T00:00:00Z | PT6H
            1577836800/1577858400 1577836800/1577880000 | 2020-01-01T00:00:00Z | -
            1577836800/1577836800 1577836800/1577880000 | 2020-01-01T00:00:00Z | -
            1577836800/1577836800                       | -                    | -
            1577836800/1577858400 1577858400/1577880000 | -                    | -
            x/1577858400                                | -                    | -
            """)
    void forecastsSayWhenTheyWereMadeAndHowFarTheyReach(String messages, String reference, String horizon) {
        Map<String, Object> properties = properties(messages);

        assertThat(properties.get("forecast:reference_datetime")).isEqualTo(reference);
        assertThat(properties.get("forecast:horizon")).isEqualTo(horizon);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2020-01-01T00:00:00Z | 2020-01-01T06:00:00Z | 2020-01-01T06:00:00Z | 2020-01-01T00:00:00Z | PT6H
            2020-01-01T00:00:00Z | 2020-01-01T00:00:00Z | 2020-01-01T06:00:00Z | 2020-01-01T00:00:00Z | -
            2020-01-01T00:00:00Z | 2020-01-01T00:00:00Z | 2020-01-01T00:00:00Z | -                    | -
            """)
    void axesOfForecastsDoSoToo(String made, String start, String end, String reference, String horizon) {
        Map<String, Object> properties =
                properties(RasterInfo.builder("netCDF", "application/netcdf", new RasterSize(10, 5))
                        .metadata(Map.of("TIME:REFERENCE", made, "TIME:START", start, "TIME:END", end))
                        .build());

        assertThat(properties.get("forecast:reference_datetime")).isEqualTo(reference);
        assertThat(properties.get("forecast:horizon")).isEqualTo(horizon);
    }
}
