package io.stacgenerator.internal.vendor;

import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.model.GeoJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outline of a scene as vendors write it: one ring of positions in degrees. */
final class Outline {

    private Outline() {}

    /**
     * Makes a geometry.
     *
     * @param ordinates longitude and latitude of each position in turn
     * @return a Polygon or, across the antimeridian, a MultiPolygon; empty when there is no area, no number, or none of
     *     the Earth
     */
    static Optional<Map<String, Object>> of(List<String> ordinates) {
        try {
            List<double[]> positions = positions(ordinates);
            return positions.stream().allMatch(Outline::onEarth)
                    ? Optional.ofNullable(Footprint.within(positions).geometry())
                            .map(GeoJson::toMap)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Some vendors count longitudes to 360 degrees. */
    private static boolean onEarth(double[] position) {
        return Math.abs(position[0]) <= 360 && Math.abs(position[1]) <= 90;
    }

    private static List<double[]> positions(List<String> ordinates) {
        List<double[]> positions = new ArrayList<>();
        for (int i = 0; i + 1 < ordinates.size(); i += 2) {
            positions.add(
                    new double[] {Double.parseDouble(ordinates.get(i)), Double.parseDouble(ordinates.get(i + 1))});
        }
        return positions;
    }
}
