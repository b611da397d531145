package io.stacgenerator.internal.merge.note;

import io.stacgenerator.Fault;
import io.stacgenerator.Warning;

/**
 * Something that merging did with a value, or why it did not use it.
 *
 * @param code what happened
 * @param pointer where, in the document or the Item; empty for the whole document
 * @param message the value and what was done with it
 * @param source the name of the document; empty when all of them have their share in it
 */
public record Note(NoteCode code, String pointer, String message, String source) {

    /**
     * Returns the note as a warning of the result.
     *
     * @return a warning that names the document
     */
    public Warning toWarning() {
        return new Warning(code.toString(), text(), pointer);
    }

    Fault toFault() {
        return new Fault(pointer, text());
    }

    private String text() {
        return source.isEmpty() ? message : message + " (" + source + ")";
    }
}
