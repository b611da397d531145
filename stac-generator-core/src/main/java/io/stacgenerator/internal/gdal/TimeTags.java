package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.spi.raster.RasterBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last time that the data of a file are for, under names of our own, {@value #START} and
 * {@value #END}, in the form {@code 2013-06-13T00:00:00Z}.
 *
 * <p>They come from the time axes of NetCDF and Zarr, from the valid times of GRIB messages, else from the attributes
 * {@code time_coverage_start} and {@code time_coverage_end} (ACDD 1.3).
 */
final class TimeTags {

    static final String START = "TIME:START";
    static final String END = "TIME:END";

    private static final String UNITS = "#units";
    private static final Pattern LEADING_DIGITS = Pattern.compile("^\\s*(-?\\d{1,12})\\b.*");

    private TimeTags() {}

    /**
     * Adds the times to the metadata of a file; nothing when it has none.
     *
     * @param known times of axes that are not among the metadata
     * @param warnings takes which axes are not understood
     */
    static void add(Map<String, String> metadata, List<RasterBand> bands, List<Instant> known, List<Warning> warnings) {
        Stream<Instant> told =
                Stream.concat(axes(metadata, warnings), bands.stream().flatMap(TimeTags::validTime));
        List<Instant> times = Stream.concat(known.stream(), told).toList();
        if (times.isEmpty()) {
            times = Stream.of("NC_GLOBAL#time_coverage_start", "NC_GLOBAL#time_coverage_end")
                    .flatMap(name -> instant(metadata.get(name)).stream())
                    .toList();
        }
        if (!times.isEmpty()) {
            metadata.put(START, Collections.min(times).toString());
            metadata.put(END, Collections.max(times).toString());
        }
    }

    private static Stream<Instant> axes(Map<String, String> metadata, List<Warning> warnings) {
        return metadata.keySet().stream()
                .filter(name -> name.endsWith(UNITS))
                .flatMap(name -> axis(name.substring(0, name.length() - UNITS.length()), metadata, warnings));
    }

    private static Stream<Instant> axis(String name, Map<String, String> metadata, List<Warning> warnings) {
        String values = metadata.get("NETCDF_DIM_" + name + "_VALUES");
        if (values == null) {
            return Stream.empty();
        }
        String units = metadata.getOrDefault(name + UNITS, "");
        String calendar = metadata.get(name + "#calendar");
        Optional<CfTime> time = CfTime.of(units, calendar);
        if (time.isEmpty() && units.contains(" since ")) {
            warnings.add(new Warning(
                    "time-not-understood",
                    "the axis '%s' is left out: its units are '%s' in the calendar '%s'"
                            .formatted(name, units, Objects.requireNonNullElse(calendar, "standard"))));
        }
        return time.stream().flatMap(known -> numbers(values).flatMap(value -> instant(known, value)));
    }

    /** A value may be beyond all dates. */
    private static Stream<Instant> instant(CfTime time, double value) {
        try {
            return Stream.of(time.at(value));
        } catch (DateTimeException | ArithmeticException e) {
            return Stream.empty();
        }
    }

    private static Stream<Double> numbers(String values) {
        return Stream.of(values.replaceAll("[{}]", "").split(",")).flatMap(text -> {
            try {
                return Stream.of(Double.valueOf(text)).filter(Double::isFinite);
            } catch (NumberFormatException e) {
                return Stream.empty();
            }
        });
    }

    private static Stream<Instant> validTime(RasterBand band) {
        Matcher seconds = LEADING_DIGITS.matcher(band.metadata().getOrDefault("GRIB_VALID_TIME", ""));
        return seconds.matches() ? Stream.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1)))) : Stream.empty();
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return UtcTime.ofTag(Objects.requireNonNullElse(text, "")).map(UtcTime::instant);
    }
}
