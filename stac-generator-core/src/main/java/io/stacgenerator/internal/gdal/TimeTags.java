package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.datetime.CfTime;
import io.stacgenerator.spi.raster.RasterBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first and the last time that the data of a file are for, under names of our own, {@value #START} and
 * {@value #END}, in the form {@code 2013-06-13T00:00:00Z}, and {@value #REFERENCE}, when all of its forecasts were
 * made.
 *
 * <p>They come from the time axes of NetCDF and Zarr and the bounds of their cells, and from the valid times of GRIB
 * messages.
 */
final class TimeTags {

    static final String START = "TIME:START";
    static final String END = "TIME:END";

    static final String REFERENCE = "TIME:REFERENCE";
    static final String UNITS = "#units";
    static final String STANDARD_NAME = "#standard_name";

    private static final String LONG_NAME = "#long_name";

    /**
     * What the library of NetCDF fills variables of 32 and 64 bits with: NC_FILL_INT, NC_FILL_INT64, NC_FILL_DOUBLE.
     */
    private static final Set<Double> NEVER_WRITTEN = Set.of(-2147483647.0, -9.223372036854776e18, 9.969209968386869e36);

    private static final Pattern LEADING_DIGITS = Pattern.compile("^\\s*(-?\\d{1,12})\\b.*");

    private TimeTags() {}

    /**
     * Adds the times to the metadata of a file; nothing when it has none.
     *
     * @param known times of axes that are not among the metadata
     * @param warnings takes which axes are not understood
     */
    static void add(Map<String, String> metadata, List<RasterBand> bands, CfTimes known, List<Warning> warnings) {
        CfTimes coordinates = new CfTimes();
        coordinates.addAll(known);
        axes(metadata)
                .forEach(axis -> coordinates.add(
                        metadata.get(axis + STANDARD_NAME),
                        metadata.get(axis + LONG_NAME),
                        times(axis, metadata, warnings)));
        coordinates.addValid(bands.stream().flatMap(TimeTags::validTime));
        List<Instant> references = coordinates.references().stream().distinct().toList();
        if (references.size() == 1) {
            metadata.put(REFERENCE, references.get(0).toString());
        }
        List<Instant> times = coordinates.valid(metadata);
        if (!times.isEmpty()) {
            metadata.put(START, Collections.min(times).toString());
            metadata.put(END, Collections.max(times).toString());
        }
    }

    /** Returns the names of the axes of several bands that have units. */
    static Stream<String> axes(Map<String, String> metadata) {
        return metadata.keySet().stream()
                .filter(name -> name.endsWith(UNITS))
                .map(name -> name.substring(0, name.length() - UNITS.length()))
                .filter(name -> metadata.containsKey(values(name)));
    }

    private static String values(String axis) {
        return "NETCDF_DIM_" + axis + "_VALUES";
    }

    private static Stream<Instant> times(String name, Map<String, String> metadata, List<Warning> warnings) {
        String units = metadata.getOrDefault(name + UNITS, "");
        String calendar = metadata.get(name + "#calendar");
        Optional<CfTime> time = units(name, metadata);
        if (time.isEmpty() && units.contains(" since ")) {
            warnings.add(new Warning(
                    "time-not-understood",
                    "the axis '%s' is left out: its units are '%s' in the calendar '%s'"
                            .formatted(name, units, Objects.requireNonNullElse(calendar, "standard"))));
        }
        return time.stream().flatMap(known -> instants(known, name, metadata));
    }

    /** Returns the times of the values of an axis. */
    static Stream<Instant> instants(CfTime time, String axis, Map<String, String> metadata) {
        return positions(axis, metadata).stream().flatMap(value -> instant(time, value));
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

    /** Returns the positions along an axis, NaN for what is not a number or stands for none. */
    static List<Double> positions(String axis, Map<String, String> metadata) {
        Set<Double> fill = new HashSet<>(NEVER_WRITTEN);
        Stream.of("#_FillValue", "#missing_value")
                .forEach(name -> fill.add(number(metadata.getOrDefault(axis + name, ""))));
        return Stream.of(metadata.getOrDefault(values(axis), "")
                        .replaceAll("[{}]", "")
                        .split(",", -1))
                .map(TimeTags::number)
                .map(position -> fill.contains(position) ? (Double) Double.NaN : position)
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
}
