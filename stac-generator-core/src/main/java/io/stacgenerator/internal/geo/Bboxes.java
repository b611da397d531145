package io.stacgenerator.internal.geo;

import io.stacgenerator.model.Bbox;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The bounding box of a geometry on the sphere, by RFC 7946 section 5.
 *
 * @since 0.1.0
 */
public final class Bboxes {

    private Bboxes() {}

    /**
     * Returns the box around all parts of a geometry. Of the two ways around the Earth it takes the shorter: it leaves
     * out the widest gap between parts, and crosses the antimeridian where that gap is elsewhere.
     *
     * @param geometry a geometry that is not empty, in degrees of WGS 84 within 180 and 90
     * @return its box
     */
    public static Bbox of(Geometry geometry) {
        Envelope all = geometry.getEnvelopeInternal();
        double west = all.getMinX();
        double east = all.getMaxX();
        double widest = 360 - (east - west);
        double reached = west;
        double[][] arcs = arcs(geometry);
        double crossingWest = 0;
        double crossingEast = 0;
        boolean crosses = false;
        for (double[] arc : arcs) {
            if (arc[0] - reached > widest) {
                widest = arc[0] - reached;
                crosses = true;
                crossingWest = arc[0];
                crossingEast = reached;
            }
            reached = Math.max(reached, arc[1]);
        }
        return crosses
                ? new Bbox(crossingWest, all.getMinY(), crossingEast, all.getMaxY())
                : new Bbox(west, all.getMinY(), east, all.getMaxY());
    }

    /**
     * Returns the box around boxes, the shorter way around the Earth.
     *
     * @param boxes at least one box
     * @return the box around them all
     */
    public static Bbox union(Collection<Bbox> boxes) {
        GeometryFactory factory = new GeometryFactory();
        return of(factory.createGeometryCollection(
                boxes.stream().flatMap(Bboxes::parts).map(factory::toGeometry).toArray(Geometry[]::new)));
    }

    private static Stream<Envelope> parts(Bbox box) {
        return box.crossesAntimeridian()
                ? Stream.of(
                        new Envelope(box.west(), 180, box.south(), box.north()),
                        new Envelope(-180, box.east(), box.south(), box.north()))
                : Stream.of(new Envelope(box.west(), box.east(), box.south(), box.north()));
    }

    private static double[][] arcs(Geometry geometry) {
        double[][] arcs = new double[geometry.getNumGeometries()][];
        for (int i = 0; i < arcs.length; i++) {
            Envelope part = geometry.getGeometryN(i).getEnvelopeInternal();
            arcs[i] = new double[] {part.getMinX(), part.getMaxX()};
        }
        Arrays.sort(arcs, (a, b) -> Double.compare(a[0], b[0]));
        return arcs;
    }
}
