package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Polygons by RFC 7946: cut at the antimeridian, exterior rings counter-clockwise, rounded to 7 decimals, and valid by
 * JTS.
 */
final class Wgs84Polygons {

    private static final double DECIMALS = 1e7;
    private static final double CELL = 1 / DECIMALS;
    private static final PrecisionModel PRECISION = new PrecisionModel(DECIMALS);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Beyond two turns a line is not the outline of anything, and each turn is cut by itself. */
    private static final double MOST_DEGREES = 720;

    /** Polygons that hold nothing. */
    static final Geometry EMPTY = FACTORY.createMultiPolygon();

    private Wgs84Polygons() {}

    /** Makes the polygons within a closed line, whose longitudes may run beyond 180 degrees; empty beyond two turns. */
    static Geometry of(LonLatPath ring) {
        if (ring.width() > MOST_DEGREES) {
            return EMPTY;
        }
        CoordinateList rounded = round(ring.positions());
        rounded.closeRing();
        Geometry polygon = rounded.size() < 4
                ? FACTORY.createPolygon()
                : valid(FACTORY.createPolygon(rounded.toCoordinateArray()));
        if (polygon.isEmpty()) {
            polygon = cell(rounded.get(0));
        }
        return polygon.getEnvelopeInternal().getMaxX() <= 180 ? wound(polygon) : wound(rounded(cut(polygon)));
    }

    /** Makes a polygon of a closed ring as it is, sound or not. */
    static Polygon polygon(List<Coordinate> ring) {
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** Takes a polygon apart where it meets itself. */
    static Geometry sound(Polygon polygon) {
        return wound(valid(polygon));
    }

    /** Unites polygons; empty where there are none. */
    static Geometry union(List<Geometry> polygons) {
        if (polygons.isEmpty()) {
            return EMPTY;
        }
        List<Geometry> distinct = polygons.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : wound(rounded(OverlayNGRobust.union(distinct)));
    }

    /** Takes holes out of polygons, all at once: one by one, a thousand of them took a minute. */
    static Geometry difference(Geometry polygons, List<Geometry> holes) {
        return holes.isEmpty()
                ? polygons
                : wound(rounded(OverlayNGRobust.overlay(polygons, OverlayNGRobust.union(holes), OverlayNG.DIFFERENCE)));
    }

    /** Rounds positions, and moves them by whole turns so that the westernmost is within 180 degrees. */
    private static CoordinateList round(List<Coordinate> positions) {
        double west = Double.POSITIVE_INFINITY;
        for (Coordinate position : positions) {
            west = Math.min(west, position.x);
        }
        double turns = 360 * Math.floor((round(west) + 180) / 360);
        CoordinateList rounded = new CoordinateList();
        for (Coordinate position : positions) {
            rounded.add(new Coordinate(round(position.x - turns), round(position.y)), false);
        }
        return rounded;
    }

    private static double round(double degrees) {
        return Math.rint(degrees * DECIMALS) / DECIMALS + 0.0;
    }

    private static Geometry valid(Geometry geometry) {
        return new IsValidOp(geometry).isValid()
                ? geometry
                : GeometryPrecisionReducer.reduce(GeometryFixer.fix(geometry), PRECISION);
    }

    /** The smallest square that 7 decimals can express, for a raster within it. */
    private static Geometry cell(Coordinate around) {
        double west = Math.min(around.x, 180 - CELL);
        double south = Math.min(around.y, 90 - CELL);
        return FACTORY.toGeometry(new Envelope(west, west + CELL, south, south + CELL));
    }

    private static Geometry cut(Geometry polygon) {
        List<Geometry> pieces = new ArrayList<>();
        double east = polygon.getEnvelopeInternal().getMaxX();
        for (double edge = -180; edge < east; edge += 360) {
            Geometry window = FACTORY.toGeometry(new Envelope(edge, edge + 360, -90, 90));
            Geometry piece = OverlayNGRobust.overlay(polygon, window, OverlayNG.INTERSECTION);
            pieces.add(AffineTransformation.translationInstance(-180 - edge, 0).transform(piece));
        }
        return polygon.getEnvelopeInternal().getWidth() < 360
                ? FACTORY.buildGeometry(pieces)
                : DouglasPeuckerSimplifier.simplify(OverlayNGRobust.union(pieces), 0);
    }

    private static Geometry rounded(Geometry geometry) {
        Geometry rounded = geometry.copy();
        rounded.apply(new Rounding());
        return valid(rounded);
    }

    private static Geometry wound(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(geometry)) {
            polygons.add(wound((Polygon) part));
        }
        return polygons.size() == 1 ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon wound(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = wound(polygon.getInteriorRingN(i), false);
        }
        return FACTORY.createPolygon(wound(polygon.getExteriorRing(), true), holes);
    }

    private static LinearRing wound(LinearRing ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
    }

    private static final class Rounding implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, round(sequence.getX(i)));
            sequence.setOrdinate(i, 1, round(sequence.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
