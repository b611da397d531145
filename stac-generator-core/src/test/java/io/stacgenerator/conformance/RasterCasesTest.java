package io.stacgenerator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rasters that went wrong, with what is right of them. */
@Requires("cases")
final class RasterCasesTest {

    private static final GenerationOptions DATED = GenerationOptions.builder()
            .datetime(Instant.parse("2024-05-01T00:00:00Z"))
            .build();

    private static GenerationResult make(String file, GenerationOptions options) {
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(Material.path("cases")
                            .resolve("raster")
                            .resolve(file)
                            .toString())
                    .build());
        }
    }

    private static GenerationOptions exact() {
        return GenerationOptions.builder()
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .statistics(StatisticsMode.EXACT)
                .build();
    }

    private static Map<?, ?> asset(GenerationResult result) {
        Map<?, ?> assets = (Map<?, ?>) result.item().toMap().get("assets");
        return (Map<?, ?>) assets.values().iterator().next();
    }

    private static Map<?, ?> properties(GenerationResult result) {
        return (Map<?, ?>) result.item().toMap().get("properties");
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"07-nodata-tolerance/seaice.tif", "07-nodata-tolerance/short.tif"})
    void nodataIsComparedAsGdalDoes(String file) {
        assertThat(asset(make(file, exact())))
                .extracting("statistics")
                .satisfies(statistics -> assertThat((Map<?, ?>) statistics)
                        .extracting("minimum", "maximum", "count", "valid_percent")
                        .extracting(value -> ((Number) value).doubleValue())
                        .containsExactly(0.0, 89.0, 90.0, 90.0));
    }

    @ParameterizedTest
    @CsvSource({
        "ndvi_2020-01-01_2020-12-31.tif, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59Z",
        "x_20210601-2021-07-01.tif, 2021-06-01T00:00:00Z, 2021-07-01T23:59:59Z",
        "landcover_20190101_20191231.tif, 2019-01-01T00:00:00Z, 2019-12-31T23:59:59Z"
    })
    void twoDatesInANameAreARange(String file, String start, String end) {
        assertThat(properties(make("09-date-range-in-name/" + file, GenerationOptions.ofDefaults())))
                .extracting("datetime", "start_datetime", "end_datetime")
                .containsExactly(null, start, end);
    }

    @ParameterizedTest
    @CsvSource({
        "09-date-range-in-name/map_1969-07-20.tif, 1969-07-20T00:00:00Z, datetime-from-name",
        "10-tiff-datetime-slash/wgeo.tif, 2020-04-01T09:16:46Z, assumed-utc",
        "10-tiff-datetime-slash/day.tif, 2021-06-01T00:00:00Z, assumed-utc"
    })
    void dateOfANameOrATagIsTaken(String file, String datetime, String warning) {
        GenerationResult result = make(file, GenerationOptions.ofDefaults());

        assertThat(properties(result)).extracting("datetime").isEqualTo(datetime);
        assertThat(codes(result.warnings())).contains(warning);
    }

    @Test
    @RequiresGdal
    void axesOfLongitudesAndLatitudesLocateARaster() {
        GenerationResult result = make("11-netcdf-lonlat-without-grid-mapping/era5.nc", GenerationOptions.ofDefaults());

        assertThat(result.item().toMap().get("bbox")).isEqualTo(List.of(-180.0, -90.0, 180.0, 90.0));
        assertThat(properties(result)).extracting("datetime").isEqualTo("2020-01-01T00:00:00Z");
        assertThat(codes(result.warnings())).contains("crs-assumed");
    }

    @ParameterizedTest
    @CsvSource({"12-not-a-raster/login.tif", "12-not-a-raster/empty.tif"})
    void whatIsNotARasterIsReportedAndHasNoMediaType(String file) {
        GenerationResult result = make(file, DATED);

        assertThat(codes(result.warnings())).contains("raster-not-recognised");
        assertThat(asset(result).get("type")).isNull();
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> make(
                        file,
                        GenerationOptions.builder()
                                .datetime(DATED.datetime().orElse(null))
                                .strict(true)
                                .build()))
                .returns(ErrorCode.INVALID_RASTER, StacGeneratorException::code);
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> make(file, GenerationOptions.ofDefaults()))
                .returns(ErrorCode.DATETIME_MISSING, StacGeneratorException::code)
                .satisfies(e -> assertThat(codes(e.warnings())).contains("raster-not-recognised"));
    }

    @Test
    void statisticsThatCannotBeAreLeftOut() {
        GenerationResult result = make("14-bad-statistics-in-tags/percent.tif", DATED);

        assertThat(asset(result).get("statistics")).isNull();
        assertThat(codes(result.warnings())).contains("statistics-impossible");
    }

    @Test
    void rasterAttributeTableNamesTheClasses() {
        assertThat(asset(make("15-raster-attribute-table/lc.tif", DATED)).get("classification:classes"))
                .isEqualTo(List.of(
                        Map.of("value", 0, "name", "Water", "color_hint", "419bdf"),
                        Map.of("value", 1, "name", "Trees", "color_hint", "397d49"),
                        Map.of("value", 2, "name", "Rangeland", "color_hint", "c8c864")));
    }

    @ParameterizedTest
    @CsvSource({
        "noleap.nc, 2020-03-01T12:00:00Z",
        "months.nc, 2000-05-01T00:00:00Z",
        "gregorian.nc, 2020-02-29T12:00:00Z"
    })
    @RequiresGdal
    void calendarsOfModelsTellTheTime(String file, String datetime) {
        assertThat(properties(make("19-cf-calendars/" + file, GenerationOptions.ofDefaults())))
                .extracting("datetime")
                .isEqualTo(datetime);
    }

    @Test
    @RequiresGdal
    void packedVariablesTellFactorAndOffset() {
        Map<?, ?> asset = asset(make("21-netcdf-packed/packed.nc", exact()));

        assertThat(asset).extracting("raster:scale", "raster:offset").containsExactly(0.01, 273.15);
        assertThat((Map<?, ?>) asset.get("statistics"))
                .extracting("maximum")
                .satisfies(maximum -> assertThat(((Number) maximum).doubleValue())
                        .isEqualTo(Math.rint(((Number) maximum).doubleValue()), within(0.0)));
    }
}
