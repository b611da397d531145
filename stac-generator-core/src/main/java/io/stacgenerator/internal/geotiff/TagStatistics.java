package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.raster.BandStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics that GDAL leaves in the items of a band. */
final class TagStatistics {

    private static final String PREFIX = "STATISTICS_";

    private TagStatistics() {}

    /** Returns the statistics, or null where the items give none. */
    static @Nullable BandStatistics of(Map<String, String> items) {
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
