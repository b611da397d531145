package io.stacgenerator.internal.statistics;

import io.stacgenerator.model.DataType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The values that count as nodata, compared as GDAL does (its macro ARE_REAL_EQUAL): integers exactly, other numbers
 * where they differ by rounding, as writers print few digits of a value that pixels have as a float.
 *
 * @param least the least of the values, or NaN where there are none
 * @param greatest the greatest of them, or NaN
 */
public record NodataRange(double least, double greatest) {

    /** GDAL takes numbers for equal whose difference is less than this share of their sum: two units of a float. */
    private static final double TOLERANCE = 2 * Math.ulp(1f);

    /** Every integer of so many binary digits is a double. */
    private static final int DIGITS_OF_DOUBLE = 53;

    private static final NodataRange NONE = new NodataRange(Double.NaN, Double.NaN);

    /**
     * Returns the values that a nodata value stands for.
     *
     * @param nodata the value, or null
     * @param type the type of the pixels
     */
    public static NodataRange of(@Nullable Number nodata, DataType type) {
        if (nodata == null || Double.isNaN(nodata.doubleValue())) {
            return NONE;
        }
        double value = nodata.doubleValue();
        return switch (type) {
            case FLOAT16, FLOAT32 -> around(value, Float.MAX_VALUE, Math.ulp(Float.MAX_VALUE));
            case FLOAT64 -> around(value, Double.MAX_VALUE, Math.ulp(Double.MAX_VALUE));
            default -> new NodataRange(value, value);
        };
    }

    /**
     * Returns an integer with all of its digits.
     *
     * @param digits the digits, with a sign or without
     * @return a double where it has all digits, or else the integer
     */
    public static Number integer(String digits) {
        BigInteger exact = new BigInteger(digits);
        return exact.bitLength() <= DIGITS_OF_DOUBLE ? (Number) exact.doubleValue() : exact;
    }

    private static NodataRange around(double nodata, double most, double ulp) {
        double size = Math.abs(nodata);
        if (size == 0 || Double.isInfinite(size)) {
            return new NodataRange(nodata, nodata);
        }
        double ratio = (1 + TOLERANCE) / (1 - TOLERANCE);
        boolean infinite = size > most / 2;
        // where the sum of both rounds to infinity, GDAL finds any difference less than its share
        double near = infinite ? Math.min(size / ratio, most - size + ulp / 2) : size / ratio;
        double far = infinite ? Double.POSITIVE_INFINITY : size * ratio;
        return nodata > 0 ? new NodataRange(near, far) : new NodataRange(-far, -near);
    }

    /** Returns whether a value is nodata; NaN is not, which is never valid either. */
    public boolean holds(double value) {
        return value >= least && value <= greatest;
    }

    /** Returns whether pixels of a type can have a value. */
    public static boolean possible(Number nodata, DataType type) {
        if (nodata instanceof BigInteger exact && type == DataType.INT64) {
            return exact.bitLength() < Long.SIZE;
        }
        if (nodata instanceof BigInteger exact && type == DataType.UINT64) {
            return exact.signum() >= 0 && exact.bitLength() <= Long.SIZE;
        }
        return possible(nodata.doubleValue(), type);
    }

    /** Returns whether pixels of a type can have a value. */
    public static boolean possible(double nodata, DataType type) {
        return switch (type) {
            // writers round the largest float up when they print it
            case FLOAT16, FLOAT32 -> !Double.isFinite(nodata) || Math.abs(nodata) < Float.MAX_VALUE * (1 + 1e-5);
            default -> IntegerRange.of(type).map(range -> range.holds(nodata)).orElse(true);
        };
    }
}
