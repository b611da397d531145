package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Encloses the part of a raster that has data: what simplifying cuts off is given back by moving the sides outwards.
 * Where too many positions remain, the mask is coarsened until they are few enough, a cell having data where a part of
 * it has, so that data are never left out.
 */
final class DataOutline {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** More corners are not simplified in reasonable time; noise of a mask of 1024 cells has a million. */
    private static final int MOST_CORNERS = 20_000;

    /** The sides of data that lie aslant are stairs in a mask, whose corners are up to the square root of 2 apart. */
    private static final double STAIR_CELLS = 1.5;

    /** Sides that meet at an angle below 23 degrees are cut off at five times the distance that they were moved by. */
    private static final double MITRE_LIMIT = 5;

    /** Rounding in the buffer, of a cell. */
    private static final double ROOM = 1e-6;

    /** Polygons that grow together lose at most about half of their positions. */
    private static final int MERGING = 2;

    private static final int ENLARGEMENTS = 8;

    private final Placement placement;
    private final RasterSize size;
    private final FootprintDetail detail;
    private final double pixelMeters;

    DataOutline(RasterGrid grid, FootprintDetail detail) {
        this.size = grid.size();
        this.detail = detail;
        this.pixelMeters = grid.pixelMeters();
        this.placement = new Placement(grid, Tolerance.of(detail.chordMeters(pixelMeters)));
    }

    /**
     * Encloses the data.
     *
     * @param mask where they are, at least in one cell
     * @return polygons of no more positions than asked for, the bounds where the data fill the raster as far as so few
     *     can show; null where the data have no place, or the bounds take more
     */
    @Nullable Geometry enclose(ValidityMask mask) {
        for (ValidityMask cells = mask; !cells.full(); cells = coarser(cells)) {
            Geometry area = CellPolygons.of(cells, MOST_CORNERS);
            Geometry enclosing = area == null ? null : enclosing(area, cells.size());
            if (enclosing != null && enclosing.getNumPoints() <= detail.mostPositions()) {
                Geometry placed = placement.place(enclosing);
                if (placed != null && placed.getNumPoints() <= detail.mostPositions()) {
                    return placed.isEmpty() ? null : placed;
                }
            }
        }
        Geometry bounds =
                placement.place((Polygon) FACTORY.toGeometry(new Envelope(0, size.width(), 0, size.height())));
        return bounds.isEmpty() || bounds.getNumPoints() > detail.mostPositions() ? null : bounds;
    }

    private static ValidityMask coarser(ValidityMask mask) {
        int width = mask.size().width();
        int height = mask.size().height();
        ValidityMask.Builder coarser = ValidityMask.builder(mask.size(), Math.max(1, Math.max(width, height) / 2));
        for (int y = 0; y < height; y++) {
            int row = y;
            coarser.add(0, row, width, x -> mask.valid(x, row));
        }
        return coarser.build();
    }

    /** Returns polygons of pixels around polygons of cells; null where these would have far too many positions. */
    private @Nullable Geometry enclosing(Geometry area, RasterSize cells) {
        double cellPixels = (double) Math.max(size.width(), size.height()) / Math.max(cells.width(), cells.height());
        double tolerance = Math.max(STAIR_CELLS, detail.simplifyingMeters() / (cellPixels * pixelMeters));
        double offset = detail.offsetMeters(pixelMeters) / (cellPixels * pixelMeters);
        List<Geometry> simple = new ArrayList<>();
        int positions = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            simple.add(TopologyPreservingSimplifier.simplify(area.getGeometryN(i), tolerance));
            positions += simple.get(i).getNumPoints();
        }
        if (positions > MERGING * detail.mostPositions()) {
            return null;
        }
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < simple.size(); i++) {
            polygons.add(enclosing(area.getGeometryN(i), simple.get(i), offset));
        }
        Geometry raster = FACTORY.toGeometry(new Envelope(0, cells.width(), 0, cells.height()));
        Geometry clipped = OverlayNGRobust.overlay(OverlayNGRobust.union(polygons), raster, OverlayNG.INTERSECTION);
        return AffineTransformation.scaleInstance(
                        (double) size.width() / cells.width(), (double) size.height() / cells.height())
                .transform(clipped);
    }

    private static Geometry enclosing(Geometry polygon, Geometry simple, double offset) {
        double distance = excess(polygon, simple);
        Geometry enclosing = enlarged(simple, distance + offset);
        for (int i = 0; i < ENLARGEMENTS && !enclosing.covers(polygon); i++) {
            distance = distance * 1.25 + ROOM;
            enclosing = enlarged(simple, distance + offset);
        }
        boolean simpler = enclosing.covers(polygon) && enclosing.getNumPoints() < polygon.getNumPoints();
        return simpler ? enclosing : enlarged(polygon, offset);
    }

    private static Geometry enlarged(Geometry polygon, double distance) {
        return distance == 0
                ? polygon
                : BufferOp.bufferOp(
                        polygon,
                        distance + ROOM,
                        new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, MITRE_LIMIT));
    }

    /** Returns how far a polygon reaches out of another. */
    private static double excess(Geometry polygon, Geometry other) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(other);
        IndexedFacetDistance sides = new IndexedFacetDistance(other);
        double farthest = 0;
        for (Coordinate position : polygon.getCoordinates()) {
            if (area.locate(position) == Location.EXTERIOR) {
                farthest = Math.max(farthest, sides.distance(FACTORY.createPoint(position)));
            }
        }
        return farthest;
    }
}
