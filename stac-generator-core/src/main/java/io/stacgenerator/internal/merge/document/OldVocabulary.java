package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Converts the vocabulary of STAC 1.0 to that of 1.1: the arrays that describe bands to {@code bands}, their names
 * where they stand in {@code bands}, licenses, and what each extension knows of its older versions.
 */
public final class OldVocabulary {

    private static final String LICENSE = "license";

    /** What STAC 1.1.0 has deprecated for {@code other}. */
    private static final Set<String> OLD_LICENSES = Set.of("proprietary", "various");

    private final KnownFields known;
    private final Notes notes;

    OldVocabulary(KnownFields known, Notes notes) {
        this.known = known;
        this.notes = notes;
    }

    /** Converts a document in place. */
    void upgrade(Map<String, Object> document) {
        // all are converted, so that the search must not end at the first
        if (!FieldHolder.allOf(document).stream().filter(this::bands).toList().isEmpty()) {
            notes.add(NoteCode.UPGRADED_BANDS, "", "the band arrays of STAC 1.0 were converted to bands");
        }
        for (FieldHolder holder : FieldHolder.allOf(document)) {
            if (holder.level() == FieldLevel.BAND) {
                names(holder.members());
            } else if (OLD_LICENSES.contains(String.valueOf(holder.members().get(LICENSE)))) {
                holder.members().put(LICENSE, "other");
            }
            known.installed().forEach(extension -> extension.upgrade(holder));
        }
    }

    /** Gives the fields of a band the prefix that they lack, as they did in the arrays. */
    private void names(Map<String, Object> band) {
        known.legacyBands()
                .values()
                .forEach(names -> names.forEach((old, name) -> {
                    if (!old.equals(name) && name.endsWith(":" + old) && band.containsKey(old)) {
                        Object value = band.remove(old);
                        band.putIfAbsent(name, value);
                    }
                }));
    }

    /** Converts the arrays of an object and returns whether it had any; values of its own {@code bands} prevail. */
    private boolean bands(FieldHolder holder) {
        Map<String, Object> members = holder.members();
        Map<String, List<Object>> old = new LinkedHashMap<>();
        known.legacyBands()
                .forEach((array, names) -> JsonValues.array(members.get(array))
                        .ifPresent(entries -> old.put(array, converted(entries, names))));
        if (!old.isEmpty()) {
            members.keySet().removeAll(old.keySet());
            List<List<Object>> arrays = new ArrayList<>(old.values());
            JsonValues.array(members.get("bands")).ifPresent(arrays::add);
            united(arrays)
                    .ifPresentOrElse(
                            bands -> members.put("bands", bands), () -> mismatch(members, old, holder.pointer()));
        }
        return !old.isEmpty();
    }

    /** Only the asset decides which arrays fit: they keep their names until it is known. */
    private void mismatch(Map<String, Object> members, Map<String, List<Object>> old, String pointer) {
        if (!members.containsKey("bands")) {
            members.putAll(old);
        }
        notes.add(
                NoteCode.BANDS_MISMATCH,
                JsonPointer.to(pointer, "bands"),
                "the band arrays of STAC 1.0 differ in length; what does not fit %s was dropped",
                members.getOrDefault("bands", "the asset"));
    }

    /** Unites arrays by index, later ones taking precedence; empty when their lengths differ. */
    public static Optional<List<Object>> united(List<List<Object>> arrays) {
        int size = arrays.get(0).size();
        if (arrays.stream().anyMatch(array -> array.size() != size)) {
            return Optional.empty();
        }
        List<Object> bands = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Object> band = new LinkedHashMap<>();
            for (List<Object> array : arrays) {
                JsonValues.object(array.get(i)).ifPresent(band::putAll);
            }
            bands.add(band);
        }
        return Optional.of(bands);
    }

    private static List<Object> converted(List<Object> entries, Map<String, String> names) {
        List<Object> bands = new ArrayList<>();
        for (Object entry : entries) {
            Map<String, Object> band = new LinkedHashMap<>();
            JsonValues.object(entry)
                    .ifPresent(old -> old.forEach((name, value) -> band.put(names.getOrDefault(name, name), value)));
            bands.add(band);
        }
        return bands;
    }
}
