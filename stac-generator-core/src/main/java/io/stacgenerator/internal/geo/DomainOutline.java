package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Outlines the places that a projection puts into a polygon of pixels, such as the disc of the Earth as a geostationary
 * satellite sees it, or a conic map around its pole. It looks from the ground, where gaps of the map do not exist, and
 * poles and the edges of a map need nothing of their own.
 */
final class DomainOutline {

    /** Samples of pixels on each side, which show where on the ground to look. */
    private static final int SAMPLES = 64;

    /** A window with less than this to spare is taken for all longitudes: the samples may have missed so much. */
    private static final double SPARE_DEGREES = 15;

    /** Places that lie beyond the samples are found by looking a little farther, as often as they touch the limit. */
    private static final int WIDENINGS = 8;

    private final RasterGrid grid;
    private final Polygon pixels;
    private final IndexedPointInAreaLocator area;
    private final double[] work = new double[2];

    private DomainOutline(RasterGrid grid, Polygon pixels) {
        this.grid = grid;
        this.pixels = pixels;
        this.area = new IndexedPointInAreaLocator(pixels);
    }

    /** Outlines the places within a polygon of pixels, to within some meters; empty where there are none. */
    static Geometry of(RasterGrid grid, Polygon pixels, double meters) {
        return new DomainOutline(grid, pixels).trace(meters);
    }

    private Geometry trace(double meters) {
        Envelope window = window();
        if (window.isNull()) {
            return Wgs84Polygons.EMPTY;
        }
        RegionContour contour = new RegionContour(this::holds, window);
        for (int i = 0; i < WIDENINGS && contour.touchesLimit(); i++) {
            window = widened(window);
            contour = new RegionContour(this::holds, window);
        }
        return placed(contour, corners(window), meters);
    }

    private static Geometry placed(RegionContour contour, List<Coordinate> corners, double meters) {
        List<Geometry> shells = new ArrayList<>();
        List<Geometry> holes = new ArrayList<>();
        contour.trace(corners, meters, ring -> {
            LonLatPath path = new LonLatPath();
            ring.forEach(path::add);
            boolean shell = Area.ofRingSigned(ring.toArray(Coordinate[]::new)) > 0;
            (shell ? shells : holes).add(Wgs84Polygons.of(path));
        });
        return Wgs84Polygons.difference(Wgs84Polygons.union(shells), holes);
    }

    /** Returns the places of the corners of the polygon, next to the middle of a window. */
    private List<Coordinate> corners(Envelope window) {
        List<Coordinate> corners = new ArrayList<>();
        double[] p = new double[2];
        Coordinate[] ring = pixels.getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            if (grid.locateInDomain(ring[i].x, ring[i].y, p)) {
                corners.add(new Coordinate(LonLatPath.nearest(p[0], window.centre().x), p[1]));
            }
        }
        return corners;
    }

    private boolean holds(double longitude, double latitude) {
        Coordinate pixel = grid.pixel(longitude, latitude, work);
        return pixel != null && area.locate(pixel) != Location.EXTERIOR;
    }

    /** Returns longitudes and latitudes around all samples, the widest gap in longitude left out. */
    private Envelope window() {
        List<Coordinate> places = places();
        if (places.isEmpty()) {
            return new Envelope();
        }
        Envelope latitudes = new Envelope();
        places.forEach(place -> latitudes.expandToInclude(0, place.y));
        double[] longitudes =
                places.stream().mapToDouble(place -> place.x).sorted().toArray();
        double[] arc = Longitudes.arc(longitudes);
        boolean holdsPole = false;
        for (Coordinate pole : grid.poles()) {
            if (area.locate(new Coordinate(pole.x, pole.y)) != Location.EXTERIOR) {
                latitudes.expandToInclude(0, pole.z);
                holdsPole = true;
            }
        }
        double width = holdsPole ? 360 : arc[1] - arc[0];
        return widened(new Envelope(arc[0], arc[0] + width, latitudes.getMinY(), latitudes.getMaxY()));
    }

    private static Envelope widened(Envelope window) {
        double margin = 1e-7;
        double dx = window.getWidth() * 3 / SAMPLES + margin;
        double dy = window.getHeight() * 3 / SAMPLES + margin;
        boolean all = window.getWidth() + 2 * dx > 360 - SPARE_DEGREES;
        return new Envelope(
                all ? -180 : window.getMinX() - dx,
                all ? 180 : window.getMaxX() + dx,
                Math.max(-90, window.getMinY() - dy),
                Math.min(90, window.getMaxY() + dy));
    }

    private List<Coordinate> places() {
        List<Coordinate> places = new ArrayList<>();
        Envelope extent = pixels.getEnvelopeInternal();
        double[] p = new double[2];
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double column = extent.getMinX() + extent.getWidth() * i / SAMPLES;
                double row = extent.getMinY() + extent.getHeight() * j / SAMPLES;
                if (area.locate(new Coordinate(column, row)) != Location.EXTERIOR
                        && grid.locateInDomain(column, row, p)) {
                    places.add(new Coordinate(Math.IEEEremainder(p[0], 360), p[1]));
                }
            }
        }
        return places;
    }
}
