package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One thing that is wrong in a document.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
 * @param message what is wrong, with the offending value and what was expected
 * @since 0.1.0
 */
public record Fault(String pointer, String message) implements Serializable {

    /** Checks that nothing is null. */
    public Fault {
        requireNonNull(pointer, "pointer");
        requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }
}
