package io.stacgenerator.internal.geo;

import java.util.Comparator;
import java.util.List;

/**
 * A range of longitudes in degrees by RFC 7946 section 5: where it crosses the antimeridian, west is greater than east.
 *
 * @param west the western end, -180 to 180
 * @param east the eastern end, -180 to 180
 */
public record LongitudeRange(double west, double east) {

    /**
     * Returns the range around ranges. Of the two ways around the Earth it takes the shorter: it leaves out the widest
     * gap between them, and crosses the antimeridian where that gap is elsewhere.
     *
     * @param ranges at least one range; none crosses the antimeridian
     * @return the range around them all, whose ends are ends of theirs
     */
    public static LongitudeRange around(List<LongitudeRange> ranges) {
        List<LongitudeRange> eastward = ranges.stream()
                .sorted(Comparator.comparingDouble(LongitudeRange::west))
                .toList();
        double reached = eastward.get(0).west;
        double widest = 0;
        LongitudeRange crossing = null;
        for (LongitudeRange range : eastward) {
            if (range.west - reached > widest) {
                widest = range.west - reached;
                crossing = new LongitudeRange(range.west, reached);
            }
            reached = Math.max(reached, range.east);
        }
        LongitudeRange plain = new LongitudeRange(eastward.get(0).west, reached);
        return crossing == null || widest <= 360 - plain.width() ? plain : crossing;
    }

    private double width() {
        return east - west;
    }
}
