package io.stacgenerator.internal.geo;

import io.stacgenerator.Warning;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Checks a footprint once more by what it was not made from: positions in the raster have to be in it, and positions
 * around the raster outside.
 */
final class FootprintCheck {

    private static final int INSIDE = 50;
    private static final int OUTSIDE = 20;
    private static final int SIDES = 4;

    /** Chords may be a meter off. */
    private static final double ALLOWED_METERS = 2;

    /** Of the sides of the raster; keeps positions away from the edge. */
    private static final double MARGIN = 0.01;

    /** What goes around the Earth has nothing outside to its sides. */
    private static final double AROUND_DEGREES = 350;

    private final RasterGrid grid;
    private final Geometry geometry;
    private final IndexedPointInAreaLocator area;
    private final double[] point = new double[2];
    private final double[] work = new double[2];

    private FootprintCheck(RasterGrid grid, Geometry geometry) {
        this.grid = grid;
        this.geometry = geometry;
        this.area = new IndexedPointInAreaLocator(geometry);
    }

    /** Returns a warning where a footprint and its raster disagree, with the meters; else null. */
    static @Nullable Warning of(RasterGrid grid, Geometry geometry) {
        FootprintCheck check = new FootprintCheck(grid, geometry);
        double missed = check.missed();
        double surplus = check.surplus();
        double largest = Math.max(missed, surplus);
        return largest <= ALLOWED_METERS
                ? null
                : new Warning(
                        "footprint-uncertain",
                        "a position %s is %.0f m %s the geometry"
                                .formatted(
                                        missed >= surplus ? "in the raster" : "next to the raster",
                                        largest,
                                        missed >= surplus ? "outside of" : "within"));
    }

    /** Positions by Halton's sequence, which fills a rectangle evenly and falls on no line of a grid. */
    private double missed() {
        double largest = 0;
        for (int i = 1; i <= INSIDE; i++) {
            double column =
                    (MARGIN + (1 - 2 * MARGIN) * halton(i, 2)) * grid.size().width();
            double row =
                    (MARGIN + (1 - 2 * MARGIN) * halton(i, 3)) * grid.size().height();
            if (isAt(Location.EXTERIOR, column, row)) {
                largest = Math.max(largest, meters(place()));
            }
        }
        return largest;
    }

    /** The way back is taken last: it costs as much as the way there, and few positions are where none should be. */
    private boolean isAt(int location, double column, double row) {
        return grid.locate(column, row, point)
                && area.locate(place()) == location
                && grid.locateInDomain(column, row, point);
    }

    private static double halton(int index, int base) {
        double result = 0;
        double part = 1.0 / base;
        for (int i = index; i > 0; i /= base, part /= base) {
            result += part * (i % base);
        }
        return result;
    }

    private double surplus() {
        double largest = 0;
        double width = grid.size().width();
        double height = grid.size().height();
        for (int i = 0; i < OUTSIDE && !isAround(); i++) {
            double along = (Math.floorDiv(i, SIDES) + 0.5) * SIDES / OUTSIDE;
            double beyond = i % 2 == 0 ? -MARGIN : 1 + MARGIN;
            double column = (i % 4 < 2 ? along : beyond) * width;
            double row = (i % 4 < 2 ? beyond : along) * height;
            if (isAt(Location.INTERIOR, column, row) && !isInRaster(place())) {
                largest = Math.max(largest, meters(place()));
            }
        }
        return largest;
    }

    private boolean isAround() {
        return grid.continuous() && geometry.getEnvelopeInternal().getWidth() >= AROUND_DEGREES;
    }

    /** Projections may give a place outside of the raster that is also in it, on the other side of the map. */
    private boolean isInRaster(Coordinate place) {
        Coordinate pixel = grid.continuous() ? null : grid.pixel(place.x, place.y, work);
        return pixel != null
                && pixel.x >= 0
                && pixel.y >= 0
                && pixel.x <= grid.size().width()
                && pixel.y <= grid.size().height();
    }

    private Coordinate place() {
        return new Coordinate(Math.IEEEremainder(point[0], 360), point[1]);
    }

    private double meters(Coordinate place) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Coordinate[] ring = geometry.getGeometryN(i).getCoordinates();
            for (int j = 1; j < ring.length; j++) {
                nearest = Math.min(nearest, Chords.meters(place, ring[j - 1], ring[j]));
            }
        }
        return nearest;
    }
}
