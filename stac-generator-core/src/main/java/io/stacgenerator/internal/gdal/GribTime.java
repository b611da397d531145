package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.datetime.UtcTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of a GRIB message, in which GDAL has 0 also for what it does not know. */
final class GribTime {

    private static final String REFERENCE = "GRIB_REF_TIME";
    private static final String VALID = "GRIB_VALID_TIME";
    private static final Pattern ZERO = Pattern.compile("\\s*0\\b.*");

    /** The first day of 1970, for which GDAL takes each day that there is not in edition 1. */
    private static final Pattern FIRST_DAY = Pattern.compile("\\s*\\d{1,5}(?: .*)?");

    /** The section of identification, as GDAL writes its digits out; a center of 255 is missing and left out. */
    private static final Pattern IDENTIFICATION = Pattern.compile("(?<center>CENTER=.*)?\\bREF_TIME=(?<time>\\S+).*");

    private GribTime() {}

    /**
     * Takes away times that the message does not say, with a warning, and adds the one that it is valid at.
     *
     * @param metadata the tags of its band
     * @param file finds the file that it is in
     */
    static void check(Map<String, String> metadata, Supplier<Path> file, List<Warning> warnings) {
        String reference = metadata.getOrDefault(REFERENCE, "");
        Optional<String> refused = refused(metadata, reference, file);
        if (refused.isPresent()) {
            metadata.remove(REFERENCE);
            metadata.remove(VALID);
            warn(refused.get(), warnings);
            return;
        }
        // messages for no time of their own, such as images of satellites, are valid at 0 for GDAL
        if (ZERO.matcher(metadata.getOrDefault(VALID, "")).matches() && reference.matches("\\s*[1-9].*")) {
            metadata.put(VALID, reference);
        }
    }

    /** Returns the time in the message that GDAL reads as another one; the section of edition 1 has no such tag. */
    private static Optional<String> refused(Map<String, String> metadata, String reference, Supplier<Path> file) {
        Matcher message = IDENTIFICATION.matcher(metadata.getOrDefault("GRIB_IDS", ""));
        if (message.find()) {
            return isSaid(message, reference) ? Optional.empty() : Optional.of(message.group("time"));
        }
        return FIRST_DAY.matcher(reference).matches()
                ? GribDate.ofFirst(file.get()).filter(date -> !date.equals(GribDate.FIRST_DAY))
                : Optional.empty();
    }

    /** GDAL takes a day that there is not for 0, and writes 1970 and no center where it is told no date. */
    private static boolean isSaid(Matcher message, String reference) {
        boolean dated =
                message.group("center") != null || !ZERO.matcher(reference).matches();
        return dated
                && UtcTime.read(message.group("time"))
                        .map(UtcTime::instant)
                        .map(Instant::getEpochSecond)
                        .filter(seconds -> reference.strip().split(" ", -1)[0].equals(seconds.toString()))
                        .isPresent();
    }

    private static void warn(String time, List<Warning> warnings) {
        Warning warning = new Warning(
                "time-not-understood", "the reference time '%s' of a GRIB message is taken for none".formatted(time));
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }
}
