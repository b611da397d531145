package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The outline of the part of a raster that has data, simplified to within a cell of its mask. Where it has too many
 * positions all the same, the mask is coarsened until it has not, so that data may be left out by no more than a cell.
 */
final class DataOutline {

    private static final int MOST_CORNERS = 20_000;
    private static final int MOST_POSITIONS = 512;
    private static final int DOMAIN_CELLS = 512;
    private static final double TOLERANCE_CELLS = 1;

    private final RasterGrid grid;
    private final double tolerance;

    private DataOutline(RasterGrid grid, double tolerance) {
        this.grid = grid;
        this.tolerance = tolerance;
    }

    /**
     * Outlines the data.
     *
     * @param mask where they are, at least in one cell
     * @param tolerance the largest distance of a chord from a bent edge, in degrees
     * @return a geometry of at most {@value #MOST_POSITIONS} positions; null where a part of the data is outside the
     *     domain of the projection, or where they fill the raster as far as so few positions can tell
     */
    static @Nullable Geometry trace(RasterGrid grid, ValidityMask mask, double tolerance) {
        DataOutline outline = new DataOutline(grid, tolerance);
        for (ValidityMask cells = mask; !cells.full(); cells = coarser(cells)) {
            Geometry area = CellPolygons.of(cells, MOST_CORNERS);
            Geometry simple = area == null ? null : TopologyPreservingSimplifier.simplify(area, TOLERANCE_CELLS);
            if (simple != null && simple.getNumPoints() <= MOST_POSITIONS) {
                Geometry located = outline.located(simple, cells);
                if (located == null || located.getNumPoints() <= MOST_POSITIONS) {
                    return located;
                }
            }
        }
        return null;
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

    /** Returns the cells of a coarser mask that have data and all their corners in the domain of the projection. */
    static ValidityMask withinDomain(RasterGrid grid, ValidityMask mask) {
        ValidityMask cells = mask;
        while (Math.max(cells.size().width(), cells.size().height()) > DOMAIN_CELLS) {
            cells = coarser(cells);
        }
        BitSet within = new BitSet();
        int width = cells.size().width();
        for (int i = 0; i < width * cells.size().height(); i++) {
            within.set(
                    i, cells.valid(i % width, i / width) && isWithinDomain(grid, cells.size(), i % width, i / width));
        }
        return new ValidityMask(cells.size(), within);
    }

    private static boolean isWithinDomain(RasterGrid grid, RasterSize cells, int x, int y) {
        double[] point = new double[2];
        for (int corner = 0; corner < 4; corner++) {
            double column = (double) (x + corner % 2) * grid.size().width() / cells.width();
            double row = (double) (y + corner / 2) * grid.size().height() / cells.height();
            if (!grid.locateInDomain(column, row, point)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Geometry located(Geometry cells, ValidityMask mask) {
        List<Geometry> located = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry polygon = located((Polygon) cells.getGeometryN(i), mask);
            if (polygon == null) {
                return null;
            }
            located.add(polygon);
        }
        return Wgs84Polygons.union(located);
    }

    private @Nullable Geometry located(Polygon polygon, ValidityMask mask) {
        Geometry located = located(polygon.getExteriorRing(), mask);
        for (int i = 0; located != null && i < polygon.getNumInteriorRing(); i++) {
            Geometry hole = located(polygon.getInteriorRingN(i), mask);
            located = hole == null ? null : Wgs84Polygons.difference(located, hole);
        }
        return located;
    }

    private @Nullable Geometry located(LinearRing ring, ValidityMask mask) {
        boolean outward = Orientation.isCCW(ring.getCoordinateSequence()) != grid.northUp();
        Coordinate[] cells = (outward ? ring : ring.reverse()).getCoordinates();
        Coordinate[] pixels = new Coordinate[cells.length - 1];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = new Coordinate(
                    cells[i].x * grid.size().width() / mask.size().width(),
                    cells[i].y * grid.size().height() / mask.size().height());
        }
        LonLatPath path = Outline.trace(grid, pixels, tolerance);
        return path == null ? null : Wgs84Polygons.of(path);
    }
}
