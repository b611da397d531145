package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the fields of one object to their types and drops those that no schema would accept. */
final class FieldNormalizer {

    private final KnownFields fields;
    private final Notes notes;
    private final Coercion coercion;

    FieldNormalizer(KnownFields fields, Notes notes) {
        this.fields = fields;
        this.notes = notes;
        this.coercion = new Coercion(notes);
    }

    void normalize(Map<String, Object> members, FieldLevel level, String pointer) {
        for (String name : List.copyOf(members.keySet())) {
            Object value = members.get(name);
            if (value != null && !name.equals("bands") && !isOldBands(name, value, level)) {
                normalize(members, name, value, level, JsonPointer.to(pointer, name));
            }
        }
    }

    /** The arrays of STAC 1.0 that are still there wait for the asset that they fit. */
    private boolean isOldBands(String name, Object value, FieldLevel level) {
        boolean holdsBands = level == FieldLevel.ITEM || level == FieldLevel.ASSET;
        return holdsBands
                && fields.legacyBands().containsKey(name)
                && JsonValues.array(value).isPresent();
    }

    private void normalize(Map<String, Object> members, String name, Object value, FieldLevel level, String pointer) {
        Optional<Field> field = fields.find(name, level);
        if (field.isPresent()) {
            coercion.coerce(field.get(), value, pointer)
                    .ifPresentOrElse(typed -> members.put(name, typed), () -> members.remove(name));
        } else if (refused(name, pointer)) {
            members.remove(name);
        }
    }

    private boolean refused(String name, String pointer) {
        Optional<String> prefix = Field.prefixOf(name);
        if (prefix.isEmpty()) {
            return false;
        }
        Optional<KnownExtension> extension = fields.extensions().withPrefix(prefix.get());
        if (extension.isEmpty()) {
            notes.add(NoteCode.UNKNOWN_PREFIX, pointer, "%s belongs to no known extension; it was kept", name);
            return false;
        }
        if (extension.get().rules().isClosed()) {
            notes.add(
                    NoteCode.UNKNOWN_FIELD,
                    pointer,
                    "%s is not a field of %s; dropped",
                    name,
                    extension.get().uri());
        }
        return extension.get().rules().isClosed();
    }
}
