package io.stacgenerator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns JTS geometries into GeoJSON geometries and back (RFC 7946 section 3.1).
 *
 * @since 0.1.0
 */
public final class GeoJson {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<Integer> BBOX_SIZES = Set.of(4, 6);

    private GeoJson() {}

    /**
     * Writes a geometry.
     *
     * @param geometry any but a GeometryCollection, in WGS 84, longitude first
     * @return the members {@code type} and {@code coordinates}, with heights where the geometry has them
     * @throws IllegalArgumentException for a GeometryCollection
     */
    public static Map<String, Object> toMap(Geometry geometry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", geometry instanceof LinearRing ? Geometry.TYPENAME_LINESTRING : geometry.getGeometryType());
        map.put("coordinates", coordinates(geometry));
        return map;
    }

    /**
     * Reads a geometry.
     *
     * @param json the members {@code type} and {@code coordinates}; heights are kept
     * @return the geometry
     * @throws IllegalArgumentException when it is not one of the six geometries with coordinates of RFC 7946, or is
     *     empty
     */
    public static Geometry geometry(Map<String, Object> json) {
        String type = String.valueOf(json.get("type"));
        Object coordinates = json.get("coordinates");
        if (!(coordinates instanceof List<?> list) || list.isEmpty()) {
            throw new IllegalArgumentException("geometry of type %s has no coordinates".formatted(type));
        }
        try {
            return switch (type) {
                case "Point" -> FACTORY.createPoint(position(coordinates));
                case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
                case "LineString" -> FACTORY.createLineString(positions(coordinates));
                case "MultiLineString" ->
                    FACTORY.createMultiLineString(parts(coordinates, part -> FACTORY.createLineString(positions(part)))
                            .toArray(LineString[]::new));
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(
                            parts(coordinates, GeoJson::polygon).toArray(Polygon[]::new));
                default ->
                    throw new IllegalArgumentException("geometry type %s is not one of RFC 7946".formatted(type));
            };
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("coordinates of a %s have the wrong form".formatted(type), e);
        }
    }

    static Optional<Bbox> bbox(List<?> json) {
        int dimensions = json.size() / 2;
        if (!BBOX_SIZES.contains(json.size()) || !json.stream().allMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(
                new Bbox(number(json, 0), number(json, 1), number(json, dimensions), number(json, dimensions + 1)));
    }

    private static List<Object> coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            return point.isEmpty() ? List.of() : position(point.getCoordinateSequence(), 0);
        }
        if (geometry instanceof LineString line) {
            return sequence(line.getCoordinateSequence());
        }
        if (geometry instanceof Polygon polygon) {
            return rings(polygon);
        }
        if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            throw new IllegalArgumentException("a GeometryCollection is not allowed in a STAC Item");
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(coordinates(geometry.getGeometryN(i)));
        }
        return parts;
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        if (polygon.isEmpty()) {
            return rings;
        }
        rings.add(sequence(polygon.getExteriorRing().getCoordinateSequence()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(sequence(polygon.getInteriorRingN(i).getCoordinateSequence()));
        }
        return rings;
    }

    private static List<Object> sequence(CoordinateSequence sequence) {
        List<Object> positions = new ArrayList<>(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            positions.add(position(sequence, i));
        }
        return positions;
    }

    private static List<Object> position(CoordinateSequence sequence, int index) {
        double z = sequence.getZ(index);
        return Double.isNaN(z)
                ? List.of(sequence.getX(index), sequence.getY(index))
                : List.of(sequence.getX(index), sequence.getY(index), z);
    }

    private static Polygon polygon(Object json) {
        List<LinearRing> rings = parts(json, ring -> FACTORY.createLinearRing(positions(ring)));
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static <T> List<T> parts(Object json, Function<Object, T> read) {
        List<T> parts = new ArrayList<>();
        for (Object part : (List<?>) json) {
            parts.add(read.apply(part));
        }
        return parts;
    }

    private static Coordinate[] positions(Object json) {
        return parts(json, GeoJson::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(Object json) {
        List<?> position = (List<?>) json;
        return position.size() > 2
                ? new Coordinate(number(position, 0), number(position, 1), number(position, 2))
                : new Coordinate(number(position, 0), number(position, 1));
    }

    private static double number(List<?> list, int index) {
        return ((Number) list.get(index)).doubleValue();
    }
}
