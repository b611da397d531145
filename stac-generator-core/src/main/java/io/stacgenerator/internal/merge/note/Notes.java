package io.stacgenerator.internal.merge.note;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the notes of one merge. */
public final class Notes {

    private final List<Note> all = new ArrayList<>();
    private String source = "";

    public void from(String source) {
        this.source = source;
    }

    public String source() {
        return source;
    }

    /** Adds a note; values are shown as text, shortened and without credentials. */
    public void add(NoteCode code, String pointer, String message, @Nullable Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = ShownValue.of(values[i]);
        }
        all.add(new Note(code, pointer, String.format(Locale.ROOT, message, shown), source));
    }

    public void addAll(List<Note> notes) {
        all.addAll(notes);
    }

    public List<Note> all() {
        return List.copyOf(all);
    }

    /** Throws when there are notes that strict mode makes errors. */
    public void checkStrictly() {
        List<Note> faults =
                all.stream().filter(note -> note.code().error().isPresent()).toList();
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(
                    gravest(faults),
                    "metadata cannot be merged",
                    faults.stream().map(Note::toFault).toList());
        }
    }

    private static ErrorCode gravest(List<Note> faults) {
        boolean conflictsOnly = faults.stream()
                .flatMap(note -> note.code().error().stream())
                .allMatch(ErrorCode.METADATA_CONFLICT::equals);
        return conflictsOnly ? ErrorCode.METADATA_CONFLICT : ErrorCode.INVALID_METADATA;
    }
}
