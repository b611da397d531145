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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forecasts in NetCDF: the reference time is when they were made, and no time that the data are for. */
@RequiresGdal
final class CfForecastTest {

    private static final String UNITS = "hours since 2020-01-01";
    private static final String REFERENCE = "forecast_reference_time";
    private static final List<Double> MADE = List.of(6.0);

    @TempDir
    private Path folder;

    private static CfBuilder grid() {
        return new CfBuilder()
                .dimension("lat", 2)
                .dimension("lon", 3)
                .variable("lat", "lat", List.of(51.0, 50.0), "units", "degrees_north")
                .variable("lon", "lon", List.of(10.0, 11.0, 12.0), "units", "degrees_east");
    }

    private static CfBuilder valid() {
        return grid().dimension("time", 2)
                .variable("time", "time", List.of(9.0, 12.0), "units", UNITS, "standard_name", "time");
    }

    static Stream<Arguments> files() {
        List<Double> ones = Collections.nCopies(12, 1.0);
        return Stream.of(
                Arguments.of(
                        "a coordinate without a dimension",
                        valid().variable("made", "", MADE, "units", UNITS, "standard_name", REFERENCE)
                                .variable("v", "time lat lon", ones, "coordinates", "made")),
                Arguments.of(
                        "an axis",
                        valid().dimension("made", 1)
                                .variable("made", "made", MADE, "units", UNITS, "standard_name", REFERENCE)
                                .variable("v", "made time lat lon", ones)),
                Arguments.of(
                        "an axis next to one of periods",
                        grid().dimension("made", 1)
                                .dimension("step", 2)
                                .variable("made", "made", MADE, "units", UNITS, "standard_name", REFERENCE)
                                .variable(
                                        "step",
                                        "step",
                                        List.of(3.0, 6.0),
                                        "units",
                                        "hours",
                                        "standard_name",
                                        "forecast_period")
                                .variable("v", "made step lat lon", ones)),
                Arguments.of(
                        "that of cfgrib",
                        grid().dimension("step", 2)
                                .variable(
                                        "step",
                                        "step",
                                        List.of(180.0, 360.0),
                                        "units",
                                        "minutes",
                                        "standard_name",
                                        "forecast_period")
                                .variable(
                                        "time",
                                        "",
                                        MADE,
                                        "units",
                                        UNITS,
                                        "standard_name",
                                        "time",
                                        "long_name",
                                        "initial time of forecast")
                                .variable("v", "step lat lon", ones, "coordinates", "time")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void referenceTimeIsWhenForecastsWereMade(String form, CfBuilder file) throws IOException {
        assertThat(tags(file))
                .as(form)
                .containsEntry(TimeTags.REFERENCE, "2020-01-01T06:00:00Z")
                .containsEntry(TimeTags.START, "2020-01-01T09:00:00Z")
                .containsEntry(TimeTags.END, "2020-01-01T12:00:00Z");
    }

    static Stream<CfBuilder> analyses() {
        String[] cfgrib = {"units", UNITS, "standard_name", "time", "long_name", "initial time of forecast"};
        return Stream.of(
                valid().variable("v", "time lat lon", Collections.nCopies(12, 1.0)),
                grid().dimension("time", 2)
                        .variable("time", "time", List.of(9.0, 12.0), cfgrib)
                        .variable("v", "time lat lon", Collections.nCopies(12, 1.0)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void timesWithoutPeriodsAreThoseOfTheData(CfBuilder file) throws IOException {
        assertThat(tags(file))
                .doesNotContainKey(TimeTags.REFERENCE)
                .containsEntry(TimeTags.START, "2020-01-01T09:00:00Z")
                .containsEntry(TimeTags.END, "2020-01-01T12:00:00Z");
    }

    private Map<String, String> tags(CfBuilder builder) throws IOException {
        RasterInfo[] info = new RasterInfo[1];
        Fixtures.with(Fixtures.local(builder.write(folder.resolve("a.nc"))), raster -> info[0] = raster.info());
        return info[0].metadata();
    }
}
