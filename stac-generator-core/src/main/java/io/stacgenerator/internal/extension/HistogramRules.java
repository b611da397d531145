package io.stacgenerator.internal.extension;

import io.stacgenerator.Fault;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The histogram of the raster extension 2.0.0: a closed object whose count is that of its buckets, not their edges. */
final class HistogramRules {

    private static final Set<String> MEMBERS = Set.of("count", "min", "max", "buckets");
    private static final int FEWEST_BUCKETS = 3;

    private HistogramRules() {}

    static List<Fault> check(Object value) {
        Map<String, Object> histogram = JsonValues.members(value);
        List<Fault> faults = new ArrayList<>();
        for (String name : histogram.keySet()) {
            if (!MEMBERS.contains(name)) {
                faults.add(new Fault("", "has the member %s, which no histogram has".formatted(name)));
            }
        }
        if (histogram.get("count") instanceof Number count) {
            JsonValues.array(histogram.get("buckets"))
                    .ifPresent(buckets -> checkBuckets(buckets.size(), count, faults));
        }
        return faults;
    }

    private static void checkBuckets(int buckets, Number count, List<Fault> faults) {
        if (buckets < FEWEST_BUCKETS) {
            faults.add(
                    new Fault("/buckets", "has %d elements, expected at least %d".formatted(buckets, FEWEST_BUCKETS)));
        }
        if (count.doubleValue() != buckets) {
            faults.add(Fault.unexpected("/count", count, "the number of buckets, " + buckets));
        }
    }
}
