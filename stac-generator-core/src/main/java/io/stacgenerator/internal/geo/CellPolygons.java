package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Makes polygons around the cells of a mask that have data, in columns and rows. */
final class CellPolygons {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A hole is kept when it is at least such a part of the raster. */
    private static final double SMALLEST_HOLE = 1e-3;

    private final double smallestHole;
    private final List<Shell> shells = new ArrayList<>();
    private final List<LinearRing> holes = new ArrayList<>();
    private long corners;

    private CellPolygons(ValidityMask mask) {
        smallestHole = SMALLEST_HOLE * mask.size().width() * mask.size().height();
    }

    /** Returns the polygons, without small holes; null where they have more corners than a limit. */
    static @Nullable Geometry of(ValidityMask mask, int mostCorners) {
        CellPolygons polygons = new CellPolygons(mask);
        CellRings.trace(mask, ring -> polygons.add(ring, mostCorners));
        return polygons.corners > mostCorners ? null : polygons.assembled();
    }

    private void add(List<Coordinate> positions, int mostCorners) {
        LinearRing ring = FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
        double area = -Area.ofRingSigned(ring.getCoordinateSequence());
        if (-area >= 0 && -area < smallestHole) {
            return;
        }
        corners += ring.getNumPoints();
        if (corners > mostCorners) {
            return;
        }
        if (area > 0) {
            shells.add(new Shell(ring, area, new ArrayList<>()));
        } else {
            holes.add(ring);
        }
    }

    private Geometry assembled() {
        holes.forEach(hole -> around(hole).holes().add(hole));
        return FACTORY.createMultiPolygon(shells.stream().map(Shell::polygon).toArray(Polygon[]::new));
    }

    /** The smallest shell around a hole is that of the same polygon. */
    private Shell around(LinearRing hole) {
        Coordinate cell = beside(hole.getCoordinateN(0), hole.getCoordinateN(1));
        return shells.stream()
                .filter(shell -> shell.holds(cell))
                .min(Comparator.comparingDouble(Shell::area))
                .orElseThrow();
    }

    /** Returns the center of the first cell to the left of a side, which has no data. */
    private static Coordinate beside(Coordinate start, Coordinate end) {
        double dx = Math.signum(end.x - start.x);
        double dy = Math.signum(end.y - start.y);
        return new Coordinate(start.x + (dx + dy) / 2, start.y + (dy - dx) / 2);
    }

    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {

        boolean holds(Coordinate position) {
            return ring.getEnvelopeInternal().contains(position)
                    && PointLocation.isInRing(position, ring.getCoordinates());
        }

        Polygon polygon() {
            return FACTORY.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }
}
