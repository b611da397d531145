package io.stacgenerator.internal.merge.member;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldTrait;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges objects member by member by RFC 7396, with regard to what is known of fields. */
public final class MemberMerge {

    private final KnownFields fields;
    private final MeasuredFields measured;
    private final Provenance provenance;
    private final Notes notes;
    private final ProviderMerge providers;

    public MemberMerge(KnownFields fields, MeasuredFields measured, Provenance provenance, Notes notes) {
        this.fields = fields;
        this.measured = measured;
        this.provenance = provenance;
        this.notes = notes;
        this.providers = new ProviderMerge(this, provenance);
    }

    /** Puts hosts last among the providers of each place. */
    public void sortProviders(Stream<FieldHolder> places) {
        providers.sort(places);
    }

    /** Merges the fields of a document into a place of the Item. */
    public void mergeFields(FieldHolder place, Map<String, Object> patch) {
        patch.forEach((name, value) -> mergeField(place, name, value));
    }

    private void mergeField(FieldHolder place, String name, @Nullable Object value) {
        Optional<Field> field = fields.find(name, place.level());
        String pointer = place.pointerTo(name);
        if (name.equals("nodata")) {
            if (measured.refuseNodata(value, place)) {
                return;
            }
            measured.tellOfNodata(value, place);
        }
        if (field.isPresent() && measured.standAgainst(field.get(), value, place)) {
            return;
        }
        if (value == null
                && field.filter(known -> known.is(FieldTrait.NULLABLE)).isPresent()) {
            set(place.members(), name, null, pointer);
        } else if (name.equals("providers") && JsonValues.array(value).isPresent()) {
            providers.merge(place.members(), JsonValues.elements(value), pointer);
        } else if (value != null
                && field.filter(known -> known.is(FieldTrait.ATOMIC)).isPresent()) {
            set(place.members(), name, value, pointer);
        } else {
            mergeMember(place.members(), name, value, pointer);
        }
    }

    /** Merges an unknown member. */
    public void mergeMember(Map<String, Object> target, String name, @Nullable Object value, String pointer) {
        if (value == null) {
            target.remove(name);
            provenance.forget(pointer);
        } else {
            JsonValues.object(value)
                    .ifPresentOrElse(
                            object -> mergeObject(target, name, object, pointer),
                            () -> set(target, name, value, pointer));
        }
    }

    private void mergeObject(Map<String, Object> target, String name, Map<String, Object> patch, String pointer) {
        if (JsonValues.object(target.get(name)).isEmpty()) {
            set(target, name, new LinkedHashMap<>(), pointer);
            if (!patch.isEmpty()) {
                provenance.forget(pointer);
            }
        }
        Map<String, Object> object = JsonValues.object(target.get(name)).orElseThrow();
        patch.forEach((member, value) -> mergeMember(object, member, value, JsonPointer.to(pointer, member)));
    }

    /** Sets a member to a value of a document, as a whole. */
    public void set(Map<String, Object> target, String name, @Nullable Object value, String pointer) {
        if (target.containsKey(name) && JsonValues.same(target.get(name), value)) {
            provenance.agree(pointer, value);
        } else {
            target.put(name, value);
            provenance
                    .write(pointer, value)
                    .ifPresent(earlier -> notes.add(
                            NoteCode.CONFLICT,
                            pointer,
                            "%s replaces %s of %s",
                            value,
                            earlier.value(),
                            earlier.document()));
        }
    }
}
