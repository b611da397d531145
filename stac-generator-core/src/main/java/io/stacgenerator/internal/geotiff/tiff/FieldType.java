package io.stacgenerator.internal.geotiff.tiff;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of field values: TIFF 6.0 section 2, and BigTIFF. */
public enum FieldType {
    BYTE(1, 1),
    ASCII(2, 1),
    SHORT(3, 2),
    LONG(4, 4),
    RATIONAL(5, 8),
    SBYTE(6, 1),
    UNDEFINED(7, 1),
    SSHORT(8, 2),
    SLONG(9, 4),
    SRATIONAL(10, 8),
    FLOAT(11, 4),
    DOUBLE(12, 8),
    IFD(13, 4),
    LONG8(16, 8),
    SLONG8(17, 8),
    IFD8(18, 8);

    private static final @Nullable FieldType[] BY_CODE = new @Nullable FieldType[19];

    static {
        for (FieldType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final int size;

    FieldType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    public static @Nullable FieldType of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }

    public int code() {
        return code;
    }

    public int size() {
        return size;
    }

    public boolean integral() {
        return switch (this) {
            case RATIONAL, SRATIONAL, FLOAT, DOUBLE -> false;
            default -> true;
        };
    }

    /** Reads an integral value; that of LONG8 beyond 2^63 comes out negative. */
    public long integer(ByteBuffer buffer, int at) {
        return switch (this) {
            case BYTE, ASCII, UNDEFINED -> buffer.get(at) & 0xFF;
            case SBYTE -> buffer.get(at);
            case SHORT -> buffer.getShort(at) & 0xFFFF;
            case SSHORT -> buffer.getShort(at);
            case LONG, IFD -> buffer.getInt(at) & 0xFFFF_FFFFL;
            case SLONG -> buffer.getInt(at);
            case LONG8, SLONG8, IFD8 -> buffer.getLong(at);
            default -> throw new IllegalStateException(this + " is not integral");
        };
    }

    public double number(ByteBuffer buffer, int at) {
        return switch (this) {
            case RATIONAL -> (double) LONG.integer(buffer, at) / LONG.integer(buffer, at + 4);
            case SRATIONAL -> (double) buffer.getInt(at) / buffer.getInt(at + 4);
            case FLOAT -> buffer.getFloat(at);
            case DOUBLE -> buffer.getDouble(at);
            default -> integer(buffer, at);
        };
    }
}
