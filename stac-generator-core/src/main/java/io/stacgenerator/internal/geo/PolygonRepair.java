package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Repairs polygons that others wrote: rings across the antimeridian are cut there, as RFC 7946 section 3.1.9 asks,
 * rings around a pole become the cap, and rings that meet themselves are taken apart.
 *
 * @since 0.1.0
 */
public final class PolygonRepair {

    /** From one longitude to the next the shorter way around the Earth is meant. */
    private static final double HALF_TURN = 180;

    /**
     * Whoever writes the world has -180 on one side, and grids of pixel centers end a little before 180, on the same
     * parallel. Scenes across the antimeridian may have a corner on it, but lie aslant.
     */
    private static final double WORLD = 359;

    /** The seventh decimal, the last that is published. */
    private static final double ROUNDING = 1e-7;

    /**
     * Pairs of edges are looked at where their boxes overlap, which is each with each at worst: 10 seconds for so many.
     */
    private static final int MOST_POSITIONS = 20_000;

    private PolygonRepair() {}

    /**
     * Returns whether polygons have so few positions and crossings that they can be repaired in a second or so.
     *
     * @param polygons a Polygon or MultiPolygon
     * @return false when they should not be passed to {@link #repair}
     */
    public static boolean isBounded(Geometry polygons) {
        return polygons.getNumPoints() <= MOST_POSITIONS && !Crossings.tooMany(polygons);
    }

    /**
     * Repairs polygons.
     *
     * @param polygons a Polygon or MultiPolygon in degrees of WGS 84, within 360 and 90; rings with a longitude beyond
     *     180 run as they are written, without an edge across the antimeridian
     * @return the repaired ones, by RFC 7946, which are empty where nothing is enclosed; or empty where they need no
     *     repair
     */
    public static Optional<Geometry> repair(Geometry polygons) {
        boolean crosses = false;
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            boolean unsplit = runsOn(polygon) || crossesAntimeridian(polygon);
            crosses |= unsplit;
            parts.add(unsplit ? cut(polygon) : Wgs84Polygons.sound(polygon));
        }
        if (!crosses && new IsValidOp(polygons).isValid()) {
            return Optional.empty();
        }
        return Optional.of(Wgs84Polygons.union(
                parts.stream().filter(part -> !part.isEmpty()).toList()));
    }

    /**
     * Returns whether polygons have an edge of more than 180 degrees of longitude, other than those around the world.
     *
     * @param polygons a Polygon or MultiPolygon
     * @return true when {@link #repair} cuts them
     */
    public static boolean crossesAntimeridian(Geometry polygons) {
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            Coordinate[] positions = polygon.getExteriorRing().getCoordinates();
            for (int j = 1; j < positions.length; j++) {
                boolean wide = Math.abs(positions[j].x - positions[j - 1].x) > HALF_TURN;
                if (wide && !isAroundWorld(positions[j - 1], positions[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean runsOn(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        return Math.max(extent.getMaxX(), -extent.getMinX()) > HALF_TURN;
    }

    private static boolean isAroundWorld(Coordinate a, Coordinate b) {
        boolean parallel = a.y == b.y && Math.abs(a.x - b.x) >= WORLD;
        return (isLimit(a) && isLimit(b)) || (parallel && (isLimit(a) || isLimit(b)));
    }

    private static boolean isLimit(Coordinate position) {
        return Math.abs(position.x) >= HALF_TURN - ROUNDING;
    }

    private static Geometry cut(Polygon polygon) {
        Geometry shell = cut(polygon.getExteriorRing());
        List<Geometry> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing() && !shell.isEmpty(); i++) {
            Geometry hole = cut(polygon.getInteriorRingN(i));
            if (!hole.isEmpty()) {
                holes.add(hole);
            }
        }
        return Wgs84Polygons.difference(shell, holes);
    }

    private static Geometry cut(LinearRing ring) {
        LonLatPath path = new LonLatPath();
        boolean asWritten = runsOn(ring);
        double latitudes = 0;
        for (Coordinate position : ring.getCoordinates()) {
            double longitude =
                    asWritten || path.size() == 0 ? position.x : LonLatPath.nearest(position.x, path.last().x);
            path.add(new Coordinate(longitude, position.y));
            latitudes += position.y;
        }
        if (path.turns() != 0) {
            path.closeOver(Math.copySign(90, latitudes));
        }
        return Wgs84Polygons.of(path);
    }
}
