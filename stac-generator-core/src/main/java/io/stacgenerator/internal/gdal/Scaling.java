package io.stacgenerator.internal.gdal;

import org.gdal.gdal.Band;
import org.jspecify.annotations.Nullable;

/**
 * How the real values of a band follow from its stored ones, which its statistics are of.
 *
 * @param factor what stored values are multiplied with, or null where they are real ones
 * @param summand what is added then, or null
 */
record Scaling(@Nullable Double factor, @Nullable Double summand) {

    /** Returns what the file says; numbers that are not finite say nothing. */
    static Scaling of(Band band) {
        Double factor = number(band, true);
        Double summand = number(band, false);
        boolean none = (factor == null || factor == 1) && (summand == null || summand == 0);
        return none ? new Scaling(null, null) : new Scaling(given(factor, 1), given(summand, 0));
    }

    private static Double given(@Nullable Double number, double absent) {
        return number == null ? (Double) absent : number;
    }

    private static @Nullable Double number(Band band, boolean factor) {
        Double[] value = new Double[1];
        if (factor) {
            band.GetScale(value);
        } else {
            band.GetOffset(value);
        }
        return value[0] == null || !Double.isFinite(value[0]) ? null : value[0];
    }
}
