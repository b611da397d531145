package io.stacgenerator.internal.merge.location;

import io.stacgenerator.internal.geo.PolygonRepair;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.GeoJson;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

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
            case "Polygon" -> repairPolygon(coordinates) && repairAreas(geometry);
            case "MultiPolygon" ->
                JsonValues.array(coordinates).orElseThrow().stream().allMatch(this::repairPolygon)
                        && repairAreas(geometry);
            default -> true;
        };
    }

    /** Cuts what crosses the antimeridian, and takes apart what meets itself. */
    private boolean repairAreas(Map<String, Object> geometry) {
        Geometry polygons = GeoJson.geometry(geometry);
        Optional<Geometry> repaired = PolygonRepair.repair(polygons);
        if (repaired.isEmpty()) {
            return true;
        }
        if (repaired.get().isEmpty()) {
            notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "the rings enclose nothing");
            return false;
        }
        geometry.putAll(GeoJson.toMap(repaired.get()));
        if (PolygonRepair.crossesAntimeridian(polygons)) {
            notes.add(
                    NoteCode.GEOMETRY_SPANS_ANTIMERIDIAN,
                    POINTER,
                    "an edge of more than 180 degrees was taken to cross the antimeridian, where the geometry was cut"
                            + " (RFC 7946 section 3.1.9)");
        } else {
            notes.add(NoteCode.GEOMETRY_REPAIRED, POINTER, "rings that meet each other or themselves were taken apart");
        }
        return true;
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
        if (ring.size() < 4) {
            notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "a ring of %s positions encloses nothing", ring.size());
            return false;
        }
        double area = Area.ofRingSigned(coordinates(ring));
        if (area != 0 && exterior == area > 0) {
            Collections.reverse(ring);
            notes.add(NoteCode.WINDING_REPAIRED, POINTER, "a ring of %s positions was turned", ring.size());
        }
        return true;
    }

    private void close(List<Object> ring) {
        Object first = ring.get(0);
        if (!JsonValues.same(first, ring.get(ring.size() - 1))) {
            ring.add(JsonValues.copy(first));
            notes.add(NoteCode.RING_CLOSED, POINTER, "a ring was closed at %s", first);
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
