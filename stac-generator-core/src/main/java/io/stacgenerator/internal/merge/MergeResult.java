package io.stacgenerator.internal.merge;

import io.stacgenerator.Warning;
import java.util.List;
import java.util.Map;

/**
 * An Item with the metadata in it.
 *
 * @param item the Item as JSON, independent of what was merged
 * @param notes what was done with the documents, in order
 * @param origins the name of the document by JSON pointer, for each value that came from one
 */
public record MergeResult(Map<String, Object> item, List<Note> notes, Map<String, String> origins) {

    /**
     * Returns the notes that a user should see.
     *
     * @return warnings in order
     */
    public List<Warning> warnings() {
        return notes.stream()
                .filter(note -> note.code().warns())
                .map(Note::toWarning)
                .toList();
    }
}
