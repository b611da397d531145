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

/**
 * The first and the last time that the data of a file are for, under names of our own, {@value #START} and
 * {@value #END}, in the form {@code 2013-06-13T00:00:00Z}.
 *
 * <p>They come from the time axes of NetCDF and Zarr and the bounds of their cells, from the valid times of GRIB
 * messages, else from the attributes {@code time_coverage_start} and {@code time_coverage_end} (ACDD 1.3), by which the
 * drivers of NetCDF and of HDF name the file.
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
            times = Stream.of("time_coverage_start", "time_coverage_end")
                    .flatMap(name -> Acdd.text(metadata, name).flatMap(TimeTags::instant).stream())
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
        Optional<CfTime> time = units(name, metadata);
        if (time.isEmpty() && units.contains(" since ")) {
            warnings.add(new Warning(
                    "time-not-understood",
                    "the axis '%s' is left out: its units are '%s' in the calendar '%s'"
                            .formatted(name, units, Objects.requireNonNullElse(calendar, "standard"))));
        }
        return time.stream().flatMap(known -> values(values).stream().flatMap(value -> instant(known, value)));
    }

    /** Returns how to read the values of an axis as times; empty when they are not times. */
    static Optional<CfTime> units(String axis, Map<String, String> metadata) {
        return CfTime.of(metadata.getOrDefault(axis + UNITS, ""), metadata.get(axis + "#calendar"));
    }

    /** A value may be beyond all dates, and is no time when it is not a number. */
    static Stream<Instant> instant(CfTime time, double value) {
        try {
            return Double.isFinite(value) ? Stream.of(time.at(value)) : Stream.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Stream.empty();
        }
    }

    /** Returns the values of a list, NaN for what is not a number. */
    static List<Double> values(String list) {
        return Stream.of(list.replaceAll("[{}]", "").split(",", -1))
                .map(TimeTags::number)
                .toList();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Stream<Instant> validTime(RasterBand band) {
        Matcher seconds = LEADING_DIGITS.matcher(band.metadata().getOrDefault("GRIB_VALID_TIME", ""));
        return seconds.matches() ? Stream.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1)))) : Stream.empty();
    }

    private static Optional<Instant> instant(String text) {
        return UtcTime.ofTag(text).map(UtcTime::instant);
    }
}
