package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.statistics.StatisticsCheck;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics that GDAL leaves in the items of a band. */
final class TagStatistics {

    private static final String PREFIX = "STATISTICS_";
    private static final List<String> NAMES = List.of("MINIMUM", "MAXIMUM", "MEAN", "STDDEV", "VALID_PERCENT");

    private TagStatistics() {}

    /**
     * Returns the statistics that the pixels of a band can have, or null where the items give none.
     *
     * @param items the items of the band
     * @param type the type of its values
     * @param band the number of the band, from 1
     * @param warnings takes why statistics are left out
     */
    static @Nullable BandStatistics of(Map<String, String> items, DataType type, int band, List<Warning> warnings) {
        for (String name : NAMES) {
            String text = items.get(PREFIX + name);
            if (text != null && number(items, name) == null) {
                warnings.add(StatisticsCheck.impossible(
                        band, "%s%s is '%s', expected a number".formatted(PREFIX, name, text.strip())));
                return null;
            }
        }
        return StatisticsCheck.possible(of(items), type, band, warnings);
    }

    private static @Nullable BandStatistics of(Map<String, String> items) {
        Double minimum = number(items, "MINIMUM");
        Double maximum = number(items, "MAXIMUM");
        Double mean = number(items, "MEAN");
        Double stddev = number(items, "STDDEV");
        Double valid = number(items, "VALID_PERCENT");
        boolean none = minimum == null && maximum == null && mean == null && stddev == null;
        return none
                ? null
                : BandStatistics.builder()
                        .minimum(minimum)
                        .maximum(maximum)
                        .mean(mean)
                        .stddev(stddev)
                        .validPercent(valid)
                        .build();
    }

    private static @Nullable Double number(Map<String, String> items, String name) {
        String text = items.get(PREFIX + name);
        Double number = text == null ? null : GdalNumber.parse(text);
        return number == null || !Double.isFinite(number) ? null : number;
    }
}
