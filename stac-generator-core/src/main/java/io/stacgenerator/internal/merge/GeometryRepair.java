package io.stacgenerator.internal.merge;

import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

/**
 * Checks a GeoJSON geometry against RFC 7946: WGS 84 with longitude first, closed rings, exterior rings
 * counter-clockwise and holes clockwise. Open and wrongly wound rings are put right.
 */
final class GeometryRepair {

    private static final String POINTER = "/geometry";

    private final Notes notes;

    GeometryRepair(Notes notes) {
        this.notes = notes;
    }

    /** Repairs a geometry in place; empty, with a note, when it cannot be used. */
    Optional<Map<String, Object>> repair(Object value) {
        Optional<Map<String, Object>> geometry = JsonValues.object(value).filter(GeometryParts::isWellFormed);
        if (geometry.isEmpty()) {
            notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "%s is no geometry that an Item may have", value);
        }
        return geometry.filter(this::isInDegrees).filter(this::repairRings);
    }

    private boolean isInDegrees(Map<String, Object> geometry) {
        Optional<List<Object>> outside = GeometryParts.parts(geometry).stream()
                .flatMap(List::stream)
                .filter(position -> Math.abs(GeometryParts.number(position.get(0))) > 180
                        || Math.abs(GeometryParts.number(position.get(1))) > 90)
                .findFirst();
        outside.ifPresent(position -> notes.add(
                NoteCode.GEOMETRY_NOT_WGS84,
                POINTER,
                "position %s is outside -180..180, -90..90: the geometry is probably projected; expected WGS 84",
                position));
        return outside.isEmpty();
    }

    private boolean repairRings(Map<String, Object> geometry) {
        Object coordinates = GeometryParts.coordinates(geometry);
        return switch (String.valueOf(geometry.get("type"))) {
            case "Polygon" -> repairPolygon(coordinates);
            case "MultiPolygon" ->
                JsonValues.array(coordinates).orElseThrow().stream().allMatch(this::repairPolygon);
            default -> true;
        };
    }

    private boolean repairPolygon(Object polygon) {
        List<Object> rings = JsonValues.array(polygon).orElseThrow();
        for (int i = 0; i < rings.size(); i++) {
            if (!repairRing(JsonValues.array(rings.get(i)).orElseThrow(), i == 0)) {
                return false;
            }
        }
        return true;
    }

    private boolean repairRing(List<Object> ring, boolean exterior) {
        close(ring);
        double area = ring.size() < 4 ? 0 : Area.ofRingSigned(coordinates(ring));
        if (area == 0) {
            notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "a ring of %s positions encloses nothing", ring.size());
            return false;
        }
        if (exterior == area > 0) {
            Collections.reverse(ring);
            notes.add(NoteCode.WINDING_REPAIRED, POINTER, "a ring of %s positions was turned", ring.size());
        }
        warnOfLongEdges(ring);
        return true;
    }

    private void close(List<Object> ring) {
        Object first = ring.get(0);
        if (!JsonValues.same(first, ring.get(ring.size() - 1))) {
            ring.add(JsonValues.copy(first));
            notes.add(NoteCode.RING_CLOSED, POINTER, "a ring was closed at %s", first);
        }
    }

    private void warnOfLongEdges(List<Object> ring) {
        Coordinate[] points = coordinates(ring);
        for (int i = 1; i < points.length; i++) {
            if (Math.abs(points[i].x - points[i - 1].x) > 180) {
                notes.add(
                        NoteCode.GEOMETRY_SPANS_ANTIMERIDIAN,
                        POINTER,
                        "an edge spans more than 180 degrees and was taken as written; a geometry across the"
                                + " antimeridian has to be cut there (RFC 7946 section 3.1.9)");
                return;
            }
        }
    }

    private static Coordinate[] coordinates(List<Object> ring) {
        List<Coordinate> coordinates = new ArrayList<>();
        for (Object position : ring) {
            List<Object> numbers = JsonValues.array(position).orElseThrow();
            coordinates.add(new Coordinate(GeometryParts.number(numbers.get(0)), GeometryParts.number(numbers.get(1))));
        }
        return coordinates.toArray(Coordinate[]::new);
    }
}
