package io.stacgenerator.internal.proj;

/**
 * Says that a projection has no place for a position. It has no trace of the stack, which takes longer than a
 * transform, as half of the positions that outline a disc are outside of it.
 */
final class OutsideDomainException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutsideDomainException() {
        super("position is outside the domain", null, false, false);
    }
}
