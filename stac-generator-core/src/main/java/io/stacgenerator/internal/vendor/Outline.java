package io.stacgenerator.internal.vendor;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.model.GeoJson;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outline of a scene as vendors write it: one ring of positions. */
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
            return within(positions(ordinates));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes a geometry.
     *
     * @param ordinates x and y of each position in turn
     * @param code the code of their reference system
     * @return as above; empty also when the system is not known
     */
    static Optional<Map<String, Object>> of(List<String> ordinates, String code) {
        try {
            Wgs84Transform transform = ReferenceSystems.transform(CrsDefinition.of(code));
            List<double[]> positions = positions(ordinates);
            return positions.stream().allMatch(position -> transform.toLonLat(position[0], position[1], position))
                    ? within(positions)
                    : Optional.empty();
        } catch (NumberFormatException | StacGeneratorException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Object>> within(List<double[]> positions) {
        return positions.stream().allMatch(Outline::onEarth)
                ? Optional.ofNullable(Footprint.within(positions).geometry()).map(GeoJson::toMap)
                : Optional.empty();
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
