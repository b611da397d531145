package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.statistics.StatisticsCheck;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, Double> numbers = new HashMap<>();
        for (String name : NAMES) {
            String text = items.get(PREFIX + name);
            Double number = text == null ? null : GdalNumber.parse(text);
            if (number != null && Double.isFinite(number)) {
                numbers.put(name, number);
            } else if (text != null) {
                warnings.add(StatisticsCheck.impossible(
                        band, "%s%s is '%s', expected a number".formatted(PREFIX, name, text.strip())));
                return null;
            }
        }
        return StatisticsCheck.possible(of(numbers), type, band, warnings);
    }

    private static @Nullable BandStatistics of(Map<String, Double> numbers) {
        boolean none = Set.of("VALID_PERCENT").containsAll(numbers.keySet());
        return none
                ? null
                : BandStatistics.builder()
                        .minimum(numbers.get("MINIMUM"))
                        .maximum(numbers.get("MAXIMUM"))
                        .mean(numbers.get("MEAN"))
                        .stddev(numbers.get("STDDEV"))
                        .validPercent(numbers.get("VALID_PERCENT"))
                        .build();
    }
}
