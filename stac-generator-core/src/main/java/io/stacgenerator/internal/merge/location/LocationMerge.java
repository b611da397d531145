package io.stacgenerator.internal.merge.location;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.document.Coercion;
import io.stacgenerator.internal.merge.document.GeometrySource;
import io.stacgenerator.internal.merge.member.MeasuredFields;
import io.stacgenerator.internal.merge.member.MemberMerge;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.GeoJson;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Merges geometry and bbox, which always go together: the box is computed from the geometry. */
public final class LocationMerge {

    private static final Field BBOX = Field.of("bbox", FieldType.NUMBERS).lengths(4, 6);
    private static final String GEOMETRY_POINTER = "/geometry";
    private static final String BBOX_POINTER = "/bbox";

    // the edges of outlines are straight in degrees, those of rasters in their system
    private static final double MAX_OUTSIDE = 0.02;

    private final Map<String, Object> item;
    private final MergeRules rules;
    private final MemberMerge members;
    private final MeasuredFields measured;
    private final Provenance provenance;
    private final Notes notes;
    private boolean madeFromBbox;

    public LocationMerge(
            ItemTree tree,
            MergeRules rules,
            MemberMerge members,
            MeasuredFields measured,
            Provenance provenance,
            Notes notes) {
        this.item = tree.item();
        this.rules = rules;
        this.members = members;
        this.measured = measured;
        this.provenance = provenance;
        this.notes = notes;
    }

    /** Returns whether a normalized document has a geometry, or a box that makes one. */
    public static boolean locates(Map<String, Object> patch) {
        Notes unheard = new Notes();
        return JsonValues.object(patch.get("geometry"))
                        .map(JsonValues::copyOf)
                        .flatMap(new GeometryRepair(unheard)::repair)
                        .isPresent()
                || Optional.ofNullable(patch.get("bbox"))
                        .flatMap(bbox -> bbox(bbox, unheard))
                        .flatMap(Bounds::toGeometry)
                        .isPresent();
    }

    private static Optional<List<Object>> bbox(Object value, Notes notes) {
        return new Coercion(notes)
                .coerce(BBOX, value, BBOX_POINTER)
                .flatMap(JsonValues::array)
                .map(box -> withinTurn(box, notes));
    }

    private static List<Object> withinTurn(List<Object> box, Notes notes) {
        List<Object> within = Turns.withinBox(box);
        if (within != box) {
            notes.add(NoteCode.LONGITUDES_WRAPPED, BBOX_POINTER, "%s was taken for %s", box, within);
        }
        return within;
    }

    /** Leaves an outline out where located data win, but takes one of valid data that lies within their bounds. */
    public void weigh(GeometrySource source, Map<String, Object> patch) {
        if (source == GeometrySource.GIVEN || !rules.georeferenced() || !rules.dataWin()) {
            return;
        }
        Object geometry = patch.remove("geometry");
        if (source == GeometrySource.VALID_DATA && geometry != null) {
            new GeometryRepair(notes).repair(geometry).filter(this::liesWithin).ifPresent(this::set);
        }
    }

    private boolean liesWithin(Map<String, Object> outline) {
        return JsonValues.object(item.get("geometry"))
                .map(GeoJson::geometry)
                .filter(bounds -> covers(bounds, GeoJson.geometry(outline)))
                .isPresent();
    }

    private static boolean covers(Geometry bounds, Geometry outline) {
        return outline.isValid()
                && bounds.isValid()
                && outline.difference(bounds).getArea() <= MAX_OUTSIDE * outline.getArea();
    }

    public void merge(Map<String, Object> patch) {
        Object geometry = patch.get("geometry");
        if (geometry != null) {
            new GeometryRepair(notes).repair(geometry).ifPresent(this::mergeGeometry);
        } else if (patch.containsKey("geometry")) {
            removeGeometry();
        }
        Object bbox = patch.get("bbox");
        if (bbox != null) {
            bbox(bbox, notes).ifPresent(this::mergeBbox);
        } else if (patch.containsKey("bbox") && item.get("geometry") != null) {
            notes.add(NoteCode.NULL_IGNORED, BBOX_POINTER, "a located Item cannot be without bbox");
        }
    }

    private void mergeGeometry(Map<String, Object> geometry) {
        if (!staysAgainst(geometry)) {
            set(geometry);
            madeFromBbox = false;
        }
    }

    private boolean staysAgainst(Map<String, Object> geometry) {
        Object existing = item.get("geometry");
        return existing != null
                && rules.georeferenced()
                && !provenance.isFromMetadata(GEOMETRY_POINTER)
                && !JsonValues.same(existing, geometry)
                && measured.prevail(GEOMETRY_POINTER, geometry, existing);
    }

    private void set(Map<String, Object> geometry) {
        members.set(item, "geometry", geometry, GEOMETRY_POINTER);
        List<Object> bounds = Bounds.of(geometry);
        if (!JsonValues.same(bounds, item.get("bbox"))) {
            item.put("bbox", bounds);
            provenance.unite(BBOX_POINTER, bounds);
        }
    }

    private void removeGeometry() {
        Object existing = item.get("geometry");
        if (existing == null) {
            return;
        }
        if (rules.dataWin()) {
            notes.add(
                    NoteCode.NULL_IGNORED, GEOMETRY_POINTER, "the Item is located; null does not remove its geometry");
        } else {
            measured.prevail(GEOMETRY_POINTER, null, existing);
            item.put("geometry", null);
            item.remove("bbox");
            provenance.unite(GEOMETRY_POINTER, null);
            provenance.forget(BBOX_POINTER);
        }
    }

    private void mergeBbox(List<Object> bbox) {
        Optional<List<Object>> existing = JsonValues.array(item.get("bbox"));
        if (item.get("geometry") == null || madeFromBbox) {
            locate(bbox);
        } else if (existing.filter(box -> Bounds.same(box, bbox)).isEmpty()) {
            notes.add(
                    NoteCode.BBOX_IGNORED,
                    BBOX_POINTER,
                    "%s differs from %s, which follows from the geometry",
                    bbox,
                    item.get("bbox"));
        }
    }

    private void locate(List<Object> bbox) {
        Bounds.toGeometry(bbox)
                .ifPresentOrElse(
                        geometry -> {
                            notes.add(NoteCode.GEOMETRY_FROM_BBOX, BBOX_POINTER, "the geometry was made from %s", bbox);
                            set(geometry);
                            madeFromBbox = true;
                        },
                        () -> notes.add(
                                NoteCode.INVALID_BBOX,
                                BBOX_POINTER,
                                "%s is not a box of west, south, east, north in degrees",
                                bbox));
    }
}
