package io.stacgenerator.internal.pipeline;

import io.stacgenerator.DatetimeFallback;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells when the data were acquired: from their tags, then from their names; never invented. */
final class Datetimes {

    private static final String POINTER = "/properties/datetime";

    /** The first and the last time that the data are for, as the reader of GDAL's formats names them. */
    private static final String START = "TIME:START";

    private static final String END = "TIME:END";

    // the form that TIFF 6.0 gives to tag 306, DateTime
    private static final DateTimeFormatter TIFF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Datetimes() {}

    /** A time, the end of the range that it starts or null, where it comes from, and what to say of it. */
    record Found(
            Instant time,
            @Nullable Instant end,
            String origin,
            @Nullable Warning warning) {

        Found(Instant time, String origin, @Nullable Warning warning) {
            this(time, null, origin, warning);
        }

        Found until(Optional<Instant> last) {
            return new Found(time, last.orElse(end), origin, warning);
        }
    }

    /**
     * Finds the date of an Item whose metadata give none.
     *
     * @throws StacGeneratorException with {@code DATETIME_MISSING}
     */
    static Found find(ItemDraft item, List<String> fileNames, GenerationOptions options) {
        return fromTags(item)
                .or(() -> fromNames(fileNames))
                .or(() -> options.datetimeFallback() == DatetimeFallback.LAST_MODIFIED
                        ? fromModification(item)
                        : Optional.empty())
                .orElseThrow(Datetimes::missing);
    }

    static String text(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    static void announce(Found found, GenerationContext context) {
        if (found.warning() != null) {
            context.warn(found.warning());
        }
    }

    private static Optional<Found> fromTags(ItemDraft item) {
        List<Found> found = new ArrayList<>();
        item.assets()
                .forEach((key, asset) -> asset.raster()
                        .flatMap(raster -> fromTags(key, raster.metadata()))
                        .ifPresent(found::add));
        return found.stream().min(Comparator.comparing(Found::time)).map(first -> first.until(last(found)));
    }

    private static Optional<Instant> last(List<Found> found) {
        return found.stream().map(Found::end).flatMap(Stream::ofNullable).max(Comparator.naturalOrder());
    }

    private static Optional<Found> fromTags(String key, Map<String, String> tags) {
        return fromTag(key, "IMAGERY:ACQUISITIONDATETIME", tags)
                .or(() -> fromTag(key, START, tags)
                        .map(start -> start.until(fromTag(key, END, tags).map(Found::time))))
                .or(() -> fromTag(key, "TIFFTAG_DATETIME", tags));
    }

    private static Optional<Found> fromTag(String key, String tag, Map<String, String> tags) {
        String text = Objects.requireNonNullElse(tags.get(tag), "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String origin = "asset:" + key + " " + tag;
        try {
            return Optional.of(new Found(OffsetDateTime.parse(text).toInstant(), origin, null));
        } catch (DateTimeParseException e) {
            return withoutZone(text).map(time -> new Found(time, origin, assumedUtc(tag, text)));
        }
    }

    private static Optional<Instant> withoutZone(String text) {
        return parse(text, TIFF).or(() -> parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Warning assumedUtc(String tag, String text) {
        return new Warning(
                "assumed-utc",
                "the date is from the tag %s '%s', which has no time zone: taken as UTC".formatted(tag, text),
                POINTER);
    }

    private static Optional<Found> fromNames(List<String> fileNames) {
        return fileNames.stream()
                .flatMap(name -> FileNameDate.of(name).stream()
                        .map(time -> new Found(
                                time,
                                "file name",
                                new Warning(
                                        "datetime-from-name",
                                        "the date %s is from the file name '%s'".formatted(text(time), name),
                                        POINTER))))
                .min(Comparator.comparing(Found::time));
    }

    private static Optional<Found> fromModification(ItemDraft item) {
        return item.assets().values().stream()
                .map(AssetDraft::lastModified)
                .flatMap(Optional::stream)
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

    private static StacGeneratorException missing() {
        return new StacGeneratorException(
                ErrorCode.DATETIME_MISSING,
                "nothing tells when the data were acquired: no datetime in the metadata, no tag"
                        + " IMAGERY:ACQUISITIONDATETIME or TIFFTAG_DATETIME, no time axis, no date in a file name; give properties.datetime"
                        + " in a metadata file, set the option datetime, or set the option datetime fallback to last-modified");
    }
}
