package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.datetime.CoverageTags;
import io.stacgenerator.internal.datetime.FileNameDates;
import io.stacgenerator.internal.datetime.TimeSpan;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.photo.Photograph;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.ItemDraft;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds when the data were acquired: from their tags, then from their names; never invented. */
final class Datetimes {

    private static final String POINTER = "/properties/datetime";

    /** The first and the last time that the data are for, as the reader of GDAL's formats names them. */
    private static final String START = "TIME:START";

    private static final String END = "TIME:END";

    private static final String EXPOSURE = "EXIF:DateTimeOriginal";

    /** A tag of blanks, colons or nothing stands for no date. */
    private static final Pattern HAS_DIGITS = Pattern.compile("[0-9]");

    private Datetimes() {}

    /**
     * A time.
     *
     * @param time the time
     * @param end the end of the range that it starts, or null
     * @param range whether the range has no time that stands for the whole
     * @param origin where it comes from
     * @param warning the warning about it, or null
     */
    record Found(
            Instant time,
            @Nullable Instant end,
            boolean range,
            String origin,
            @Nullable Warning warning) {

        Found(Instant time, String origin, @Nullable Warning warning) {
            this(time, null, false, origin, warning);
        }

        Found until(Optional<Instant> last) {
            return new Found(time, last.orElse(end), range, origin, warning);
        }
    }

    /**
     * Finds the date of an Item whose metadata give none.
     *
     * @param fileNames the names of the assets
     * @param id the id that the request gives, such as the product that a folder is named by
     * @param warnings takes what is to be said of the date, and of those that were refused
     * @throws StacGeneratorException with {@code DATETIME_MISSING}
     */
    static Found find(
            ItemDraft item,
            List<String> fileNames,
            Optional<String> id,
            GenerationOptions options,
            Consumer<Warning> warnings) {
        List<String> refused = new ArrayList<>();
        Optional<Found> found = fromTags(item, refused)
                .or(() -> fromNames("file name", fileNames, options, refused))
                .or(() -> fromNames("id", id.stream().toList(), options, refused))
                .or(() -> options.datetimeFallback() == DatetimeFallback.LAST_MODIFIED
                        ? fromModification(item)
                        : Optional.empty());
        refused.stream().distinct().map(Datetimes::refused).forEach(warnings);
        found.map(Found::warning).ifPresent(warnings);
        return found.orElseThrow(() -> missing(refused));
    }

    static String text(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    private static Optional<Found> fromTags(ItemDraft item, List<String> refused) {
        List<Found> found = new ArrayList<>();
        item.assets()
                .forEach((key, asset) -> asset.raster()
                        .flatMap(raster -> fromTags(key, raster.metadata(), refused))
                        .or(() -> asset.dataset().flatMap(dataset -> fromDataset(key, dataset)))
                        .ifPresent(found::add));
        return found.stream().min(Comparator.comparing(Found::time)).map(first -> first.until(last(found)));
    }

    private static Optional<Found> fromDataset(String key, Dataset dataset) {
        List<Instant> times = dataset.times();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(times.get(0), "asset:" + key, null).until(Optional.of(times.get(1))));
    }

    private static Optional<Instant> last(List<Found> found) {
        return found.stream().map(Found::end).flatMap(Stream::ofNullable).max(Comparator.naturalOrder());
    }

    private static Optional<Found> fromTags(String key, Map<String, String> tags, List<String> refused) {
        return fromTag(key, "IMAGERY:ACQUISITIONDATETIME", tags, refused)
                .or(() -> fromTag(key, START, tags, refused)
                        .map(start ->
                                start.until(fromTag(key, END, tags, refused).map(Found::time))))
                .or(() -> CoverageTags.of(tags).flatMap(coverage -> fromCoverage(key, coverage, refused)))
                .or(() -> fromCamera(key, tags, refused))
                .or(() -> fromTag(key, "TIFFTAG_DATETIME", tags, refused));
    }

    private static Optional<Found> fromCoverage(String key, CoverageTags.Coverage coverage, List<String> refused) {
        return fromTag(key, coverage.tag(), coverage.start(), UtcTime::ofTag, refused)
                .map(start -> start.until(fromTag(key, coverage.endTag(), coverage.end(), UtcTime::ofEndTag, refused)
                        .map(Found::time)));
    }

    /** A camera writes the parts of a second and the offset to UTC into tags of their own. */
    private static Optional<Found> fromCamera(String key, Map<String, String> tags, List<String> refused) {
        return Photograph.of(tags)
                .flatMap(Photograph::time)
                .flatMap(time -> fromTag(key, EXPOSURE, Map.of(EXPOSURE, time), refused));
    }

    private static Optional<Found> fromTag(String key, String tag, Map<String, String> tags, List<String> refused) {
        return fromTag(key, tag, tags.get(tag), UtcTime::ofTag, refused);
    }

    private static Optional<Found> fromTag(
            String key,
            String tag,
            @Nullable String value,
            Function<String, Optional<UtcTime>> reading,
            List<String> refused) {
        String text = Objects.requireNonNullElse(value, "").strip();
        if (!HAS_DIGITS.matcher(text).find()) {
            return Optional.empty();
        }
        Optional<UtcTime> read = reading.apply(text);
        if (read.isEmpty()) {
            refused.add("the tag %s has '%s'".formatted(tag, text));
        }
        String origin = "asset:" + key + " " + tag;
        return read.map(time -> new Found(time.instant(), origin, time.zoned() ? null : assumedUtc(tag, text)));
    }

    private static Warning assumedUtc(String tag, String text) {
        return new Warning(
                "assumed-utc",
                "the date is from the tag %s '%s', which has no time zone: taken as UTC".formatted(tag, text),
                POINTER);
    }

    private static Optional<Found> fromNames(
            String kind, List<String> names, GenerationOptions options, List<String> refused) {
        List<Found> found = new ArrayList<>();
        for (String name : names) {
            FileNameDates dates =
                    FileNameDates.of(name, options.datetimePattern().orElse(null));
            dates.refused().forEach(text -> refused.add("the %s '%s' has %s".formatted(kind, name, text)));
            dates.span().map(span -> named(kind, name, span)).ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparing(Found::time));
    }

    private static Found named(String kind, String name, TimeSpan span) {
        String until = span.end() == null ? "" : " to " + text(span.end());
        String message = "the date %s%s is from the %s '%s'".formatted(text(span.start()), until, kind, name);
        Warning warning = new Warning("datetime-from-name", message, POINTER);
        return new Found(span.start(), span.end(), span.range(), kind, warning);
    }

    /** File systems that keep no time, and archives that leave it out, have the first second of 1970. */
    private static Optional<Found> fromModification(ItemDraft item) {
        return item.assets().values().stream()
                .map(AssetDraft::lastModified)
                .flatMap(Optional::stream)
                .filter(time -> !time.equals(Instant.EPOCH))
                .max(Comparator.naturalOrder())
                .map(time -> new Found(
                        time,
                        "last modified",
                        new Warning(
                                "datetime-from-last-modified",
                                "the date %s is the last modification of the assets, not their acquisition"
                                        .formatted(text(time)),
                                POINTER)));
    }

    private static Warning refused(String what) {
        return new Warning("datetime-refused", what + ", which is not taken for a date", POINTER);
    }

    private static StacGeneratorException missing(List<String> refused) {
        return new StacGeneratorException(
                ErrorCode.DATETIME_MISSING,
                "nothing says when the data were acquired: no datetime in the metadata, no tag"
                        + " IMAGERY:ACQUISITIONDATETIME, EXIF:DateTimeOriginal, TIFFTAG_DATETIME or time_coverage_start, no time axis, no date in a file name or the id; give properties.datetime"
                        + " in a metadata file, set the option datetime, or set the option datetime fallback to last-modified"
                        + (refused.isEmpty() ? "" : "; refused: " + String.join("; ", refused)));
    }
}
