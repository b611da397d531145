package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@RequiresGdal
final class CfTimeBoundsTest {

    private static final String UNITS = "days since 2020-01-01";

    @TempDir
    private Path folder;

    private Map<String, String> tags(CfBuilder builder) throws IOException {
        RasterInfo[] info = new RasterInfo[1];
        Fixtures.with(Fixtures.local(builder.write(folder.resolve("a.nc"))), raster -> info[0] = raster.info());
        return info[0].metadata();
    }

    private static CfBuilder grid() {
        return new CfBuilder()
                .dimension("lat", 2)
                .dimension("lon", 3)
                .dimension("nv", 2)
                .variable("lat", "lat", List.of(51.0, 50.0), "units", "degrees_north")
                .variable("lon", "lon", List.of(10.0, 11.0, 12.0), "units", "degrees_east");
    }

    private static CfBuilder series(List<Double> times, List<Double> bounds, String attribute) {
        return grid().dimension("time", times.size())
                .variable("time", "time", times, "units", UNITS, attribute, "time_bnds")
                .variable("time_bnds", "time nv", bounds)
                .variable("v", "time lat lon", Collections.nCopies(6 * times.size(), 1.0));
    }

    static Stream<Arguments> bounds() {
        List<Double> january = List.of(15.5);
        return Stream.of(
                Arguments.of(series(january, List.of(0.0, 31.0), "bounds"), "2020-01-01", "2020-02-01"),
                Arguments.of(series(january, List.of(0.0, 31.0), "climatology"), "2020-01-01", "2020-02-01"),
                Arguments.of(
                        series(List.of(15.5, 45.0), List.of(0.0, 31.0, 31.0, 60.0), "bounds"),
                        "2020-01-01",
                        "2020-03-01"),
                Arguments.of(series(List.of(31.0), List.of(0.0, 31.0), "bounds"), "2020-01-01", "2020-02-01"));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void theCellsOfAnAxisAreTheRange(CfBuilder file, String start, String end) throws IOException {
        assertThat(tags(file))
                .containsEntry(TimeTags.START, start + "T00:00:00Z")
                .containsEntry(TimeTags.END, end + "T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"9.96921e36, 9.96921e36", "-9999, -9999", "31, 0", "20, 31", "NaN, 31"})
    void cellsThatDoNotEncloseTheirPositionAreNotSet(double low, double high) throws IOException {
        assertThat(tags(series(List.of(15.5), List.of(low, high), "bounds")))
                .containsEntry(TimeTags.START, "2020-01-16T12:00:00Z")
                .containsEntry(TimeTags.END, "2020-01-16T12:00:00Z");
    }

    @Test
    void boundsThatAreNotThereAreNotMissed() throws IOException {
        CfBuilder file = grid().dimension("time", 1)
                .variable("time", "time", List.of(1.0), "units", UNITS, "bounds", "none")
                .variable("v", "time lat lon", Collections.nCopies(6, 1.0));

        assertThat(tags(file)).containsEntry(TimeTags.START, "2020-01-02T00:00:00Z");
    }

    @Test
    void aTimeWithoutADimensionHasBoundsToo() throws IOException {
        CfBuilder file = grid().variable("time", "", List.of(15.5), "units", UNITS, "bounds", "time_bnds")
                .variable("time_bnds", "nv", List.of(0.0, 31.0))
                .variable("v", "lat lon", Collections.nCopies(6, 1.0), "coordinates", "time");

        assertThat(tags(file))
                .containsEntry(TimeTags.START, "2020-01-01T00:00:00Z")
                .containsEntry(TimeTags.END, "2020-02-01T00:00:00Z");
    }

    @Test
    void theAttributesOfTheFileSayWhere() throws IOException {
        CfBuilder file = new CfBuilder()
                .dimension("scanline", 2)
                .dimension("pixel", 3)
                .attribute("geospatial_lat_min", "-10.5")
                .attribute("geospatial_lat_max", "12")
                .attribute("geospatial_lon_min", "170")
                .attribute("geospatial_lon_max", "-170")
                .variable("v", "scanline pixel", Collections.nCopies(6, 1.0));

        assertThat(tags(file)).containsEntry("EXTENT:WEST", "170").containsEntry("EXTENT:NORTH", "12");
    }
}
