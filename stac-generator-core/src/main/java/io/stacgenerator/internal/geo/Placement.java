package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts polygons of pixels on the ground. Their rings are followed where the projection has a place for each position;
 * where it has not, or where a gap of the projection crosses them, the places that lead into the polygon are outlined.
 */
final class Placement {

    /** Edges that are longer, in meters, may leave the domain of their projection between the samples of a tracer. */
    private static final double LONG_EDGE = 500_000;

    private static final int DOMAIN_SAMPLES = 64;

    /** Each takes some tenths of a second. */
    private static final int MOST_OUTLINED = 8;

    /** Whether a place is within a polygon of ten thousand takes longer than to find the place. */
    private static final int MOST_OUTLINED_POSITIONS = 1_000;

    private final PixelLocator grid;
    private final Tolerance tolerance;
    private final Outline outline;
    private boolean partial;

    Placement(PixelLocator grid, Tolerance tolerance) {
        this.grid = grid;
        this.tolerance = tolerance;
        this.outline = new Outline(grid);
    }

    /** Returns whether a part of the polygons is outside the domain of the projection. */
    boolean partial() {
        return partial;
    }

    /**
     * Places polygons.
     *
     * @return empty where no part of them has a place; null where so many are to be outlined that it would take seconds
     */
    @Nullable Geometry place(Geometry pixels) {
        List<Geometry> placed = new ArrayList<>();
        List<Polygon> others = new ArrayList<>();
        for (int i = 0; i < pixels.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) pixels.getGeometryN(i);
            Geometry followed = follow(polygon);
            if (followed != null) {
                placed.add(followed);
            } else if (others.size() == MOST_OUTLINED || polygon.getNumPoints() > MOST_OUTLINED_POSITIONS) {
                return null;
            } else {
                others.add(polygon);
            }
        }
        others.forEach(polygon -> placed.add(outline(polygon)));
        return Wgs84Polygons.union(
                placed.stream().filter(each -> !each.isEmpty()).toList());
    }

    /** Places a polygon; empty where no part of it has a place. */
    Geometry place(Polygon polygon) {
        Geometry followed = follow(polygon);
        return followed == null ? outline(polygon) : followed;
    }

    private Geometry outline(Polygon polygon) {
        partial = true;
        return grid instanceof RasterGrid raster
                ? DomainOutline.of(raster, polygon, tolerance.coarse())
                : Wgs84Polygons.EMPTY;
    }

    private @Nullable Geometry follow(Polygon polygon) {
        if (grid instanceof RasterGrid raster && ConicGap.crosses(raster, polygon.getEnvelopeInternal())) {
            return null;
        }
        Geometry shell = follow(polygon.getExteriorRing());
        List<Geometry> holes = new ArrayList<>();
        for (int i = 0; shell != null && i < polygon.getNumInteriorRing(); i++) {
            Geometry hole = follow(polygon.getInteriorRingN(i));
            if (hole == null) {
                return null;
            }
            holes.add(hole);
        }
        return shell == null ? null : Wgs84Polygons.difference(shell, holes);
    }

    private @Nullable Geometry follow(LinearRing ring) {
        LonLatPath path =
                isWithinDomain(ring.getCoordinates()) ? outline.trace(ring.getCoordinates(), tolerance) : null;
        return path == null ? null : Wgs84Polygons.of(path);
    }

    private boolean isWithinDomain(Coordinate[] ring) {
        if (grid instanceof RasterGrid raster && !grid.continuous()) {
            double[] point = new double[2];
            for (int i = 1; i < ring.length; i++) {
                double meters = ring[i].distance(ring[i - 1]) * raster.pixelMeters();
                for (int j = 1; j < DOMAIN_SAMPLES && meters > LONG_EDGE; j++) {
                    double t = (double) j / DOMAIN_SAMPLES;
                    double column = ring[i - 1].x + t * (ring[i].x - ring[i - 1].x);
                    double row = ring[i - 1].y + t * (ring[i].y - ring[i - 1].y);
                    if (!grid.locateInDomain(column, row, point)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
