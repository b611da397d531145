package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the members of a document where an Item has them: a flat map of fields becomes {@code properties}. */
public final class ItemMembers {

    public static final Set<String> OF_AN_ITEM = Set.of(
            "type",
            "stac_version",
            "stac_extensions",
            "id",
            "geometry",
            "bbox",
            "properties",
            "links",
            "assets",
            "collection");

    private final KnownFields fields;
    private final Notes notes;

    ItemMembers(KnownFields fields, Notes notes) {
        this.fields = fields;
        this.notes = notes;
    }

    void arrange(Map<String, Object> document) {
        objectOrNothing(document, "properties", "");
        objectOrNothing(document, "assets", "");
        arrayOrNothing(document, "links", "");
        for (String name : List.copyOf(document.keySet())) {
            if (!OF_AN_ITEM.contains(name)) {
                arrange(document, name);
            }
        }
    }

    private void arrange(Map<String, Object> document, String name) {
        String pointer = JsonPointer.to("", name);
        if (!isField(name)) {
            notes.add(NoteCode.FOREIGN_MEMBER, pointer, "member %s stays at the top of the Item", name);
            return;
        }
        Object value = document.remove(name);
        Map<String, Object> properties = JsonValues.object(
                        document.computeIfAbsent("properties", missing -> new LinkedHashMap<>()))
                .orElseThrow();
        if (properties.containsKey(name)) {
            notes.add(NoteCode.CONFLICT, pointer, "%s was dropped for %s in properties", value, properties.get(name));
        } else {
            properties.put(name, value);
            notes.add(NoteCode.MOVED_TO_PROPERTIES, pointer, "field %s was moved to properties", name);
        }
    }

    private boolean isField(String name) {
        return fields.find(name, FieldLevel.ITEM).isPresent()
                || Field.prefixOf(name).flatMap(fields.extensions()::withPrefix).isPresent();
    }

    /** Removes a member that must be an object and is not. */
    void objectOrNothing(Map<String, Object> holder, String name, String pointer) {
        if (holder.containsKey(name) && JsonValues.object(holder.get(name)).isEmpty()) {
            refuse(holder, name, pointer, "object");
        }
    }

    /** Removes a member that must be an array and is not. */
    void arrayOrNothing(Map<String, Object> holder, String name, String pointer) {
        if (holder.containsKey(name) && JsonValues.array(holder.get(name)).isEmpty()) {
            refuse(holder, name, pointer, "array");
        }
    }

    private void refuse(Map<String, Object> holder, String name, String pointer, String expected) {
        Object value = holder.remove(name);
        if (value == null) {
            notes.add(NoteCode.NULL_IGNORED, JsonPointer.to(pointer, name), "an Item cannot be without %s", name);
        } else {
            notes.add(
                    NoteCode.INVALID_TYPE,
                    JsonPointer.to(pointer, name),
                    "expected an " + expected + ", got %s; dropped",
                    value);
        }
    }
}
