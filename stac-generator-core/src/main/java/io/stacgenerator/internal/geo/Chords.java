package io.stacgenerator.internal.geo;

import io.stacgenerator.internal.proj.Wgs84Transform;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/** Straight lines in longitude and latitude, which is what GeoJSON takes the edges of polygons for, in meters. */
final class Chords {

    private Chords() {}

    /** Returns the distance of a position from a chord, on the map that is true to scale at the position. */
    static double meters(Coordinate position, Coordinate start, Coordinate end) {
        double scale = Math.cos(Math.toRadians(position.y));
        return Distance.pointToSegment(scaled(position, scale), scaled(start, scale), scaled(end, scale))
                * Wgs84Transform.METERS_PER_DEGREE;
    }

    private static Coordinate scaled(Coordinate position, double scale) {
        return new Coordinate(position.x * scale, position.y);
    }

    /** Leaves out positions of a line within a distance of the rest, by Douglas and Peucker. */
    static List<Coordinate> simplified(List<Coordinate> line, double meters) {
        boolean[] kept = new boolean[line.size()];
        kept[0] = true;
        kept[line.size() - 1] = true;
        keep(line, 0, line.size() - 1, meters, kept);
        List<Coordinate> simple = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                simple.add(line.get(i));
            }
        }
        return simple;
    }

    private static void keep(List<Coordinate> line, int from, int to, double meters, boolean[] kept) {
        int farthest = -1;
        double largest = meters;
        for (int i = from + 1; i < to; i++) {
            double distance = meters(line.get(i), line.get(from), line.get(to));
            if (distance > largest) {
                largest = distance;
                farthest = i;
            }
        }
        if (farthest >= 0) {
            kept[farthest] = true;
            keep(line, from, farthest, meters, kept);
            keep(line, farthest, to, meters, kept);
        }
    }
}
