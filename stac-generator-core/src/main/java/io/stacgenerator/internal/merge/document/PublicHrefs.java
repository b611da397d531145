package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes credentials out of a document, wherever they stand, and notes the members that held one. */
final class PublicHrefs {

    private final Notes notes;

    PublicHrefs(Notes notes) {
        this.notes = notes;
    }

    void clean(Map<String, Object> document) {
        Map<String, Object> hidden = Secrets.hidden(document);
        if (!isSame(document, hidden)) {
            note(document, hidden, "");
            document.clear();
            document.putAll(JsonValues.copyOf(hidden));
        }
    }

    /** The filter keeps what it does not change, so that only the way to a change is walked. */
    private void note(@Nullable Object before, @Nullable Object after, String pointer) {
        if (isSame(before, after)) {
            return;
        }
        if (after == null || before instanceof String) {
            if (!(after + "#").equals(before)) { // an empty fragment held none
                notes.add(NoteCode.CREDENTIALS_REMOVED, pointer, "%s was cleared of credentials", after);
            }
            return;
        }
        Map<String, Object> members = JsonValues.members(after);
        JsonValues.members(before).forEach((name, value) -> {
            String shown = Secrets.hidden(name);
            note(value, members.get(shown), JsonPointer.to(pointer, shown));
        });
        List<Object> elements = JsonValues.elements(before);
        for (int i = 0; i < elements.size(); i++) {
            note(elements.get(i), JsonValues.elements(after).get(i), JsonPointer.to(pointer, i));
        }
    }

    private static boolean isSame(@Nullable Object before, @Nullable Object after) {
        return before == after;
    }
}
