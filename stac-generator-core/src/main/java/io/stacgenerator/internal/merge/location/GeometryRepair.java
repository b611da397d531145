package io.stacgenerator.internal.merge.location;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.geo.PolygonRepair;
import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.GeoJson;
import io.stacgenerator.model.JsonValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<Map<String, Object>> geometry = JsonValues.object(value);
        geometry.ifPresent(this::closeRings);
        Optional<Fault> fault = GeometryForm.fault("", value);
        fault.ifPresent(first -> notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "the geometry was dropped: %s", first));
        return geometry.filter(members -> fault.isEmpty())
                .filter(this::isInDegrees)
                .filter(members -> {
                    turnRings(members);
                    return GeometryForm.polygons(members).isEmpty() ? repairLines(members) : repairAreas(members);
                });
    }

    private boolean isInDegrees(Map<String, Object> geometry) {
        Optional<List<Object>> outside = GeometryForm.outsideOfDegrees(geometry, Turns.FARTHEST);
        outside.ifPresent(position -> notes.add(
                NoteCode.GEOMETRY_NOT_WGS84,
                POINTER,
                "position %s is outside of degrees (longitude -180..180, latitude -90..90): the geometry is probably projected; expected WGS 84",
                position));
        return outside.isEmpty();
    }

    /** Cuts lines that cross the antimeridian, and brings points within 180 degrees. */
    private boolean repairLines(Map<String, Object> geometry) {
        boolean runsOn = runsOn(geometry);
        List<List<List<Object>>> parts = GeometryForm.parts(geometry);
        String type = String.valueOf(geometry.get("type"));
        boolean lines = type.endsWith("LineString");
        if (!runsOn && !(lines && parts.stream().anyMatch(Turns::crosses))) {
            return true;
        }
        List<Object> pieces = parts.stream()
                .flatMap(part -> (lines ? Turns.cut(part) : Turns.within(part)).stream())
                .toList();
        boolean single = !type.startsWith("Multi") && pieces.size() == 1;
        geometry.put("type", single || type.startsWith("Multi") ? type : "Multi" + type);
        geometry.put("coordinates", single ? pieces.get(0) : pieces);
        noteAntimeridian(runsOn);
        return true;
    }

    private static boolean runsOn(Map<String, Object> geometry) {
        return GeometryForm.positions(geometry).stream()
                .anyMatch(position -> Turns.runsOn(GeometryForm.number(position, 0)));
    }

    private void noteAntimeridian(boolean runsOn) {
        if (runsOn) {
            notes.add(
                    NoteCode.LONGITUDES_WRAPPED,
                    POINTER,
                    "longitudes beyond 180 degrees were brought into -180..180 (RFC 7946 section 3.1.9)");
        } else {
            notes.add(
                    NoteCode.GEOMETRY_SPANS_ANTIMERIDIAN,
                    POINTER,
                    "an edge of more than 180 degrees was taken to cross the antimeridian, where the geometry was cut"
                            + " (RFC 7946 section 3.1.9)");
        }
    }

    /** Cuts what crosses the antimeridian, and takes apart what meets itself. */
    private boolean repairAreas(Map<String, Object> geometry) {
        Geometry polygons = GeoJson.geometry(geometry);
        if (!PolygonRepair.isBounded(polygons)) {
            notes.add(
                    NoteCode.INVALID_GEOMETRY,
                    POINTER,
                    "rings of %s positions are too many, or cross too often, to be checked: the geometry was dropped",
                    polygons.getNumPoints());
            return false;
        }
        Optional<Geometry> repaired = PolygonRepair.repair(polygons);
        if (repaired.isEmpty()) {
            return true;
        }
        if (repaired.get().isEmpty()) {
            notes.add(NoteCode.INVALID_GEOMETRY, POINTER, "the rings enclose nothing");
            return false;
        }
        boolean runsOn = runsOn(geometry);
        geometry.putAll(GeoJson.toMap(repaired.get()));
        if (runsOn || PolygonRepair.crossesAntimeridian(polygons)) {
            noteAntimeridian(runsOn);
        } else {
            notes.add(NoteCode.GEOMETRY_REPAIRED, POINTER, "rings that meet each other or themselves were taken apart");
        }
        return true;
    }

    private void closeRings(Map<String, Object> geometry) {
        GeometryForm.polygons(geometry).values().stream()
                .flatMap(List::stream)
                .map(JsonValues::elements)
                .filter(ring -> !ring.isEmpty() && GeometryForm.isPosition(ring.get(0)))
                .filter(ring -> !JsonValues.same(ring.get(0), ring.get(ring.size() - 1)))
                .forEach(ring -> {
                    ring.add(JsonValues.copy(ring.get(0)));
                    notes.add(NoteCode.RING_CLOSED, POINTER, "a ring was closed at %s", ring.get(0));
                });
    }

    private void turnRings(Map<String, Object> geometry) {
        GeometryForm.polygons(geometry).values().forEach(rings -> {
            for (int i = 0; i < rings.size(); i++) {
                turn(JsonValues.elements(rings.get(i)), i == 0);
            }
        });
    }

    private void turn(List<Object> ring, boolean exterior) {
        double area = GeometryForm.area(ring);
        if (area != 0 && exterior == area < 0) {
            Collections.reverse(ring);
            notes.add(NoteCode.WINDING_REPAIRED, POINTER, "a ring of %s positions was turned", ring.size());
        }
    }
}
