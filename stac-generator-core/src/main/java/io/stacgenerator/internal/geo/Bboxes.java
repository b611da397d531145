package io.stacgenerator.internal.geo;

import io.stacgenerator.model.Bbox;
import java.util.Collection;
import java.util.stream.IntStream;
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
        LongitudeRange longitudes = LongitudeRange.around(IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(i -> longitudes(geometry.getGeometryN(i).getEnvelopeInternal()))
                .toList());
        return new Bbox(longitudes.west(), all.getMinY(), longitudes.east(), all.getMaxY());
    }

    private static LongitudeRange longitudes(Envelope part) {
        return new LongitudeRange(part.getMinX(), part.getMaxX());
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
}
