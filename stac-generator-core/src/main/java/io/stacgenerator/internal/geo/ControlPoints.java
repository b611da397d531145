package io.stacgenerator.internal.geo;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Locates pixels by ground control points: by a thin plate through all of them. */
final class ControlPoints implements PixelLocator {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Equations for more take more than 20 ms; as many make a grid that is dense enough to go straight on. */
    private static final int MOST_BENT = 256;

    /** Where longitudes turn too fast to be fitted, positions around the pole are. */
    private static final double POLAR_LATITUDE = 80;

    /** Points of one row of a grid, rounded or taken by hand, lie on its outer line by so much of its length. */
    private static final double ALIGNED = 2e-3;

    private final List<Coordinate> pixels;
    private final List<Coordinate> places;
    private final boolean polar;
    private final double pole;
    private final @Nullable ThinPlateSpline surface;

    private ControlPoints(List<Coordinate> pixels, List<Coordinate> places) {
        this.pixels = pixels;
        this.places = unwrapped(places);
        this.polar = places.stream().anyMatch(place -> Math.abs(place.y) > POLAR_LATITUDE);
        this.pole =
                Math.copySign(90, places.stream().mapToDouble(place -> place.y).sum());
        this.surface = pixels.size() > MOST_BENT
                ? null
                : ThinPlateSpline.fit(
                        pixels, this.places.stream().map(this::flat).toList());
    }

    /** Makes the points that have a place, each pixel position once. */
    static ControlPoints of(List<GroundControlPoint> points, Wgs84Transform crs) {
        Map<Coordinate, Coordinate> byPixel = new LinkedHashMap<>();
        double[] p = new double[2];
        for (GroundControlPoint point : points) {
            boolean finite = Double.isFinite(point.column()) && Double.isFinite(point.row());
            if (finite && crs.toLonLat(point.x(), point.y(), p)) {
                byPixel.putIfAbsent(new Coordinate(point.column(), point.row()), new Coordinate(p[0], p[1]));
            }
        }
        return new ControlPoints(List.copyOf(byPixel.keySet()), List.copyOf(byPixel.values()));
    }

    /** Moves longitudes by whole turns to one side of the widest gap between them. */
    private static List<Coordinate> unwrapped(List<Coordinate> places) {
        double[] longitudes = places.stream()
                .mapToDouble(place -> Math.IEEEremainder(place.x, 360))
                .sorted()
                .toArray();
        double west = longitudes.length == 0 ? 0 : Longitudes.arc(longitudes)[0];
        return places.stream()
                .map(place -> {
                    double longitude = Math.IEEEremainder(place.x, 360);
                    return new Coordinate(longitude < west ? longitude + 360 : longitude, place.y);
                })
                .toList();
    }

    /** Outlines the outer points; empty where there are less than three that are not on one line. */
    Geometry outline() {
        List<Coordinate> ring = outer();
        if (ring.size() < 3) {
            return Wgs84Polygons.EMPTY;
        }
        ring.add(ring.get(0));
        if (surface != null) {
            Polygon polygon = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
            return new Placement(this, Tolerance.of(Math.max(1, pixelMeters(ring) / 2))).place(polygon);
        }
        LonLatPath path = new LonLatPath();
        for (Coordinate pixel : ring) {
            Coordinate place = places.get(pixels.indexOf(pixel));
            path.add(new Coordinate(path.size() == 0 ? place.x : LonLatPath.nearest(place.x, path.last().x), place.y));
        }
        if (path.turns() != 0) {
            path.closeOver(pole);
        }
        return Wgs84Polygons.of(path);
    }

    /** Returns the points along the convex hull of pixels, in order. */
    private List<Coordinate> outer() {
        Geometry hull = new ConvexHull(pixels.toArray(Coordinate[]::new), FACTORY).getConvexHull();
        List<Coordinate> ring = new ArrayList<>();
        if (!(hull instanceof Polygon polygon)) {
            return ring;
        }
        double tolerance = ALIGNED * polygon.getLength() / 4;
        Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            Coordinate start = corners[i - 1];
            Coordinate end = corners[i];
            pixels.stream()
                    .filter(pixel -> !pixel.equals2D(end) && !ring.contains(pixel))
                    .filter(pixel -> Arrays.stream(corners).noneMatch(pixel::equals2D) || pixel.equals2D(start))
                    .filter(pixel -> Distance.pointToSegment(pixel, start, end) <= tolerance)
                    .sorted(Comparator.comparingDouble(start::distance))
                    .forEach(ring::add);
        }
        return ring;
    }

    private double pixelMeters(List<Coordinate> ring) {
        double meters = 0;
        double length = 0;
        for (int i = 1; i < ring.size(); i++) {
            Coordinate a = places.get(pixels.indexOf(ring.get(i - 1)));
            Coordinate b = places.get(pixels.indexOf(ring.get(i)));
            meters += Chords.meters(a, b, b);
            length += ring.get(i).distance(ring.get(i - 1));
        }
        return meters / length;
    }

    private Coordinate flat(Coordinate place) {
        double radius = 90 - Math.abs(place.y);
        double angle = Math.toRadians(place.x);
        return polar ? new Coordinate(radius * Math.sin(angle), radius * Math.cos(angle)) : place;
    }

    @Override
    public boolean locate(double column, double row, double[] lonLat) {
        if (surface == null) {
            return false;
        }
        Coordinate at = surface.at(new Coordinate(column, row));
        lonLat[0] = polar ? Math.toDegrees(Math.atan2(at.x, at.y)) : at.x;
        lonLat[1] = polar ? Math.copySign(90 - Math.hypot(at.x, at.y), pole) : Math.max(-90, Math.min(90, at.y));
        return Double.isFinite(lonLat[0]);
    }

    @Override
    public boolean continuous() {
        return !polar;
    }
}
