package io.stacgenerator.internal.statistics;

import io.stacgenerator.model.DataType;
import java.util.Optional;

/**
 * The integers that pixels of a type can have.
 *
 * @param least the least
 * @param bound the one behind the greatest
 */
public record IntegerRange(double least, double bound) {

    /** Returns the integers of a type; empty where it has other numbers. */
    public static Optional<IntegerRange> of(DataType type) {
        return switch (type) {
            case UINT8, UINT16, UINT32, UINT64 -> Optional.of(new IntegerRange(0, Math.scalb(1.0, type.bits())));
            case INT8, INT16, INT32, INT64 -> {
                double half = Math.scalb(1.0, type.bits() - 1);
                yield Optional.of(new IntegerRange(-half, half));
            }
            default -> Optional.empty();
        };
    }

    /** Returns whether every integer of the type is a double; those of 64 bits are not. */
    public boolean isExact() {
        return bound <= 1L << 53;
    }

    /** Returns whether a value is one of these; the bound of 64-bit integers is one that doubles round to. */
    boolean holds(double value) {
        return value == Math.rint(value) && value >= least && (value < bound || (value == bound && !isExact()));
    }

    /** Returns the nearest of these, of two the one that is farther from 0, as GDAL writes integers. */
    public double nearest(double value) {
        double rounded = Math.copySign(Math.floor(Math.abs(value) + 0.5), value);
        return Math.max(least, Math.min(bound - 1, rounded));
    }
}
