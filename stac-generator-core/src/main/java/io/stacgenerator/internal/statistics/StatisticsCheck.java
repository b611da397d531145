package io.stacgenerator.internal.statistics;

import io.stacgenerator.Warning;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves out statistics of tags that no pixels can have. */
public final class StatisticsCheck {

    /** Tags are printed with six digits or more. */
    private static final double ROUNDING = 1e-6;

    /**
     * A variance is at most the product of the distances from the mean to both ends (Bhatia and Davis), and twice that
     * of two values if the writer divided by one less than their count.
     */
    private static final double LARGEST_VARIANCE = 2;

    private StatisticsCheck() {}

    /**
     * Returns statistics that can be.
     *
     * @param told what the tags of a band say, or null
     * @param type the type of its values
     * @param band the number of the band, from 1
     * @param warnings takes why statistics are left out
     * @return the statistics, or null where any of their numbers cannot be
     */
    public static @Nullable BandStatistics possible(
            @Nullable BandStatistics told, DataType type, int band, List<Warning> warnings) {
        String fault = told == null ? null : fault(told, type);
        if (fault != null) {
            warnings.add(impossible(band, fault));
            return null;
        }
        return told;
    }

    /**
     * Warns that statistics are left out.
     *
     * @param band the number of the band, from 1
     * @param fault why no pixels can have them
     * @return the warning
     */
    public static Warning impossible(int band, String fault) {
        return new Warning(
                "statistics-impossible",
                "the statistics in the tags of band %d are left out: %s".formatted(band, fault));
    }

    private static @Nullable String fault(BandStatistics told, DataType type) {
        Double percent = told.validPercent().orElse(null);
        if (percent != null && (percent < 0 || percent > 100)) {
            return "%s %% of the pixels are valid, expected 0 to 100".formatted(percent);
        }
        if (percent != null
                && percent == 0
                && (told.minimum().isPresent() || told.maximum().isPresent())) {
            return "none of the pixels are valid, but they have a minimum or a maximum";
        }
        Double stddev = told.stddev().orElse(null);
        if (stddev != null && stddev < 0) {
            return "the standard deviation %s is negative".formatted(stddev);
        }
        if (told.minimum().isEmpty() || told.maximum().isEmpty()) {
            return null;
        }
        return fault(told, type, told.minimum().get(), told.maximum().get());
    }

    private static @Nullable String fault(BandStatistics told, DataType type, double minimum, double maximum) {
        double slack = ROUNDING * Math.max(Math.abs(minimum), Math.abs(maximum));
        if (minimum > maximum) {
            return "the minimum %s is above the maximum %s".formatted(minimum, maximum);
        }
        if (!possible(minimum, slack, type) || !possible(maximum, slack, type)) {
            return "values of the type %s are not %s to %s".formatted(type.jsonName(), minimum, maximum);
        }
        Double mean = told.mean().orElse(null);
        if (mean != null && (mean < minimum - slack || mean > maximum + slack)) {
            return "the mean %s is not between %s and %s".formatted(mean, minimum, maximum);
        }
        Double stddev = told.stddev().orElse(null);
        return stddev == null ? null : deviationFault(stddev, mean, minimum, maximum, slack);
    }

    /** Writers print integers as decimals of a few digits. */
    private static boolean possible(double extreme, double slack, DataType type) {
        double whole = Math.rint(extreme);
        return NodataRange.possible(Math.abs(whole - extreme) <= slack ? whole : extreme, type);
    }

    private static @Nullable String deviationFault(
            double stddev, @Nullable Double mean, double minimum, double maximum, double slack) {
        double middle = mean == null ? (minimum + maximum) / 2 : mean;
        double variance = LARGEST_VARIANCE * (maximum - middle + slack) * (middle - minimum + slack);
        if (stddev > Math.sqrt(variance) * (1 + ROUNDING) + slack) {
            return "the standard deviation %s is too large for values from %s to %s with the mean %s"
                    .formatted(stddev, minimum, maximum, middle);
        }
        return stddev == 0 && maximum - minimum > slack
                ? "the standard deviation is 0 for values from %s to %s".formatted(minimum, maximum)
                : null;
    }
}
