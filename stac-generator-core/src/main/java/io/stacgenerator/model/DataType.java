package io.stacgenerator.model;

import java.util.Locale;

/**
 * The data types of band values, by the names of STAC 1.1.0 common metadata ({@code data_type}).
 *
 * @since 0.1.0
 */
public enum DataType {
    /** 8-bit signed integer. */
    INT8(8),
    /** 16-bit signed integer. */
    INT16(16),
    /** 32-bit signed integer. */
    INT32(32),
    /** 64-bit signed integer. */
    INT64(64),
    /** 8-bit unsigned integer. */
    UINT8(8),
    /** 16-bit unsigned integer. */
    UINT16(16),
    /** 32-bit unsigned integer. */
    UINT32(32),
    /** 64-bit unsigned integer. */
    UINT64(64),
    /** 16-bit floating point number. */
    FLOAT16(16),
    /** 32-bit floating point number. */
    FLOAT32(32),
    /** 64-bit floating point number. */
    FLOAT64(64),
    /** Complex number of two 16-bit signed integers. */
    CINT16(32),
    /** Complex number of two 32-bit signed integers. */
    CINT32(64),
    /** Complex number of two 32-bit floating point numbers. */
    CFLOAT32(64),
    /** Complex number of two 64-bit floating point numbers. */
    CFLOAT64(128),
    /** Anything else. */
    OTHER(0);

    private final int bits;

    DataType(int bits) {
        this.bits = bits;
    }

    /**
     * Returns the name used in JSON.
     *
     * @return the name in lower case, such as {@code uint16}
     */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the size of one value.
     *
     * @return bits; 0 for {@link #OTHER}
     */
    public int bits() {
        return bits;
    }

    /**
     * Returns whether values are complex numbers.
     *
     * @return true for the types whose name begins with {@code c}
     */
    public boolean complex() {
        return name().charAt(0) == 'C';
    }
}
