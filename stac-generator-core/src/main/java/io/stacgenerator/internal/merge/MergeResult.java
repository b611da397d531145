package io.stacgenerator.internal.merge;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.note.Note;
import java.util.List;
import java.util.Map;

/**
 * An Item with the metadata in it.
 *
 * @param tree the Item, independent of what was merged, with who wrote what
 * @param notes what was done with the documents, in order
 */
public record MergeResult(ItemTree tree, List<Note> notes) {

    /**
     * Returns the members of the Item.
     *
     * @return JSON values by name, to be changed
     */
    public Map<String, Object> item() {
        return tree.item();
    }

    /**
     * Returns who wrote the members that the Item has.
     *
     * @return writers by JSON pointer
     */
    public Map<String, String> origins() {
        return tree.provenance().origins(tree.item());
    }

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
