package io.stacgenerator.internal.datetime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tags by which formats and conventions say when data were acquired or what time they cover, under the names that
 * GDAL has for them, also in a TIFF that it has made of such a file. Those of files that were written or products that
 * were made, such as {@code NITF_FDT}, {@code DATE} of FITS or {@code date_created}, are none of them.
 */
public final class CoverageTags {

    private static final List<Names> NAMES = List.of(
            // Attribute Convention for Data Discovery 1.3
            new Names("time_coverage_start", "time_coverage_end"),
            // HDF-EOS core metadata, as the drivers of HDF4 and HDF5 have it
            new Names("RANGEBEGINNINGDATE", "RANGEBEGINNINGTIME", "RANGEENDINGDATE", "RANGEENDINGTIME"),
            new Names("RangeBeginningDate", "RangeBeginningTime", "RangeEndingDate", "RangeEndingTime"),
            // Sentinel-3 Product Data Format Specification
            new Names("start_time", "stop_time"),
            // PDS 3 Data Dictionary
            new Names("START_TIME", "STOP_TIME"),
            // MIL-STD-2500C, table A-3: when the image was taken
            new Names("NITF_IDATIM", ""),
            new Names("ENVI:acquisition_time", ""),
            // FITS 4.0, section 9.5
            new Names("DATE-OBS", "DATE-END"));

    /** The driver of NetCDF gives attributes of the file a prefix, that of HDF5 none. */
    private static final List<String> PREFIXES = List.of("NC_GLOBAL#", "");

    /** What GDAL writes into a NITF for which it is given no date. */
    private static final String NO_DATE = "20021216151629";

    /** A year in a tag of the time that data cover is all of it. */
    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d");

    private CoverageTags() {}

    /**
     * What tags say.
     *
     * @param tag the name of the one that has the start
     * @param start the start as it is written
     * @param endTag the name of the one that has the end
     * @param end the end as it is written, or null
     */
    public record Coverage(
            String tag,
            String start,
            String endTag,
            @Nullable String end) {}

    private record Names(
            String start,
            @Nullable String startTime,
            String end,
            @Nullable String endTime) {

        Names(String start, String end) {
            this(start, null, end, null);
        }

        Optional<Coverage> in(Map<String, String> tags) {
            return text(tags, start, startTime).map(text -> new Coverage(start, firstDay(text), end, last(tags, text)));
        }

        private @Nullable String last(Map<String, String> tags, String first) {
            Optional<String> year =
                    Optional.of(first).filter(text -> YEAR.matcher(text).matches());
            return text(tags, end, endTime)
                    .or(() -> year)
                    .map(text -> YEAR.matcher(text).matches() ? text + "-12-31" : text)
                    .orElse(null);
        }

        private static String firstDay(String text) {
            return YEAR.matcher(text).matches() ? text + "-01-01" : text;
        }

        private static Optional<String> text(Map<String, String> tags, String name, @Nullable String time) {
            Optional<String> clock = time == null ? Optional.empty() : CoverageTags.text(tags, time);
            return CoverageTags.text(tags, name)
                    .map(date -> date + clock.map(text -> "T" + text).orElse(""));
        }
    }

    /** Returns what an attribute of the file says. */
    public static Optional<String> text(Map<String, String> tags, String name) {
        return PREFIXES.stream()
                .flatMap(prefix -> Stream.ofNullable(tags.get(prefix + name)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Returns what the first tags say that have digits: blanks, hyphens and {@code UNK} stand for no date. */
    public static Optional<Coverage> of(Map<String, String> tags) {
        return NAMES.stream()
                .flatMap(names -> names.in(tags).stream())
                .filter(coverage -> coverage.start().chars().anyMatch(Character::isDigit)
                        && !coverage.start().equals(NO_DATE))
                .findFirst();
    }
}
