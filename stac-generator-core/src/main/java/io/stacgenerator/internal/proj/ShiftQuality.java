package io.stacgenerator.internal.proj;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How well the shift of datum of a transform is known.
 *
 * @param operation the name of the operation, empty where none is needed or it is not known
 * @param accuracy its accuracy in meters; not a number where it is not known
 * @param ballpark whether no shift is known, so that longitude and latitude are taken as they are
 * @param error the largest distance from PROJ in meters that was measured
 * @since 0.1.0
 */
public record ShiftQuality(String operation, double accuracy, boolean ballpark, double error) {

    static final ShiftQuality EXACT = new ShiftQuality("", 0, false, 0);

    /** A shift that nothing is known of. */
    static final ShiftQuality BALLPARK = new ShiftQuality("", Double.NaN, true, 0);

    static ShiftQuality of(CrsEntry entry) {
        return new ShiftQuality(entry.operation(), entry.accuracy(), entry.ballpark(), entry.error());
    }

    /** Returns the quality without the name of the operation, which is that of another place. */
    ShiftQuality unnamed() {
        return new ShiftQuality("", Double.NaN, ballpark, error);
    }

    /** Returns the quality with the name of the same operation as another has. */
    ShiftQuality named(ShiftQuality other) {
        return new ShiftQuality(other.operation, other.accuracy, ballpark, error);
    }

    /** Returns the quality where PROJ has shifts for other parts of the area of the system only. */
    ShiftQuality withoutShift() {
        return new ShiftQuality("", Double.NaN, true, error);
    }

    /**
     * Returns the operation as a user reads it.
     *
     * @return its name and accuracy; empty where none is needed or it is not known
     */
    public Optional<String> title() {
        if (operation.isEmpty()) {
            return Optional.empty();
        }
        String known = Double.isNaN(accuracy) ? "unknown accuracy" : "accuracy %s m".formatted(number(accuracy));
        return Optional.of("%s, %s".formatted(operation, known));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * Returns the quality of what PROJ itself computes.
     *
     * @param ballpark whether PROJ knows no shift
     * @return this with no distance from PROJ
     */
    public ShiftQuality byProj(boolean ballpark) {
        return new ShiftQuality(operation, accuracy, ballpark, 0);
    }
}
