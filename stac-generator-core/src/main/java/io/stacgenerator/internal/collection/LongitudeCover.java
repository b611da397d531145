package io.stacgenerator.internal.collection;

import io.stacgenerator.model.Bbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The longitudes that boxes cover, as ranges that do not meet. The box around boxes on a globe leaves out the widest
 * gap, which is known only at the end, so that the gaps are kept, and not one range.
 */
final class LongitudeCover {

    /** With more ranges, the narrowest gap is covered: narrower than 360 / 256 degrees, so hardly ever the widest. */
    private static final int MOST_RANGES = 256;

    /** The ends by the starts. */
    private final TreeMap<Double, Double> ranges = new TreeMap<>();

    void add(Bbox box) {
        if (box.crossesAntimeridian()) {
            add(box.west(), 180);
            add(-180, box.east());
        } else {
            add(box.west(), box.east());
        }
    }

    void add(double west, double east) {
        Map.Entry<Double, Double> before = ranges.floorEntry(west);
        if (before != null && before.getValue() >= east) {
            return;
        }
        double start = before != null && before.getValue() >= west ? before.getKey() : west;
        double end = east;
        for (Map.Entry<Double, Double> met = ranges.floorEntry(end);
                met != null && met.getKey() >= start;
                met = ranges.floorEntry(end)) {
            end = Math.max(end, met.getValue());
            ranges.remove(met.getKey());
        }
        ranges.put(start, end);
        if (ranges.size() > MOST_RANGES) {
            coverNarrowestGap();
        }
    }

    private void coverNarrowestGap() {
        double narrowest = Double.POSITIVE_INFINITY;
        double west = 0;
        double east = 0;
        for (Map.Entry<Double, Double> range : ranges.entrySet()) {
            Map.Entry<Double, Double> next = ranges.higherEntry(range.getKey());
            if (next != null && next.getKey() - range.getValue() < narrowest) {
                narrowest = next.getKey() - range.getValue();
                west = range.getKey();
                east = next.getKey();
            }
        }
        double end = ranges.getOrDefault(east, east);
        ranges.remove(east);
        ranges.put(west, end);
    }

    void merge(LongitudeCover other) {
        other.ranges.forEach(this::add);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    List<Bbox> boxes(double south, double north) {
        return ranges.entrySet().stream()
                .map(range -> new Bbox(range.getKey(), south, range.getValue(), north))
                .toList();
    }

    List<List<Double>> toList() {
        return ranges.entrySet().stream()
                .map(range -> List.of(range.getKey(), range.getValue()))
                .toList();
    }
}
