package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes when forecasts were made that GRIB messages or files of NetCDF hold: the date of an Item is the one that they
 * are for. Of several forecasts the fields are those that all have in common (forecast extension 0.2.0).
 */
final class ForecastFields {

    /** GDAL writes seconds since 1970, some versions with {@code sec UTC} after them. */
    private static final Pattern SECONDS = Pattern.compile("\\s*(-?\\d{1,12})\\b.*");

    private ForecastFields() {}

    private record Forecast(Instant reference, Duration horizon) {

        static Stream<Forecast> of(RasterInfo raster) {
            return Stream.concat(
                    raster.bands().stream().flatMap(band -> of(band).stream()),
                    Stream.of("TIME:START", "TIME:END").flatMap(valid -> of(raster.metadata(), valid)));
        }

        /** The time axes of a file come under names of our own. */
        private static Stream<Forecast> of(Map<String, String> times, String valid) {
            boolean known = times.containsKey("TIME:REFERENCE") && times.containsKey(valid);
            return known
                    ? Stream.of(of(Instant.parse(times.get("TIME:REFERENCE")), Instant.parse(times.get(valid))))
                    : Stream.empty();
        }

        private static Forecast of(Instant reference, Instant valid) {
            return new Forecast(reference, Duration.between(reference, valid));
        }

        private static Optional<Forecast> of(RasterBand band) {
            return time(band, "GRIB_REF_TIME")
                    .flatMap(reference -> time(band, "GRIB_VALID_TIME").map(valid -> of(reference, valid)));
        }

        private static Optional<Instant> time(RasterBand band, String name) {
            Matcher seconds = SECONDS.matcher(band.metadata().getOrDefault(name, ""));
            return seconds.matches()
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
                    : Optional.empty();
        }
    }

    static void write(ItemDraft item) {
        List<Forecast> forecasts = item.rasters().stream()
                .map(AssetDraft::raster)
                .flatMap(Optional::stream)
                .flatMap(Forecast::of)
                .toList();
        boolean ahead =
                forecasts.stream().anyMatch(forecast -> !forecast.horizon().isZero());
        List<Instant> references =
                forecasts.stream().map(Forecast::reference).distinct().toList();
        if (!ahead || references.size() > 1) {
            return;
        }
        Map<String, Object> properties = item.properties();
        properties.putIfAbsent("forecast:reference_datetime", Datetimes.text(references.get(0)));
        List<Duration> horizons =
                forecasts.stream().map(Forecast::horizon).distinct().toList();
        if (horizons.size() == 1 && !horizons.get(0).isNegative()) {
            properties.putIfAbsent("forecast:horizon", horizons.get(0).toString());
        }
    }
}
