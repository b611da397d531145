package io.stacgenerator.internal.geo;

import io.stacgenerator.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The box that a file says it covers, for one whose pixels have no place. */
final class DeclaredExtent {

    private static final List<String> LIMITS = List.of("EXTENT:WEST", "EXTENT:SOUTH", "EXTENT:EAST", "EXTENT:NORTH");

    /** Edges take the shorter way around the Earth, so that each is less than half of it. */
    private static final int STEPS = 4;

    /**
     * In degrees, narrower than any swath: limits that meet at 180 degrees, of which the western one is in the east,
     * are those of an orbit that crosses all longitudes (Sentinel-5P).
     */
    private static final double SEAM = 0.01;

    private DeclaredExtent() {}

    /** Returns the box of tags; empty where they have none, or it encloses nothing. */
    static Optional<Footprint> of(Map<String, String> tags) {
        double[] limits = LIMITS.stream()
                .flatMap(name -> Optional.ofNullable(tags.get(name)).stream())
                .flatMap(DeclaredExtent::number)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (limits.length != LIMITS.size() || limits[0] == limits[2] || limits[1] >= limits[3]) {
            return Optional.empty();
        }
        boolean around = limits[0] - limits[2] > 360 - SEAM;
        Footprint box = Footprint.within(
                around ? ring(-180, limits[1], 180, limits[3]) : ring(limits[0], limits[1], limits[2], limits[3]));
        Warning warning = new Warning(
                "footprint-by-attributes",
                "the geometry is the box that the attributes geospatial_lon_min, geospatial_lat_min, geospatial_lon_max and geospatial_lat_max give; nothing says where the pixels lie");
        return Optional.of(box.geometry() == null ? box : Footprint.located(box.geometry(), warning));
    }

    private static Stream<Double> number(String text) {
        try {
            return Stream.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Stream.empty();
        }
    }

    private static List<double[]> ring(double west, double south, double east, double north) {
        double width = east > west ? east - west : east - west + 360;
        List<double[]> ring = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            ring.add(new double[] {west + width * i / STEPS, south});
        }
        for (int i = STEPS; i >= 0; i--) {
            ring.add(new double[] {west + width * i / STEPS, north});
        }
        return ring;
    }
}
