package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.datetime.CfTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The times of the coordinates of a file: those that its data are for, and those that forecasts were made at. */
final class CfTimes {

    private static final String PERIOD = "forecast_period";

    /** What cfgrib calls the time that has the same standard name as the one that data are for. */
    private static final String REFERENCE_OF_CFGRIB = "initial time of forecast";

    private final List<Instant> valid = new ArrayList<>();
    private final List<Instant> references = new ArrayList<>();

    /**
     * Adds the times of a coordinate.
     *
     * @param standardName its standard name (CF conventions 1.11, section 3.3), null without one
     * @param longName its long name, null without one
     */
    void add(@Nullable String standardName, @Nullable String longName, Stream<Instant> times) {
        boolean reference = Objects.requireNonNullElse(standardName, "").contains("reference_time")
                || REFERENCE_OF_CFGRIB.equals(longName);
        times.forEach((reference ? references : valid)::add);
    }

    /** Adds times that data are for. */
    void addValid(Stream<Instant> times) {
        times.forEach(valid::add);
    }

    void addAll(CfTimes others) {
        valid.addAll(others.valid);
        references.addAll(others.references);
    }

    List<Instant> references() {
        return references;
    }

    /** Returns the times that data are for; where no coordinate has them, those that lie ahead of the references. */
    List<Instant> valid(Map<String, String> metadata) {
        return valid.isEmpty()
                ? references.stream()
                        .flatMap(reference -> ahead(reference, metadata))
                        .toList()
                : valid;
    }

    private static Stream<Instant> ahead(Instant reference, Map<String, String> metadata) {
        List<Instant> times = TimeTags.axes(metadata)
                .filter(axis -> PERIOD.equals(metadata.get(axis + TimeTags.STANDARD_NAME)))
                .flatMap(axis -> after(reference, axis, metadata))
                .toList();
        return times.isEmpty() ? Stream.of(reference) : times.stream();
    }

    private static Stream<Instant> after(Instant reference, String axis, Map<String, String> metadata) {
        return CfTime.of(metadata.get(axis + TimeTags.UNITS) + " since " + reference, null).stream()
                .flatMap(time -> TimeTags.instants(time, axis, metadata));
    }
}
