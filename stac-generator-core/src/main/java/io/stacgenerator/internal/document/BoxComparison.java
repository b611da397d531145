package io.stacgenerator.internal.document;

import java.util.List;
import java.util.Optional;

/** A bbox in degrees whose east is greater than its west: it may exceed 180. */
record BoxComparison(double west, double south, double east, double north) {

    /** Others may have transformed the corners alone, and have rounded them: a hundredth of the size, and a meter. */
    private static final double SHARE = 0.01;

    private static final double LEAST = 1e-5;

    static Optional<BoxComparison> of(List<Object> bbox) {
        int corner = bbox.size() / 2;
        if (corner < 2 || !bbox.stream().allMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        double[] sides = doubles(bbox);
        double east = sides[corner] < sides[0] ? sides[corner] + 360 : sides[corner];
        return Optional.of(new BoxComparison(sides[0], sides[1], east, sides[corner + 1]));
    }

    static double[] doubles(List<Object> numbers) {
        return numbers.stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }

    /** Returns whether this box leaves the one around some others nowhere by more than a tolerance. */
    boolean isWithin(List<List<Object>> boxes) {
        BoxComparison around = boxes.stream()
                .flatMap(box -> of(box).stream())
                .reduce(BoxComparison::with)
                .orElse(this);
        double tolerance = LEAST + SHARE * Math.max(around.east - around.west, around.north - around.south);
        boolean latitudes = south >= around.south - tolerance && north <= around.north + tolerance;
        double shift = 360 * Math.rint((around.west - west) / 360);
        return latitudes && west + shift >= around.west - tolerance && east + shift <= around.east + tolerance;
    }

    private BoxComparison with(BoxComparison other) {
        double shift = 360 * Math.rint((west - other.west) / 360);
        return new BoxComparison(
                Math.min(west, other.west + shift),
                Math.min(south, other.south),
                Math.max(east, other.east + shift),
                Math.max(north, other.north));
    }
}
