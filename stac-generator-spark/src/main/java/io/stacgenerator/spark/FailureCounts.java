package io.stacgenerator.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/** How many requests failed, by error code. */
final class FailureCounts extends AccumulatorV2<String, Map<String, Long>> {

    private static final long serialVersionUID = 1;

    private final HashMap<String, Long> counts = new HashMap<>();

    @Override
    public boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public AccumulatorV2<String, Map<String, Long>> copy() {
        FailureCounts copy = new FailureCounts();
        copy.counts.putAll(counts);
        return copy;
    }

    @Override
    public void reset() {
        counts.clear();
    }

    @Override
    public void add(String code) {
        counts.merge(code, 1L, Long::sum);
    }

    @Override
    public void merge(AccumulatorV2<String, Map<String, Long>> other) {
        other.value().forEach((code, count) -> counts.merge(code, count, Long::sum));
    }

    @Override
    public Map<String, Long> value() {
        return Map.copyOf(counts);
    }
}
